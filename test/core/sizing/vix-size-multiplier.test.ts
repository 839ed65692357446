import fc from 'fast-check';
import { isRight, left } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { vixSizeMultiplier } from '../../../core/index.js';
import { limits } from './sizing-request.js';

const multiplier = (vix: number): number => {
  const result = vixSizeMultiplier(vix, limits);
  return isRight(result) ? result.right : Number.NaN;
};

describe('what VIX does to size', () => {
  it.each([
    [9, 0.75],
    [14.99, 0.75],
    [15, 1],
    [24.99, 1],
    [25, 1],
    [26, 0.95],
    [27.5, 0.875],
    [30, 0.75],
    [34.99, 0.5005],
    [35, 0.25],
    [36, 0.25],
    [39.99, 0.25],
    [40, 0],
    [80, 0],
  ])('at %d it is %d', (vix, expected) => {
    expect(multiplier(vix)).toBeCloseTo(expected, 12);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses VIX %d by name', (vix) => {
    expect(vixSizeMultiplier(vix, limits)).toMatchObject(left({ field: 'vix', value: vix }));
  });

  it('from 15 upwards never rises with VIX, and is always between 0 and 1', () => {
    const level = fc.double({ min: 15, max: 100, noNaN: true });
    fc.assert(
      fc.property(level, level, (a, b) => {
        const [low, high] = [multiplier(Math.min(a, b)), multiplier(Math.max(a, b))];
        expect(1 >= low && low >= high && high >= 0).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
