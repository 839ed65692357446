import { right } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  callsOperator,
  mandatoryExitPrice,
  type ComboQuote,
  type ExitKnowledge,
} from '../../../core/index.js';
import { esCondor, limits } from './structures.js';

const quote = (naturalToClose: number): ComboQuote => ({ ...esCondor.combo, naturalToClose });

const blind: ExitKnowledge = {
  fresh: null,
  lastValid: null,
  intrinsic: null,
  maximumValue: null,
  tick: 0.05,
};

const limitsOffered = (known: ExitKnowledge): ReadonlyArray<unknown> =>
  [1, 2, 3, 4].map((attempt) => mandatoryExitPrice(attempt, known));

describe('a mandatory exit', () => {
  it('starts at natural and offers one tick more each time', () => {
    expect(limitsOffered({ ...blind, fresh: quote(3.6), maximumValue: 30 })).toEqual(
      [3.6, 3.65, 3.7, 3.75].map((limit) => right({ limit, basis: 'fresh quote' })),
    );
  });

  it('without fresh quotes goes from the last valid one to intrinsic and to the maximum value', () => {
    const known = { ...blind, lastValid: quote(3.6), intrinsic: 7.52, maximumValue: 30 };
    expect(limitsOffered(known)).toEqual([
      right({ limit: 3.6, basis: 'last valid quote' }),
      right({ limit: 7.55, basis: 'intrinsic value' }),
      right({ limit: 30, basis: 'maximum value' }),
      right({ limit: 30, basis: 'maximum value' }),
    ]);
  });

  it('never falls back to an intrinsic value below the last quote', () => {
    const known = { ...blind, lastValid: quote(3.6), intrinsic: 0, maximumValue: 30 };
    expect(mandatoryExitPrice(2, known)).toEqual(right({ limit: 3.6, basis: 'last valid quote' }));
  });

  it('skips what is not known', () => {
    expect(mandatoryExitPrice(1, { ...blind, maximumValue: 30 })).toEqual(
      right({ limit: 30, basis: 'maximum value' }),
    );
    expect(mandatoryExitPrice(1, { ...blind, fresh: quote(NaN), lastValid: quote(2) })).toEqual(
      right({ limit: 2, basis: 'last valid quote' }),
    );
  });

  it('offers one tick for what is worth nothing', () => {
    expect(mandatoryExitPrice(1, { ...blind, intrinsic: 0 })).toEqual(
      right({ limit: 0.05, basis: 'intrinsic value' }),
    );
  });

  it('has no price only when nothing is known, or for an attempt that cannot be', () => {
    expect(mandatoryExitPrice(1, blind)).toMatchObject({ left: { _tag: 'NothingKnown' } });
    expect(mandatoryExitPrice(0, { ...blind, maximumValue: 30 })).toMatchObject({
      left: { _tag: 'NoSuchStep', field: 'attempt' },
    });
  });

  it('calls the operator after three failed attempts', () => {
    expect([2, 3, 4].map((failed) => callsOperator(failed, limits))).toEqual([false, true, true]);
  });

  it('never offers less on a later attempt', () => {
    const price = fc.option(fc.double({ min: 0, max: 30, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(price, price, price, price, fc.integer({ min: 1, max: 9 }), (a, b, c, d, attempt) => {
        fc.pre([a, b, c, d].some((value) => value !== null));
        const known = {
          fresh: a === null ? null : quote(a),
          lastValid: b === null ? null : quote(b),
          intrinsic: c,
          maximumValue: d,
          tick: 0.05,
        };
        const now = mandatoryExitPrice(attempt, known);
        const next = mandatoryExitPrice(attempt + 1, known);
        if (now._tag === 'Left' || next._tag === 'Left') throw new Error('something was known');
        expect(next.right.limit).toBeGreaterThanOrEqual(now.right.limit);
      }),
      { numRuns: 1_000 },
    );
  });
});
