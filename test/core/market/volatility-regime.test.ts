import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPanicJump, regimeOf } from '../../../core/index.js';
import { limits } from './fixtures.js';

const order = ['complacent', 'normal', 'elevated', 'panic'];

describe('volatility regime', () => {
  it.each([
    [9, 'complacent'],
    [14.99, 'complacent'],
    [15, 'normal'],
    [24.99, 'normal'],
    [25, 'elevated'],
    [39.99, 'elevated'],
    [40, 'panic'],
    [65.73, 'panic'],
  ] as const)('of VIX %s is %s: a bound belongs to the regime above it', (vix, regime) => {
    expect(regimeOf(vix, limits)).toBe(regime);
  });

  it('is panic for a NaN that slipped through, never calm', () => {
    expect(regimeOf(Number.NaN, limits)).toBe('panic');
  });

  it('never calms down as VIX rises', () => {
    const vix = fc.double({ min: 0, max: 200, noNaN: true });
    fc.assert(
      fc.property(vix, vix, (a, b) => {
        const rank = (level: number): number => order.indexOf(regimeOf(level, limits));
        return rank(Math.min(a, b)) <= rank(Math.max(a, b));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('panic by jump', () => {
  it.each([
    // 1.5 × 18.60 = 27.90
    [27.89, 18.6, false],
    [27.9, 18.6, false],
    [27.91, 18.6, true],
    // 2024-08-05: Friday's close 23.39, the print of 08:30 65.73
    [65.73, 23.39, true],
    // 2024-08-02: 18.59 → 29.49 in the 10:10 bar (D§5.15)
    [29.49, 18.59, true],
  ])('a print of %s after a close of %s: %s', (print, close, jump) => {
    expect(isPanicJump(print, close, limits)).toBe(jump);
  });

  it('never calls exactly one and a half times the close a jump, and always the next hundredth', () => {
    // Closes in even hundredths, whose one-and-a-half fold is a whole number of hundredths.
    fc.assert(
      fc.property(fc.integer({ min: 250, max: 7_500 }), (half) => {
        const close = (2 * half) / 100;
        return (
          !isPanicJump((3 * half) / 100, close, limits) && isPanicJump((3 * half + 1) / 100, close, limits)
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('is true when a number is not known, so that nothing passes for calm', () => {
    expect(isPanicJump(Number.NaN, 20, limits)).toBe(true);
    expect(isPanicJump(20, Number.NaN, limits)).toBe(true);
  });
});
