import { isLeft } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import {
  comboQuote,
  contractKey,
  limitsOf,
  pricedLegs,
  seedRules,
  type CalendarDate,
  type ComboQuote,
  type Leg,
  type OptionQuote,
  type OptionRight,
  type PricedLeg,
  type Root,
} from '../../../core/index.js';

/** Markets worked by hand in the tests, and generated ones. */
export const limits = limitsOf(seedRules);

export interface StructureMarket {
  readonly legs: ReadonlyArray<Leg>;
  readonly priced: ReadonlyArray<PricedLeg>;
  readonly combo: ComboQuote;
}

/** One row of a structure: ratio, right, strike, bid and ask of the option. */
export type Row = readonly [number, OptionRight, number, number, number];

export const leg = (root: Root, ratio: number, right: OptionRight, strike: number): Leg => ({
  contract: { root, expiry: '2025-03-14' as CalendarDate, right, strike, settles: 'pm' },
  ratio,
});

export const marketOf = (root: Root, rows: ReadonlyArray<Row>): StructureMarket => {
  const legs = rows.map(([ratio, right, strike]) => leg(root, ratio, right, strike));
  const quotes = new Map<string, OptionQuote>(
    rows.map(([, , , bid, ask], index) => {
      const { contract } = legs[index]!;
      const at = { date: '2025-03-14' as CalendarDate, second: 37_800 };
      return [
        contractKey(contract),
        { contract, at, bid, ask, impliedVolatility: null, volume: null, openInterest: null },
      ];
    }),
  );
  const quoteOf = ({ contract }: Leg): OptionQuote | undefined => quotes.get(contractKey(contract));
  const combo = comboQuote(legs, quoteOf);
  const priced = pricedLegs(legs, quoteOf);
  if (isLeft(combo) || isLeft(priced)) throw new Error('a test market must be whole');
  return { legs, priced: priced.right, combo: combo.right };
};

/**
 * Each leg 0.30 wide: natural 3.00 − 1.80 + 2.60 − 1.40 = 2.40, to close 3.30 − 1.50 + 2.90 − 1.10 = 3.60,
 * mid 3.00, width 1.20.
 */
const condorRows: ReadonlyArray<Row> = [
  [1, 'put', 5_420, 1.5, 1.8],
  [-1, 'put', 5_450, 3, 3.3],
  [-1, 'call', 5_550, 2.6, 2.9],
  [1, 'call', 5_580, 1.1, 1.4],
];

export const esCondor = marketOf('ES', condorRows);

export const mesCondor = marketOf('MES', condorRows);

/** Natural 1.20 − 0.43 = 0.77, to close 1.23 − 0.40 = 0.83, mid 0.80, width 0.06. */
export const spySpread = marketOf('SPY', [
  [-1, 'put', 540, 1.2, 1.23],
  [1, 'put', 535, 0.4, 0.43],
]);

/** One to four legs of one root, on the exchange's grid or, as a model quotes them, off it. */
export const anyMarket: fc.Arbitrary<StructureMarket> = fc
  .record({
    root: fc.constantFrom<Root>('SPY', 'SPX', 'XSP', 'ES', 'MES'),
    onGrid: fc.boolean(),
    rows: fc.array(
      fc.record({
        ratio: fc.constantFrom(-2, -1, 1, 2),
        right: fc.constantFrom<OptionRight>('put', 'call'),
        bid: fc.double({ min: 0, max: 40, noNaN: true }),
        spread: fc.oneof(
          fc.double({ min: 0, max: 0.2, noNaN: true }),
          fc.double({ min: 0, max: 6, noNaN: true }),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ root, onGrid, rows }) => {
    const quoted = (price: number): number => (onGrid ? Math.round(price * 20) / 20 : price);
    return marketOf(
      root,
      rows.map(({ ratio, right, bid, spread }, index): Row => {
        const low = quoted(bid);
        return [ratio, right, 5_000 + 5 * index, low, Math.max(low, quoted(bid + spread))];
      }),
    );
  });
