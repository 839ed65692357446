import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  instruments,
  optionTick,
  type CalendarDate,
  type ChainSlice,
  type OptionContract,
  type Root,
} from '../../../core/index.js';
import { createModelChain, fittedClockFactor } from '../../../adapters/market-data/index.js';
import { pricing } from '../../../pricing-wasm/index.js';
import { band, date, history, market, model, pricesOf } from './real-quotes.js';

const roots: ReadonlyArray<Root> = ['SPY', 'SPX', 'ES', 'MES'];

/** Any state of the market on a recorded date: calm to panic, down or up a tenth, today's expiry to far ones. */
const situations = fc.record({
  root: fc.constantFrom(...roots),
  recorded: fc.constantFrom(
    { day: '2023-06-09', level: 4_290 },
    { day: '2023-09-14', level: 4_500 },
    { day: '2022-06-10', level: 3_900 },
    { day: '2018-02-05', level: 2_650 },
  ),
  second: fc.integer({ min: 34_200, max: 57_599 }),
  move: fc.double({ min: 0.9, max: 1.1, noNaN: true }),
  vix: fc.double({ min: 9, max: 90, noNaN: true }),
  ahead: fc.constantFrom([0, 0] as const, [5, 30] as const, [95, 130] as const, [200, 420] as const),
  centre: fc.double({ min: 0.75, max: 1.15, noNaN: true }),
});

type Situation = typeof situations extends fc.Arbitrary<infer Value> ? Value : never;

const firstSlice = ({
  root,
  recorded,
  second,
  move,
  vix,
  ahead,
  centre,
}: Situation): ReadonlyArray<ChainSlice> => {
  const on = date(recorded.day);
  const [from, to] = ahead.map((days) => addDays(on, days)) as [CalendarDate, CalendarDate];
  return model
    .chain(band(root, from, to, centre - 0.03, centre + 0.03), {
      at: { date: on, second },
      indexLevel: recorded.level * move,
      vix,
    })
    .slices.slice(0, 1);
};

const isOnTick = (root: Root, side: number): boolean => {
  const ticks = side / optionTick(instruments[root], side);
  return Math.abs(ticks - Math.round(ticks)) < 1e-6;
};

