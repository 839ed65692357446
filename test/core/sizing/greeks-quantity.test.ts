import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addGreeks,
  greeksBoundsOf,
  isWithinGreeks,
  largestWithinGreeks,
  noGreeks,
  scaleGreeks,
} from '../../../core/index.js';
import { greeks, limits } from './sizing-request.js';

const phase1 = greeksBoundsOf(1, limits);

describe('the largest quantity within the Greeks limits', () => {
  it('is everything when nothing bounds it', () => {
    expect(largestWithinGreeks(noGreeks, noGreeks, phase1, 7)).toBe(7);
    expect(largestWithinGreeks(noGreeks, noGreeks, phase1, 0)).toBe(0);
  });

  it('holds the bounds themselves: delta 300 and gamma 10 either way, vega −500 in phase 1', () => {
    expect(phase1).toEqual({ delta: 300, gamma: 10, vega: -500 });
    expect(largestWithinGreeks(greeks(100, 0, 0), noGreeks, phase1, 9)).toBe(3);
    expect(largestWithinGreeks(greeks(-100.01, 0, 0), noGreeks, phase1, 9)).toBe(2);
    expect(largestWithinGreeks(greeks(0, -5, 0), noGreeks, phase1, 9)).toBe(2);
    expect(largestWithinGreeks(greeks(0, -5.01, 0), noGreeks, phase1, 9)).toBe(1);
    expect(largestWithinGreeks(greeks(0, 0, -125), noGreeks, phase1, 9)).toBe(4);
    expect(largestWithinGreeks(greeks(0, 0, -125.01), noGreeks, phase1, 9)).toBe(3);
  });

  it('has no ceiling on long vega', () => {
    expect(largestWithinGreeks(greeks(0, 0, 5_000), noGreeks, phase1, 9)).toBe(9);
  });

  it('is 0 when one unit is already too much', () => {
    expect(largestWithinGreeks(greeks(0, -20, 0), noGreeks, phase1, 9)).toBe(0);
    expect(largestWithinGreeks(greeks(-1, 0, 0), greeks(-300, 0, 0), phase1, 9)).toBe(0);
    expect(largestWithinGreeks(noGreeks, greeks(-300.01, 0, 0), phase1, 9)).toBe(0);
  });

  it('counts the book, and lets a unit that offsets it in', () => {
    expect(largestWithinGreeks(greeks(-50, 0, 0), greeks(-200, 0, 0), phase1, 9)).toBe(2);
    expect(largestWithinGreeks(greeks(-50, 0, 0), greeks(200, 0, 0), phase1, 12)).toBe(10);
    expect(largestWithinGreeks(greeks(100, 0, 0), greeks(-450, 0, 0), phase1, 9)).toBe(7);
    expect(largestWithinGreeks(greeks(100, 0, 0), greeks(-450, 0, 0), phase1, 1)).toBe(0);
  });

  it('agrees with the sum itself where dividing rounds across a whole number', () => {
    // (300 − 299.1) / 0.1 comes out below 9 though nine fit; (300 − 60.6) / 34.2 is 7 though the sum exceeds 300.
    expect(largestWithinGreeks(greeks(0.1, 0, 0), greeks(299.1, 0, 0), phase1, 20)).toBe(9);
    expect(largestWithinGreeks(greeks(34.2, 0, 0), greeks(60.6, 0, 0), phase1, 20)).toBe(6);
  });

  it('allows nothing with Greeks in phase 0', () => {
    expect(largestWithinGreeks(greeks(0, 0, -0.01), noGreeks, greeksBoundsOf(0, limits), 9)).toBe(0);
  });

  it('is what trying every quantity would find', () => {
    // Tenths and halves put many quantities exactly on a bound.
    const step = (scale: number): fc.Arbitrary<number> =>
      fc.integer({ min: -40, max: 40 }).map((n) => (n * scale) / 10);
    const any = (scale: number): fc.Arbitrary<ReturnType<typeof greeks>> =>
      fc.tuple(step(20 * scale), step(scale), step(40 * scale)).map((each) => greeks(...each));
    fc.assert(
      fc.property(any(1), any(4), fc.constantFrom(1, 2, 3, 4), fc.nat(20), (unit, book, phase, most) => {
        const bounds = greeksBoundsOf(phase, limits);
        const fits = Array.from({ length: most }, (_, index) => index + 1).filter((quantity) =>
          isWithinGreeks(addGreeks(book, scaleGreeks(unit, quantity)), bounds),
        );
        expect(largestWithinGreeks(unit, book, bounds, most)).toBe(Math.max(0, ...fits));
      }),
      { numRuns: 1_000 },
    );
  });
});
