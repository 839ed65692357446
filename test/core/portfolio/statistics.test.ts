import fc from 'fast-check';
import { left, right } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import {
  cents,
  centsFromDollars,
  limitsOf,
  outcomeOf,
  pooledStatistics,
  priorOf,
  seedRules,
  type ClosedTrade,
  type Payoff,
  type TradeOutcome,
  type TradeStatistics,
} from '../../../core/index.js';

const limits = limitsOf(seedRules);
const lt112 = priorOf('lt112', limits);
const outcomes = (...profits: ReadonlyArray<number>): ReadonlyArray<TradeOutcome> =>
  profits.map((profitInCredits) => ({ profitInCredits }));
const pooled = (prior: Payoff, trades: ReadonlyArray<TradeOutcome>): TradeStatistics => {
  const result = pooledStatistics(prior, trades, limits);
  if (result._tag === 'Left') expect.unreachable(`${result.left.field} ${result.left.value}`);
  return result.right;
};

describe('the priors', () => {
  it('are the rule set’s, by strategy', () => {
    expect(priorOf('friday-0dte', limits)).toEqual({ winRate: 0.88, averageWin: 0.5, averageLoss: 1 });
    expect(lt112).toEqual({ winRate: 0.75, averageWin: 0.3, averageLoss: 0.2 });
  });
});

describe('pooling the prior with what was realised', () => {
  it('gives the prior itself before the first close', () => {
    const statistics = pooled(lt112, []);
    expect(statistics.trades).toBe(0);
    expect(statistics.winRate).toBeCloseTo(0.75, 12);
    expect(statistics.averageWin).toBeCloseTo(0.3, 12);
    expect(statistics.averageLoss).toBeCloseTo(0.2, 12);
  });

  it('weighs the prior as 20 trades: 15 wins of 0.3 and 5 losses of 0.2 for LT112', () => {
    // Four realised: wins of 0.5, 0.5 and 0.5, a loss of 2.
    // p = (15 + 3) / 24; win = (15 × 0.3 + 1.5) / 18; loss = (5 × 0.2 + 2) / 6.
    const statistics = pooled(lt112, outcomes(0.5, -2, 0.5, 0.5));
    expect(statistics.winRate).toBeCloseTo(0.75, 12);
    expect(statistics.averageWin).toBeCloseTo(6 / 18, 12);
    expect(statistics.averageLoss).toBeCloseTo(0.5, 12);
    expect(statistics.trades).toBe(4);
  });

  it('still weighs the prior as 20 trades after 100 closes', () => {
    expect(pooled(lt112, outcomes(...Array<number>(100).fill(0.5))).winRate).toBeCloseTo(115 / 120, 12);
  });

  it('looks at the last 100 closes only', () => {
    const hundred = outcomes(...Array<number>(100).fill(0.5));
    expect(pooled(lt112, [...outcomes(-3), ...hundred])).toEqual(pooled(lt112, hundred));
    expect(pooled(lt112, [...hundred, ...outcomes(-3)])).not.toEqual(pooled(lt112, hundred));
  });

  it('counts a trade that ended at exactly 0 among the trades, but as neither win nor loss', () => {
    expect(pooled(lt112, outcomes(0))).toEqual({ ...pooled(lt112, []), trades: 1 });
  });

  it('keeps the win rate inside (0, 1) and the averages between the prior and what was realised', () => {
    const profit = fc.double({ min: -6, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(profit, { maxLength: 150 }), (profits) => {
        const { winRate, averageWin, averageLoss } = pooled(lt112, outcomes(...profits));
        expect(winRate > 0 && winRate < 1).toBe(true);
        expect(averageWin > 0 && averageWin <= 1).toBe(true);
        expect(averageLoss > 0 && averageLoss <= 6).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('rises with another win and falls with another loss', () => {
    const profits = fc.array(fc.constantFrom(-2, 0.5), { maxLength: 90 });
    fc.assert(
      fc.property(profits, (before) => {
        const { winRate } = pooled(lt112, outcomes(...before));
        expect(pooled(lt112, outcomes(...before, 0.5)).winRate).toBeGreaterThan(winRate);
        expect(pooled(lt112, outcomes(...before, -2)).winRate).toBeLessThan(winRate);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('what pooling refuses', () => {
  const refusal = (prior: Payoff, trades = outcomes()): unknown => pooledStatistics(prior, trades, limits);

  it.each<readonly [string, Partial<Payoff>, number]>([
    ['prior.winRate', { winRate: 0 }, 0],
    ['prior.winRate', { winRate: 1 }, 1],
    ['prior.winRate', { winRate: Number.NaN }, Number.NaN],
    ['prior.averageWin', { averageWin: 0 }, 0],
    ['prior.averageLoss', { averageLoss: -1 }, -1],
    ['prior.averageLoss', { averageLoss: Number.POSITIVE_INFINITY }, Number.POSITIVE_INFINITY],
  ])('names %s', (field, change, value) => {
    expect(refusal({ ...lt112, ...change })).toMatchObject(left({ field, value }));
  });

  it('names outcomes that are not finite, and a prior without weight', () => {
    expect(refusal(lt112, outcomes(0.5, Number.NaN))).toMatchObject(left({ field: 'outcomes' }));
    expect(refusal(lt112, outcomes(-1e308, -1e308))).toMatchObject(left({ field: 'outcomes' }));
    expect(pooledStatistics(lt112, [], { ...limits, 'kelly.priorWeight': 0 })).toMatchObject(
      left({ field: 'kelly.priorWeight', value: 0 }),
    );
  });
});

describe('the outcome of a closed trade', () => {
  // 2 SPY spreads sold at 1.00: $200 of credit.
  const closed = (credit: number, profit: number): ClosedTrade =>
    ({
      position: { root: 'SPY', credit, quantity: 2 },
      profit: centsFromDollars(profit),
      fees: cents(440),
    }) as ClosedTrade;

  it('is its profit before fees in multiples of the credit', () => {
    expect(outcomeOf(closed(1, 100))).toEqual(right({ profitInCredits: 0.5 }));
    expect(outcomeOf(closed(1, -400))).toEqual(right({ profitInCredits: -2 }));
  });

  it('does not exist for a position that was not opened for a credit', () => {
    expect(outcomeOf(closed(0, 100))).toMatchObject(left({ field: 'credit', value: 0 }));
    expect(outcomeOf(closed(-1, 100))).toMatchObject(left({ field: 'credit', value: -20_000 }));
  });
});
