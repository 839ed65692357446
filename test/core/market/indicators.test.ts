import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averageTrueRange,
  exponentialMovingAverage,
  ivRank,
  trueRanges,
  type Prices,
  type Reading,
} from '../../../core/index.js';
import { shown } from './fixtures.js';

const value = (reading: Reading<number>): number => (isRight(reading) ? reading.right : Number.NaN);
const price = fc.double({ min: 1, max: 10_000, noNaN: true });
const length = fc.integer({ min: 1, max: 30 });
const anything = fc.double();

describe('EMA', () => {
  it('is seeded by the simple mean, then moves by 2 / (n + 1) of the difference', () => {
    // EMA(3): seed (10 + 11 + 12) / 3 = 11; weight 2 / 4.
    // 11 + (15 − 11) / 2 = 13; 13 + (9 − 13) / 2 = 11.
    expect(value(exponentialMovingAverage([10, 11, 12], 3))).toBeCloseTo(11, 12);
    expect(value(exponentialMovingAverage([10, 11, 12, 15], 3))).toBeCloseTo(13, 12);
    expect(value(exponentialMovingAverage([10, 11, 12, 15, 9], 3))).toBeCloseTo(11, 12);
  });

  it('of length 1 is the last value', () => {
    expect(value(exponentialMovingAverage([3, 1, 7], 1))).toBe(7);
  });

  it('needs as many values as it is long, and says how many it saw', () => {
    const short = exponentialMovingAverage([1, 2], 3);
    expect(isLeft(short) && short.left).toEqual({
      fact: 'EMA(3)',
      reason: 'too-short',
      detail: '2 of 3 values',
    });
    expect(isRight(exponentialMovingAverage([1, 2, 3], 3))).toBe(true);
  });

  it.each([0, -1, 2.5, Number.NaN])('has no answer for a length of %s', (odd) => {
    expect(shown(exponentialMovingAverage([1, 2, 3], odd))).toBe('too-short');
  });

  it('of a constant is the constant, to the last bit', () => {
    fc.assert(
      fc.property(price, length, fc.integer({ min: 0, max: 300 }), (level, n, more) => {
        const values = Array.from({ length: n + more }, () => level);
        return value(exponentialMovingAverage(values, n)) === level;
      }),
      { numRuns: 1_000 },
    );
  });

  it('stays between the lowest and the highest value', () => {
    fc.assert(
      fc.property(fc.array(price, { minLength: 30, maxLength: 120 }), length, (values, n) => {
        const ema = value(exponentialMovingAverage(values, n));
        const slack = 1e-9 * Math.max(...values);
        return ema >= Math.min(...values) - slack && ema <= Math.max(...values) + slack;
      }),
      { numRuns: 1_000 },
    );
  });

  it('forgets its seed: over the last 252 values it is what it is over all of them', () => {
    const closes = fc.array(price, { minLength: 300, maxLength: 500 });
    fc.assert(
      fc.property(closes, (values) => {
        const long = value(exponentialMovingAverage(values, 21));
        const short = value(exponentialMovingAverage(values.slice(-252), 21));
        return Math.abs(long - short) <= 1e-9 * Math.max(...values);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is missing or a number whatever it is given, never NaN', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 40 }), fc.integer({ min: -1, max: 40 }), (values, n) => {
        const ema = exponentialMovingAverage(values, n);
        return isLeft(ema) || Number.isFinite(ema.right);
      }),
      { numRuns: 1_000 },
    );
    expect(shown(exponentialMovingAverage([1, Number.NaN, 3], 2))).toBe('non-finite');
    expect(shown(exponentialMovingAverage([1e308, -1e308, 1e308], 2))).toBe('non-finite');
  });
});

const bar = (high: number, low: number, close: number): Prices => ({ open: close, high, low, close });

const bars = fc.array(
  fc.record({ open: price, high: price, low: price, close: price }).map((each) => ({
    ...each,
    high: Math.max(each.open, each.high, each.low, each.close),
    low: Math.min(each.open, each.high, each.low, each.close),
  })),
  { minLength: 31, maxLength: 60 },
);

