import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  known,
  missing,
  mustBe,
  mustBeAbove,
  mustBeAtLeast,
  mustBeAtMost,
  mustBeBelow,
  mustHold,
} from '../../../core/index.js';

const comparisons = [
  ['above', mustBeAbove],
  ['at least', mustBeAtLeast],
  ['below', mustBeBelow],
  ['at most', mustBeAtMost],
] as const;

describe('a number against its limit', () => {
  it.each([
    ['above', mustBeAbove, ['Fail', 'Fail', 'Pass']],
    ['at least', mustBeAtLeast, ['Fail', 'Pass', 'Pass']],
    ['below', mustBeBelow, ['Pass', 'Fail', 'Fail']],
    ['at most', mustBeAtMost, ['Pass', 'Pass', 'Fail']],
  ] as const)('%s 22: at 21, 22 and 23', (_, must, expected) => {
    expect([21, 22, 23].map((value) => must(known(value), 22, 'vol points')._tag)).toEqual(expected);
  });

  it('carries what was seen, the limit, the distance and the unit', () => {
    expect(mustBeAbove(known(21.5), 22, 'vol points')).toEqual({
      _tag: 'Fail',
      finding: {
        _tag: 'Measured',
        observed: 21.5,
        comparison: 'above',
        limit: 22,
        distance: 0.5,
        unit: 'vol points',
      },
    });
  });

  it.each(comparisons)(
    '%s agrees with the arithmetic, at a distance that is never negative',
    (name, must) => {
      const holds = { above: 1, 'at least': 1, below: -1, 'at most': -1 }[name];
      const includesLimit = name.startsWith('at');
      fc.assert(
        fc.property(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }), (observed, limit) => {
          const verdict = must(known(observed), limit, 'days');
          const side = Math.sign(observed - limit);
          expect(verdict._tag).toBe(side === holds || (side === 0 && includesLimit) ? 'Pass' : 'Fail');
          expect(verdict).toMatchObject({ finding: { distance: Math.abs(observed - limit) } });
        }),
        { numRuns: 1_000 },
      );
    },
  );

  it.each(comparisons)('%s is unknown exactly when the number is missing or not finite', (_, must) => {
    const reading = fc.oneof(
      fc.double({ noNaN: false }).map(known),
      fc.constant(missing('VIX', 'stale', '6 minutes old')),
    );
    fc.assert(
      fc.property(reading, fc.integer(), (observed, limit) => {
        const verdict = must(observed, limit, 'vol points');
        const isThere = observed._tag === 'Right' && Number.isFinite(observed.right);
        expect(verdict._tag === 'Unknown').toBe(!isThere);
        if (observed._tag === 'Left') expect(verdict).toEqual({ _tag: 'Unknown', missing: [observed.left] });
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(comparisons)('%s loses no strictness when the limit moves its way', (name, must) => {
    const isFloor = name === 'above' || name === 'at least';
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.nat(), (observed, limit, more) => {
        const stricter = isFloor ? limit + more : limit - more;
        const passes = (bound: number): boolean => must(known(observed), bound, 'days')._tag === 'Pass';
        expect(!passes(stricter) || passes(limit)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a fact that is not a number', () => {
  it('passes when it is what is required, and only then', () => {
    expect(mustBe(known('friday'), 'friday')).toEqual({
      _tag: 'Pass',
      finding: { _tag: 'Stated', observed: 'friday', required: 'friday' },
    });
    expect(mustBe(known('thursday'), 'friday')._tag).toBe('Fail');
    expect(mustBe(missing('weekday', 'absent'), 'friday')._tag).toBe('Unknown');
  });

  it('as a condition keeps both sentences', () => {
    const finding = { _tag: 'Stated', observed: 'phase 0', required: 'phase 1 to 4' };
    expect(mustHold(false, 'phase 0', 'phase 1 to 4')).toEqual({ _tag: 'Fail', finding });
    expect(mustHold(true, 'phase 0', 'phase 1 to 4')).toEqual({ _tag: 'Pass', finding });
  });
});
