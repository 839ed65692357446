import { isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missing, readingOf } from '../../../core/index.js';
import { shown } from '../market/fixtures.js';

describe('a reading', () => {
  it.each([
    [22.5, 22.5],
    [0, 0],
    [-1, -1],
    [null, 'absent'],
    [undefined, 'absent'],
    [Number.NaN, 'non-finite'],
    [Number.POSITIVE_INFINITY, 'non-finite'],
    [Number.NEGATIVE_INFINITY, 'non-finite'],
  ])('of %s is %s', (value, expected) => {
    expect(shown(readingOf('VIX', value))).toBe(expected);
  });

  it('names the fact that is missing and what was seen instead', () => {
    expect(readingOf('VIX', Number.NaN)).toEqual(missing('VIX', 'non-finite', 'NaN'));
    expect(readingOf('VIX', null)).toEqual(missing('VIX', 'absent'));
  });

  it('is there exactly when the number is finite, and is that number: no default exists', () => {
    const source = fc.oneof(fc.double({ noNaN: false }), fc.constantFrom(null, undefined));
    fc.assert(
      fc.property(source, (value) => {
        const reading = readingOf('VIX', value);
        expect(isRight(reading)).toBe(Number.isFinite(value));
        if (isRight(reading)) expect(reading.right).toBe(value);
      }),
      { numRuns: 1_000 },
    );
  });
});
