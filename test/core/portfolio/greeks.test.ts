import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addGreeks, noGreeks, scaleGreeks, type Greeks } from '../../../core/index.js';

// Quarters add and multiply exactly, so that the laws hold to the bit.
const number = fc.integer({ min: -100_000, max: 100_000 }).map((quarters) => quarters / 4);
const anyGreeks: fc.Arbitrary<Greeks> = fc.record({
  delta: number,
  gamma: number,
  rawGamma: number,
  vega: number,
  theta: number,
  rho: number,
});
// −0 + 0 is 0: the laws are about values.
const plain = (greeks: Greeks): Greeks => addGreeks(greeks, noGreeks);

describe('Greeks of a book', () => {
  it('add up member by member', () => {
    const one: Greeks = { delta: 1, gamma: 2, rawGamma: 3, vega: 4, theta: 5, rho: 6 };
    const ten: Greeks = { delta: 10, gamma: 20, rawGamma: 30, vega: 40, theta: 50, rho: 60 };
    expect(addGreeks(one, ten)).toEqual({ delta: 11, gamma: 22, rawGamma: 33, vega: 44, theta: 55, rho: 66 });
    expect(scaleGreeks(one, 10)).toEqual(ten);
  });

  it('add in any order and grouping, with none as identity', () => {
    fc.assert(
      fc.property(anyGreeks, anyGreeks, anyGreeks, (a, b, c) => {
        expect(addGreeks(a, b)).toEqual(addGreeks(b, a));
        expect(addGreeks(addGreeks(a, b), c)).toEqual(addGreeks(a, addGreeks(b, c)));
        expect(plain(a)).toEqual(addGreeks(noGreeks, a));
      }),
      { numRuns: 1_000 },
    );
  });

  it('of several units are the Greeks of one, added up', () => {
    fc.assert(
      fc.property(anyGreeks, fc.integer({ min: 0, max: 20 }), (unit, quantity) => {
        const added = Array.from({ length: quantity }, () => unit).reduce(addGreeks, noGreeks);
        expect(plain(scaleGreeks(unit, quantity))).toEqual(added);
      }),
      { numRuns: 1_000 },
    );
  });
});
