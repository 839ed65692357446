import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactPoints, isOnGrid, roundDown, roundUp } from '../../../core/index.js';

const anyTick = fc.constantFrom(0.01, 0.05, 0.1, 0.25, 1 / 64);
const anyPrice = fc.double({ min: -500, max: 500, noNaN: true });

describe('prices on a tick grid', () => {
  it('are the decimals a person would write', () => {
    expect(roundDown(0.1 + 0.2, 0.05)).toBe(0.3);
    expect(roundUp(0.1 + 0.2, 0.05)).toBe(0.3);
    expect(roundUp(1.1 * 3, 0.1)).toBe(3.3);
    expect(exactPoints(3.6 - 2.4)).toBe(1.2);
  });

  it('move to the next tick only when they are really beyond this one', () => {
    expect(roundUp(1.9, 0.05)).toBe(1.9);
    expect(roundUp(1.9001, 0.05)).toBe(1.95);
    expect(roundDown(1.9499, 0.05)).toBe(1.9);
  });

  it('round up towards zero below it, and never to minus zero', () => {
    expect(roundUp(-0.02, 0.05)).toBe(0);
    expect(roundDown(-0.02, 0.05)).toBe(-0.05);
  });

  it('bracket every price within one tick and stay where they are', () => {
    fc.assert(
      fc.property(anyPrice, anyTick, (price, tick) => {
        const [low, high] = [roundDown(price, tick), roundUp(price, tick)];
        expect(low).toBeLessThanOrEqual(price + 1e-6);
        expect(high).toBeGreaterThanOrEqual(price - 1e-6);
        expect(high - low).toBeLessThanOrEqual(tick + 1e-9);
        expect(isOnGrid(low, tick) && isOnGrid(high, tick)).toBe(true);
        expect(roundUp(low, tick)).toBe(low);
        expect(roundDown(high, tick)).toBe(high);
      }),
      { numRuns: 1_000 },
    );
  });

  it('print with no more decimals than their tick', () => {
    fc.assert(
      fc.property(anyPrice, (price) => {
        expect(String(roundUp(price, 0.05))).toMatch(/^-?\d+(\.\d\d?)?$/);
      }),
      { numRuns: 1_000 },
    );
  });
});