describe('ATR', () => {
  const days = [
    bar(11, 9, 10),
    bar(12, 10, 11), // high − low 2, the largest: 2
    bar(15, 13, 14), // gap up: 15 − 11 = 4
    bar(12, 11, 11.5), // gap down: 14 − 11 = 3
    bar(13, 11, 12), // high − low 2: 2
  ];

  it('measures gaps from the last close as well as the range of the day', () => {
    expect(trueRanges(days)).toEqual([2, 4, 3, 2]);
  });

  it('is seeded by the mean of the first n true ranges, then moves by 1 / n of the difference', () => {
    // ATR(3): seed (2 + 4 + 3) / 3 = 3, then 3 + (2 − 3) / 3 = 2.666…
    expect(value(averageTrueRange(days.slice(0, 4), 3))).toBeCloseTo(3, 12);
    expect(value(averageTrueRange(days, 3))).toBeCloseTo(8 / 3, 12);
  });

  it('needs one bar more than it is long: the first true range has a close before it', () => {
    const short = averageTrueRange(days.slice(0, 3), 3);
    expect(isLeft(short) && short.left).toEqual({
      fact: 'ATR(3)',
      reason: 'too-short',
      detail: '2 of 3 values',
    });
    expect(isRight(averageTrueRange(days.slice(0, 4), 3))).toBe(true);
    expect(shown(averageTrueRange([], 1))).toBe('too-short');
  });

  it('is at least 0 and at most the largest true range', () => {
    fc.assert(
      fc.property(bars, length, (each, n) => {
        const atr = value(averageTrueRange(each, n));
        return atr >= 0 && atr <= Math.max(...trueRanges(each)) * (1 + 1e-12);
      }),
      { numRuns: 1_000 },
    );
  });

  it('scales with the prices', () => {
    fc.assert(
      fc.property(bars, length, (each, n) => {
        const doubled = each.map(({ open, high, low, close }) => ({
          open: 2 * open,
          high: 2 * high,
          low: 2 * low,
          close: 2 * close,
        }));
        return value(averageTrueRange(doubled, n)) === 2 * value(averageTrueRange(each, n));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is missing, never NaN, when a bar has a hole in it', () => {
    fc.assert(
      fc.property(
        bars,
        length,
        fc.nat(),
        fc.constantFrom('high', 'low', 'close'),
        fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY),
        (each, n, where, field, odd) => {
          // The first bar lends only its close, the last one lends its close to nobody.
          const index = 1 + (where % (each.length - 2));
          const spoilt = each.map((day, i) => (i === index ? { ...day, [field]: odd } : day));
          return shown(averageTrueRange(spoilt, n)) === 'non-finite';
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('IV rank', () => {
  it('is the place in the range of the last closes', () => {
    // Range 10 to 30 over four closes: (15 − 10) / 20.
    expect(value(ivRank(15, [10, 30, 20, 12], 4))).toBe(0.25);
  });

  it('looks only at the last closes it is asked for', () => {
    // The 90 is five closes ago.
    expect(value(ivRank(15, [90, 10, 30, 20, 12], 4))).toBe(0.25);
  });

  it('of a new extreme is 0 or 1', () => {
    expect(value(ivRank(50, [10, 30], 2))).toBe(1);
    expect(value(ivRank(5, [10, 30], 2))).toBe(0);
  });

  it('needs every close of its window, and says how many it saw', () => {
    const closes = Array.from({ length: 252 }, (_, day) => 15 + (day % 10));
    expect(isRight(ivRank(20, closes, 252))).toBe(true);
    const short = ivRank(20, closes.slice(1), 252);
    expect(isLeft(short) && short.left.reason).toBe('too-short');
    expect(isLeft(short) && short.left.detail).toBe('251 of 252 closes');
    expect(shown(ivRank(20, closes, 0))).toBe('too-short');
  });

  it('means nothing in a range of zero', () => {
    expect(shown(ivRank(15, [15, 15, 15], 3))).toBe('absent');
  });

  it('is from 0 to 1, and never falls when the volatility rises', () => {
    const closes = fc.array(fc.double({ min: 5, max: 150, noNaN: true }), { minLength: 20, maxLength: 40 });
    const vix = fc.double({ min: 5, max: 150, noNaN: true });
    fc.assert(
      fc.property(closes, vix, vix, (history, a, b) => {
        fc.pre(new Set(history).size > 1);
        const low = value(ivRank(Math.min(a, b), history, 20));
        const high = value(ivRank(Math.max(a, b), history, 20));
        fc.pre(Number.isFinite(low) && Number.isFinite(high));
        return low >= 0 && high <= 1 && low <= high;
      }),
      { numRuns: 1_000 },
    );
  });

  it('is missing or a number whatever it is given, never NaN', () => {
    fc.assert(
      fc.property(anything, fc.array(anything, { maxLength: 10 }), fc.nat(10), (iv, closes, sessions) => {
        const rank = ivRank(iv, closes, sessions);
        return isLeft(rank) || Number.isFinite(rank.right);
      }),
      { numRuns: 1_000 },
    );
    expect(shown(ivRank(20, [10, Number.NaN], 2))).toBe('non-finite');
    expect(shown(ivRank(Number.NaN, [10, 20], 2))).toBe('non-finite');
  });
});
