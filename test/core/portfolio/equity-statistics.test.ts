import fc from 'fast-check';
import { left, right } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import {
  cents,
  dailyReturns,
  limitsOf,
  maximumDrawdown,
  seedRules,
  sharpeRatio,
} from '../../../core/index.js';

const limits = limitsOf(seedRules);
const closes = (...amounts: ReadonlyArray<number>): ReturnType<typeof cents>[] => amounts.map(cents);
const series = fc.array(fc.integer({ min: 1, max: 100_000_000 }).map(cents), { minLength: 1, maxLength: 60 });

describe('daily returns', () => {
  it('are simple returns, one fewer than the closes', () => {
    expect(dailyReturns(closes(100, 110, 99))).toEqual(right([0.1, -0.1]));
    expect(dailyReturns(closes(100))).toEqual(right([]));
    expect(dailyReturns([])).toEqual(right([]));
  });

  it('are refused on equity of 0 or less, unless it is the last close', () => {
    expect(dailyReturns(closes(100, 0, 50))).toMatchObject(left({ field: 'equity[1]', value: 0 }));
    expect(dailyReturns(closes(-1, 50))).toMatchObject(left({ field: 'equity[0]', value: -1 }));
    expect(dailyReturns(closes(100, 0))).toEqual(right([-1]));
  });
});

describe('the Sharpe ratio', () => {
  it('is mean over sample deviation times the root of 252', () => {
    // Mean 0.01, deviations ±0.01, sample variance 0.0002: 0.01 / sqrt(0.0002) × sqrt(252) = 11.225.
    expect(sharpeRatio([0.02, 0], limits)).toBeCloseTo(11.224972, 6);
    expect(sharpeRatio([0.02, 0, 0.01, -0.03], limits)).toBe(0);
  });

  it('is null without variation to divide by, never a guess', () => {
    expect(sharpeRatio([], limits)).toBeNull();
    expect(sharpeRatio([0.01], limits)).toBeNull();
    expect(sharpeRatio([0.1, 0.1, 0.1], limits)).toBeNull();
    expect(sharpeRatio([1e-200, 0], limits)).toBeNull();
    expect(sharpeRatio([Number.NaN, 0], limits)).toBeNull();
  });

  it('changes sign with the returns and not with their scale', () => {
    const returns = fc.array(
      fc.integer({ min: -500, max: 500 }).map((basis) => basis / 10_000),
      {
        minLength: 2,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(returns, (each) => {
        const ratio = sharpeRatio(each, limits);
        fc.pre(ratio !== null);
        expect(
          sharpeRatio(
            each.map((one) => -one),
            limits,
          ),
        ).toBeCloseTo(-ratio, 9);
        expect(
          sharpeRatio(
            each.map((one) => one * 4),
            limits,
          ),
        ).toBeCloseTo(ratio, 9);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the maximum drawdown', () => {
  it('is the deepest fall from a running peak, with where it began and ended', () => {
    expect(maximumDrawdown(closes(100, 120, 90, 130, 104))).toEqual({
      fraction: 0.25,
      amount: 30,
      peak: 1,
      trough: 2,
    });
  });

  it('of equally deep falls is the first', () => {
    expect(maximumDrawdown(closes(100, 75, 100, 75, 90))).toMatchObject({ peak: 0, trough: 1 });
  });

  it('is 0 for a series that never falls, and null for one that is empty or never above 0', () => {
    expect(maximumDrawdown(closes(1, 2, 3))).toMatchObject({ fraction: 0, amount: 0 });
    expect(maximumDrawdown([])).toBeNull();
    expect(maximumDrawdown(closes(-5, 0))).toBeNull();
    expect(maximumDrawdown(closes(0, 100, 50))).toMatchObject({ fraction: 0.5, peak: 1, trough: 2 });
  });

  it('is the largest over every pair of an earlier and a later close', () => {
    fc.assert(
      fc.property(series, (equity) => {
        const pairs = equity.flatMap((early, i) => equity.slice(i).map((late) => (early - late) / early));
        const drawdown = maximumDrawdown(equity)!;
        expect(drawdown.fraction).toBe(Math.max(...pairs));
        expect(drawdown.amount).toBe(equity[drawdown.peak]! - equity[drawdown.trough]!);
        expect(drawdown.peak).toBeLessThanOrEqual(drawdown.trough);
      }),
      { numRuns: 1_000 },
    );
  });
});
