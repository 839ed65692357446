import { isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comboQuote, type ComboQuote, type Gap, type Leg, type OptionQuote } from '../../../core/index.js';
import { anyMarket, esCondor, leg, spySpread } from '../execution/structures.js';

const sold = leg('SPY', -1, 'put', 540);
const bought = leg('SPY', 1, 'put', 535);

const quoted = ({ contract }: Leg, bid: number | null, ask: number | null): OptionQuote => ({
  contract,
  at: { date: contract.expiry, second: 37_800 },
  bid,
  ask,
  impliedVolatility: null,
  volume: null,
  openInterest: null,
});

/** The market in the spread, given the bid and ask of its two legs; null where there is no quote at all. */
const spread = (
  short: readonly [number | null, number | null] | null,
  long: readonly [number | null, number | null] | null,
): ComboQuote | ReadonlyArray<Gap> => {
  const quotes = new Map([
    [sold, short && quoted(sold, ...short)],
    [bought, long && quoted(bought, ...long)],
  ]);
  const result = comboQuote([sold, bought], (each) => quotes.get(each) ?? undefined);
  return isRight(result) ? result.right : result.left;
};

describe('the market in a structure', () => {
  it('of a put spread sells at the bid, buys at the ask and closes the other way round', () => {
    // Opened at once: 1.20 − 0.43 = 0.77 received. Closed at once: 1.23 − 0.40 = 0.83 paid. Mid 0.80.
    expect(spySpread.combo.natural).toBeCloseTo(0.77, 12);
    expect(spySpread.combo.naturalToClose).toBeCloseTo(0.83, 12);
    expect(spySpread.combo.mid).toBeCloseTo(0.8, 12);
    expect(spySpread.combo.width).toBeCloseTo(0.06, 12);
  });

  it('of a condor adds up all four legs', () => {
    expect(esCondor.combo.natural).toBeCloseTo(2.4, 12);
    expect(esCondor.combo.naturalToClose).toBeCloseTo(3.6, 12);
    expect(esCondor.combo.mid).toBeCloseTo(3, 12);
  });

  it('counts a ratio as that many legs', () => {
    const two = { ...sold, ratio: -2 };
    const result = comboQuote([two], () => quoted(two, 1.2, 1.23));
    expect(isRight(result) && result.right).toMatchObject({ natural: 2.4, naturalToClose: 2.46 });
  });

  it('of no legs is nothing', () => {
    expect(comboQuote([], () => undefined)).toMatchObject({
      right: { natural: 0, naturalToClose: 0, mid: 0, width: 0 },
    });
  });

  it('takes a long leg nobody bids for as worth nothing to sell', () => {
    expect(spread([1.2, 1.25], [null, 0.05])).toMatchObject({ natural: 1.15, naturalToClose: 1.25 });
  });

  it.each([
    ['not in the chain', null, 'absent', 'not in the chain'],
    ['without an ask', [1.2, null], 'absent', 'no ask'],
    ['crossed', [1.3, 1.2], 'crossed', '1.3 / 1.2'],
    ['bid below 0', [-0.01, 1.2], 'crossed', '-0.01 / 1.2'],
    ['bid NaN', [Number.NaN, 1.2], 'non-finite', 'NaN / 1.2'],
    ['ask infinite', [1.2, Number.POSITIVE_INFINITY], 'non-finite', '1.2 / Infinity'],
  ] as const)('is missing when a leg is %s, and names the contract', (_, short, reason, detail) => {
    expect(spread(short, [0.4, 0.43])).toEqual([{ fact: 'quote of SPY 2025-03-14 P 540', reason, detail }]);
  });

  it('names every leg that is missing', () => {
    expect(spread(null, [0.4, null])).toMatchObject([
      { fact: 'quote of SPY 2025-03-14 P 540' },
      { fact: 'quote of SPY 2025-03-14 P 535' },
    ]);
  });

  it('has its mid half way between the naturals, and a width that is never negative', () => {
    fc.assert(
      fc.property(anyMarket, ({ combo }) => {
        expect(combo.width).toBeGreaterThanOrEqual(-1e-9);
        expect(combo.mid).toBeCloseTo((combo.natural + combo.naturalToClose) / 2, 9);
        expect(combo.width).toBeCloseTo(combo.naturalToClose - combo.natural, 9);
      }),
      { numRuns: 1_000 },
    );
  });

  it('turned round costs to open what it paid to close', () => {
    const row = fc.record({
      ratio: fc.constantFrom(-2, -1, 1, 2),
      bid: fc.integer({ min: 0, max: 4_000 }),
      spread: fc.integer({ min: 0, max: 600 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const market = (sign: 1 | -1): ComboQuote | null => {
          const legs = rows.map(({ ratio }, index) => leg('ES', sign * ratio, 'put', 5_000 + 5 * index));
          const result = comboQuote(legs, (each) => {
            const { bid, spread: width } = rows[legs.indexOf(each)]!;
            return quoted(each, bid / 100, (bid + width) / 100);
          });
          return isRight(result) ? result.right : null;
        };
        const [straight, turned] = [market(1), market(-1)];
        expect(turned?.natural).toBeCloseTo(-(straight?.naturalToClose ?? Number.NaN), 9);
        expect(turned?.naturalToClose).toBeCloseTo(-(straight?.natural ?? Number.NaN), 9);
        expect(turned?.mid).toBeCloseTo(-(straight?.mid ?? Number.NaN), 9);
      }),
      { numRuns: 1_000 },
    );
  });
});