describe('every quote of the model chain', () => {
  it('has its bid below its ask, both on the tick, around the price of its own volatility and years', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        for (const slice of firstSlice(situation)) {
          const prices = pricesOf(slice);
          const wrong = slice.quotes.filter(({ bid, ask }, row) => {
            const price = prices[row]!;
            const isGood =
              ask !== null &&
              ask > (bid ?? 0) &&
              (bid === null || bid > 0) &&
              [bid, ask].every((side) => side === null || isOnTick(slice.root, side)) &&
              price <= ask + 1e-6 &&
              price >= (bid ?? 0) - 1e-6;
            return !isGood;
          });
          expect(wrong).toEqual([]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('admits no arbitrage between strikes: prices are monotone and convex, volatilities positive', () => {
    fc.assert(
      fc.property(situations, fc.constantFrom('call' as const, 'put' as const), (situation, right) => {
        for (const slice of firstSlice(situation)) {
          const prices = pricesOf(slice);
          const line = slice.quotes
            .map(({ contract, impliedVolatility }, row) => ({
              right: contract.right,
              strike: contract.strike,
              volatility: impliedVolatility!,
              price: prices[row]!,
            }))
            .filter((quote) => quote.right === right);
          const slopes = line
            .slice(1)
            .map((next, index) => (next.price - line[index]!.price) / (next.strike - line[index]!.strike));
          const slack = 1e-9 * slice.underlyingPrice;
          expect(line.filter(({ volatility }) => !(volatility > 0))).toEqual([]);
          expect(slopes.filter((slope) => (right === 'call' ? slope : -slope) > slack)).toEqual([]);
          expect(slopes.slice(1).filter((slope, index) => slope < slopes[index]! - slack)).toEqual([]);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('put-call parity', () => {
  it('holds between the mids of call and put, within their ticks', () => {
    for (const root of roots) {
      const { slices } = model.chain(
        band(root, '2023-06-09', '2023-10-15', 0.97, 1.02),
        market('2023-06-09', [11, 0], 4_300, 14),
      );
      for (const slice of slices) {
        const discount = Math.exp(-slice.rate * slice.years);
        const forward = slice.underlyingPrice * Math.exp((slice.rate - slice.dividendYield) * slice.years);
        const mids = new Map(
          slice.quotes.map(({ contract, bid, ask }) => [
            `${contract.right}${contract.strike}`,
            ((bid ?? 0) + ask!) / 2,
          ]),
        );
        for (const { contract } of slice.quotes.filter(({ contract: { right } }) => right === 'call')) {
          const gap = mids.get(`call${contract.strike}`)! - mids.get(`put${contract.strike}`)!;
          const tick = optionTick(instruments[root], 1_000);
          expect(Math.abs(gap - discount * (forward - contract.strike))).toBeLessThanOrEqual(2 * tick);
        }
      }
      expect(slices.length).toBeGreaterThan(2);
    }
  });
});

describe('a slice', () => {
  const open = market('2023-06-09', [10, 30], 4_300, 14);

  it('says that it is modelled, and does not invent volume and open interest', () => {
    const { slices } = model.chain(band('ES', '2023-06-09', '2023-06-09', 0.99, 1.01), open);
    expect(slices.map(({ provenance, settles, future }) => [provenance, settles, future])).toEqual([
      ['modelled', 'pm', 'ESM3'],
    ]);
    expect(
      slices[0]!.quotes.every(({ volume, openInterest }) => volume === null && openInterest === null),
    ).toBe(true);
  });

  it('holds the strikes of the band on its underlying, by strike, then call before put, and nothing else', () => {
    const watch = {
      ...band('ES', '2023-06-09', '2023-06-09', 1, 1),
      strikes: { from: { ratio: 1, offset: -12 }, to: { ratio: 1, offset: 8 } },
    } as const;
    const { slices } = model.chain(watch, open);
    const [slice] = slices;
    const low = slice!.underlyingPrice - 12;
    expect(slice!.quotes.map(({ contract }) => `${contract.strike} ${contract.right}`)).toEqual(
      [4_295, 4_300, 4_305, 4_310].filter((k) => k >= low).flatMap((k) => [`${k} call`, `${k} put`]),
    );
  });

  it('holds only the rights that are watched', () => {
    const { slices } = model.chain(band('SPY', '2023-09-20', '2023-10-10', 0.88, 0.92, ['put']), open);
    expect(slices.length).toBeGreaterThan(0);
    expect(slices.flatMap(({ quotes }) => quotes).every(({ contract }) => contract.right === 'put')).toBe(
      true,
    );
  });

  it('holds exactly the contracts named, and each contract that is not listed is named back', () => {
    const listed: OptionContract = {
      root: 'ES',
      expiry: date('2023-06-16'),
      right: 'put',
      strike: 4_200,
      settles: 'pm',
    };
    const { slices, notPriced } = model.chain(
      {
        _tag: 'Contracts',
        contracts: [
          listed,
          { ...listed, strike: 4_201 },
          { ...listed, settles: 'am' },
          { ...listed, expiry: date('2023-06-14') },
          { ...listed, expiry: date('2023-06-02') },
          { ...listed, root: 'XSP' },
        ],
      },
      open,
    );
    expect(slices.flatMap(({ quotes }) => quotes.map(({ contract }) => contract))).toEqual([listed]);
    expect(notPriced.map(({ _tag }) => _tag).sort()).toEqual([
      'Expired',
      'NotListed',
      'NotListed',
      'NotListed',
      'RootNotModelled',
    ]);
  });

  it('is the same whenever it is asked for, and whatever was asked before', () => {
    const watch = band('SPY', '2023-06-09', '2023-09-29', 0.9, 1.05);
    const first = model.chain(watch, open);
    model.chain(watch, market('2023-09-14', [12, 0], 4_500, 13));
    expect(model.chain(watch, open)).toEqual(first);
    expect(createModelChain({ history, pricing }).chain(watch, open)).toEqual(first);
  });
});

describe('the day of expiry', () => {
  const condor = band('ES', '2023-06-09', '2023-06-09', 0.98, 1.02);

  it('runs on trading time: years fall to 0 at the close and the option then is gone', () => {
    const yearsAt = (hours: number, minutes: number): number | undefined =>
      model.chain(condor, market('2023-06-09', [hours, minutes], 4_300, 14)).slices[0]?.years;
    expect(yearsAt(9, 30)).toBeCloseTo(0.75 / 252, 12);
    expect(yearsAt(10, 30)!).toBeLessThan(yearsAt(10, 0)!);
    expect(yearsAt(15, 59)!).toBeGreaterThan(0);
    expect(model.chain(condor, market('2023-06-09', [16, 0], 4_300, 14))).toEqual({
      slices: [],
      notPriced: [{ _tag: 'Expired', root: 'ES', expiry: '2023-06-09' }],
    });
  });

  it('ends at 13:00 on an early close', () => {
    const friday = band('ES', '2022-11-25', '2022-11-25', 0.99, 1.01);
    expect(model.chain(friday, market('2022-11-25', [13, 0], 4_000, 20)).notPriced).toEqual([
      { _tag: 'Expired', root: 'ES', expiry: '2022-11-25' },
    ]);
  });

  it('multiplies volatility by the clock factor', () => {
    const wide = createModelChain({ history, pricing, clockFactor: 1.3 * fittedClockFactor });
    const now = market('2023-06-09', [10, 30], 4_300, 14);
    const atTheMoney = (chain: typeof model): number =>
      chain.chain(condor, now).slices[0]!.quotes.find(({ contract }) => contract.strike === 4_305)!
        .impliedVolatility!;
    expect(atTheMoney(wide) / atTheMoney(model)).toBeCloseTo(1.3, 1);
    expect(fittedClockFactor).toBeCloseTo(0.9, 2);
  });

  it('leaves later expiries alone', () => {
    const wide = createModelChain({ history, pricing, clockFactor: 2 });
    const later = band('ES', '2023-06-16', '2023-06-16', 0.98, 1.02);
    const now = market('2023-06-09', [10, 30], 4_300, 14);
    expect(wide.chain(later, now)).toEqual(model.chain(later, now));
  });
});

describe('the underlyings', () => {
  it('are the index, a tenth of it, SPY by its last ratio, and the futures at their carry', () => {
    const { underlyings, notPriced } = model.underlyings(market('2023-09-14', [11, 0], 4_500, 13));
    expect(notPriced).toEqual([]);
    const byRoot = Object.fromEntries(underlyings.map((each) => [each.root, each]));
    expect(byRoot['SPX']).toMatchObject({ value: 4_500, previousClose: 4_467.44, provenance: 'observed' });
    expect(byRoot['XSP']!.value).toBe(450);
    expect(byRoot['SPY']!.value).toBeCloseTo((4_500 * 446.51) / 4_467.44, 9);
    expect(byRoot['SPY']).toMatchObject({ previousClose: 446.51, provenance: 'modelled' });
    expect(byRoot['ES']).toMatchObject({ future: 'ESU3', provenance: 'modelled' });
    expect(byRoot['ES']!.value - 4_500).toBeCloseTo((4_500 * (0.0555 - 0.0113)) / 365, 1);
  });

  it('take the dividend off SPY on its ex-date', () => {
    const value = (day: string): number =>
      model.underlyings(market(day, [11, 0], 4_500, 13)).underlyings.find(({ root }) => root === 'SPY')!
        .value;
    const shares = history.shares.map((row) => (row.date === '2023-09-14' ? { ...row, dividend: 1.5 } : row));
    const paying = createModelChain({ history: { ...history, shares }, pricing });
    const less = paying
      .underlyings(market('2023-09-14', [11, 0], 4_500, 13))
      .underlyings.find(({ root }) => root === 'SPY')!;
    expect(value('2023-09-14') - less.value).toBeCloseTo(1.5, 9);
  });
});
