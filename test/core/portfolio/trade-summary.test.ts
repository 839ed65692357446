import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cents,
  centsFromDollars,
  limitsOf,
  seedRules,
  summariseTrades,
  wilson,
  type TradeSummary,
} from '../../../core/index.js';

const limits = limitsOf(seedRules);
const summary = (...dollars: ReadonlyArray<number>): TradeSummary =>
  summariseTrades(dollars.map(centsFromDollars), limits);

describe('the summary of trades', () => {
  it('counts wins and losses, and leaves a trade at exactly 0 out of the win rate', () => {
    const { trades, wins, losses, winRate } = summary(100, -50, 0, 25);
    expect({ trades, wins, losses, rate: winRate?.value }).toEqual({
      trades: 4,
      wins: 2,
      losses: 1,
      rate: 2 / 3,
    });
  });

  it('gives profit factor, averages, best and worst in money', () => {
    expect(summary(100, -50, 0, 25)).toMatchObject({
      profit: 7_500,
      profitFactor: 2.5,
      averageWin: 6_250,
      averageLoss: 5_000,
      best: 10_000,
      worst: -5_000,
    });
  });

  it('has no figure where there is no trade to stand on', () => {
    expect(summary()).toEqual({
      trades: 0,
      wins: 0,
      losses: 0,
      winRate: null,
      few: true,
      profit: 0,
      profitFactor: null,
      averageWin: null,
      averageLoss: null,
      best: null,
      worst: null,
      streaks: { current: 0, winning: 0, losing: 0 },
    });
    expect(summary(10, 20)).toMatchObject({ profitFactor: null, averageLoss: null });
    expect(summary(-10, -20)).toMatchObject({ profitFactor: 0, averageWin: null, best: -1_000 });
    expect(summary(0)).toMatchObject({ trades: 1, winRate: null, best: 0, worst: 0 });
  });

  it('is few below 20 decided trades and not at 20', () => {
    const wins = (count: number): ReadonlyArray<number> => Array<number>(count).fill(1);
    expect(summary(...wins(19)).few).toBe(true);
    expect(summary(...wins(19), 0).few).toBe(true);
    expect(summary(...wins(20)).few).toBe(false);
    expect(summary(...wins(21)).few).toBe(false);
  });

  it('follows streaks, which a flat trade ends', () => {
    expect(summary(1, 1, 1, -1, -1, 1).streaks).toEqual({ current: 1, winning: 3, losing: 2 });
    expect(summary(1, -1, -1).streaks).toEqual({ current: -2, winning: 1, losing: 2 });
    expect(summary(1, 1, 0).streaks).toEqual({ current: 0, winning: 2, losing: 0 });
    expect(summary(1, 0, 1).streaks).toEqual({ current: 1, winning: 1, losing: 0 });
  });

  it('adds up whatever the trades', () => {
    const profits = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(profits, (amounts) => {
        const result = summariseTrades(amounts.map(cents), limits);
        const total = amounts.reduce((sum, amount) => sum + amount, 0);
        expect(result.profit).toBe(total);
        expect(result.wins + result.losses).toBe(amounts.filter((amount) => amount !== 0).length);
        expect(result.streaks.winning).toBeLessThanOrEqual(result.wins);
        expect(result.streaks.losing).toBeLessThanOrEqual(result.losses);
        if (result.profitFactor !== null) expect(Math.sign(result.profitFactor - 1)).toBe(Math.sign(total));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the Wilson interval', () => {
  // Found by bisection of (rate − p)² = 1.96² × p(1 − p)/n, whose roots the interval is defined by.
  it.each([
    [9, 10, 0.595844, 0.982124],
    [0, 10, 0, 0.27754],
    [10, 10, 0.72246, 1],
    [1, 1, 0.206543, 1],
    [50, 100, 0.403832, 0.596168],
  ])('of %d in %d is [%d, %d]', (wins, count, low, high) => {
    const interval = wilson(wins, count, limits['statistics.standardErrors']);
    expect(interval.low).toBeCloseTo(low, 5);
    expect(interval.high).toBeCloseTo(high, 5);
  });

  const counts = fc
    .integer({ min: 1, max: 5_000 })
    .chain((count) => fc.tuple(fc.integer({ min: 0, max: count }), fc.constant(count)));

  it('holds the rate it is about and stays within 0 and 1', () => {
    fc.assert(
      fc.property(counts, ([wins, count]) => {
        const { value, low, high } = wilson(wins, count, 1.96);
        expect(0 <= low && low <= value && value <= high && high <= 1).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('ends where the rate stands 1.96 standard errors away', () => {
    fc.assert(
      fc.property(counts, ([wins, count]) => {
        const { value, low, high } = wilson(wins, count, 1.96);
        const away = (bound: number): number => 1.96 * Math.sqrt((bound * (1 - bound)) / count);
        if (wins > 0) expect(value - low).toBeCloseTo(away(low), 9);
        if (wins < count) expect(high - value).toBeCloseTo(away(high), 9);
      }),
      { numRuns: 1_000 },
    );
  });

  it('mirrors wins and losses, and narrows with four times the trades', () => {
    fc.assert(
      fc.property(counts, ([wins, count]) => {
        const { low, high } = wilson(wins, count, 1.96);
        const mirrored = wilson(count - wins, count, 1.96);
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
        const more = wilson(wins * 4, count * 4, 1.96);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
      { numRuns: 1_000 },
    );
  });
});
