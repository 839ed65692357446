import { isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finite, positive, whole } from '../../../core/index.js';

describe('the codecs of numbers', () => {
  it.each([
    [0, true, false, true],
    [1.5, true, true, false],
    [-2, true, false, true],
    [Number.MAX_VALUE, true, true, true],
    [5e-324, true, true, false],
    [Number.NaN, false, false, false],
    [Number.POSITIVE_INFINITY, false, false, false],
    [Number.NEGATIVE_INFINITY, false, false, false],
    ['1', false, false, false],
    [null, false, false, false],
  ])('read %s as finite %s, positive %s, whole %s', (input, ...expected) => {
    expect([finite, positive, whole].map((codec) => isRight(codec.decode(input)))).toEqual(expected);
  });

  it('accept nothing but finite numbers, and give back what they read', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        const decoded = finite.decode(input);
        expect(isRight(decoded)).toBe(Number.isFinite(input));
        if (isRight(decoded)) expect(decoded.right).toBe(input);
      }),
      { numRuns: 1_000 },
    );
  });
});
