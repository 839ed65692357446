import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  cents,
  centsFromDollars,
  dollarsOf,
  negate,
  noCents,
  subtract,
  sum,
  type Cents,
} from '../../../core/index.js';

// Three amounts add up to less than 2^53 in any order, so that every sum is exact.
const amount: fc.Arbitrary<Cents> = fc.integer({ min: -(2 ** 51), max: 2 ** 51 }).map(cents);
const isMinusZero = (value: number): boolean => Object.is(value, -0);

describe('rounding to the cent', () => {
  it.each([
    [0, 0],
    [0.49, 0],
    [0.5, 1],
    [1.5, 2],
    [2.5, 3],
    [-0.49, 0],
    [-0.5, -1],
    [-1.5, -2],
    [-2.5, -3],
    [1_234.5, 1_235],
  ])('takes %d cents to %d: halves go away from zero', (from, to) => {
    expect(cents(from)).toBe(to);
  });

  it('does not lift the last double below a half over it', () => {
    expect(cents(0.49999999999999994)).toBe(0);
    expect(cents(-0.49999999999999994)).toBe(0);
  });

  it.each([2 ** 52 + 1, 2 ** 53 - 1])('leaves the whole amount %d as it is', (whole) => {
    expect(cents(whole)).toBe(whole);
    expect(cents(-whole)).toBe(-whole);
  });

  it('reads dollars the same way', () => {
    expect([1.25, 0.005, -0.005, 30_000, 0.1 + 0.2].map(centsFromDollars)).toEqual([
      125, 1, -1, 3_000_000, 30,
    ]);
    expect(dollarsOf(cents(2_950_099))).toBe(29_500.99);
  });

  it('is odd, leaves whole amounts alone and never moves by more than half a cent', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        expect(cents(-value) + cents(value)).toBe(0);
        expect(cents(cents(value))).toBe(cents(value));
        expect(Math.abs(cents(value) - value)).toBeLessThanOrEqual(0.5);
        expect(Number.isInteger(cents(value))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('adding money', () => {
  it('is associative and commutative, with nothing as identity', () => {
    fc.assert(
      fc.property(amount, amount, amount, (a, b, c) => {
        expect(add(add(a, b), c)).toBe(add(a, add(b, c)));
        expect(add(a, b)).toBe(add(b, a));
        expect(add(a, noCents)).toBe(a);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is undone by subtracting, and by adding the negative', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(subtract(add(a, b), b)).toBe(a);
        expect(add(a, negate(a))).toBe(noCents);
      }),
      { numRuns: 1_000 },
    );
  });

  it('of a list does not depend on its order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }).map(cents)), (amounts) => {
        expect(sum([...amounts].reverse())).toBe(sum(amounts));
      }),
      { numRuns: 1_000 },
    );
    expect(sum([])).toBe(noCents);
  });
});

describe('−0', () => {
  it('never comes out of any operation', () => {
    const near = fc.oneof(fc.constantFrom(-0, 0, -0.4, -1e-300, 0.4), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(near, amount, (value, a) => {
        const results = [
          cents(value),
          centsFromDollars(value),
          subtract(a, a),
          add(a, negate(a)),
          negate(cents(0)),
        ];
        expect(results.some(isMinusZero)).toBe(false);
        expect(isMinusZero(sum([cents(value), noCents]))).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});
