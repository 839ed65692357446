import fc from 'fast-check';
import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import {
  breakerArmed,
  cents,
  emptyWindow,
  known,
  missing,
  rapidDrawdownBelowTrip,
  rapidFall,
  windowFrom,
  withSample,
  type EquitySample,
  type EquityWindow,
  type Verdict,
} from '../../../core/index.js';
import { at, limits, usd } from './account.js';

const windowOf = (samples: ReadonlyArray<EquitySample>): EquityWindow =>
  samples.slice(1).reduce<EquityWindow>((window, sample) => {
    const next = withSample(window, sample, limits);
    return isRight(next) ? next.right : expect.fail(next.left.required);
  }, windowFrom(samples[0]!));

const fallOver = (...samples: ReadonlyArray<EquitySample>): number => {
  const fall = rapidFall(windowOf(samples));
  return isRight(fall) ? fall.right : expect.fail(fall.left.detail);
};

const verdictAt = (equity: number): Verdict =>
  rapidDrawdownBelowTrip.check(
    {
      rapidFall: rapidFall(
        windowOf([
          { at: at('2025-03-14', 10, 0), equity: usd(100_000) },
          { at: at('2025-03-14', 10, 1), equity: cents(equity) },
        ]),
      ),
      breaker: breakerArmed,
    },
    limits,
  );

describe('the equity window', () => {
  it('compares with the maximum of the trailing five minutes, the bound included', () => {
    const high = { at: at('2025-03-14', 10, 0), equity: usd(100_000) };
    const low = { at: at('2025-03-14', 10, 4), equity: usd(98_000) };
    expect(fallOver(high, low, { at: at('2025-03-14', 10, 5), equity: usd(98_000) })).toBe(0.02);
    expect(fallOver(high, low, { at: at('2025-03-14', 10, 5, 1), equity: usd(98_000) })).toBe(0);
  });

  it('falls back to the last sample before it, whatever its age', () => {
    const friday = { at: at('2025-03-14', 16, 0), equity: usd(100_000) };
    const monday = { at: at('2025-03-17', 9, 30), equity: usd(97_000) };
    expect(fallOver(friday, monday)).toBe(0.03);
  });

  it('knows no fall from a single sample', () => {
    const fall = rapidFall(windowFrom({ at: at('2025-03-14', 10, 0), equity: usd(100_000) }));
    expect(isLeft(fall) && fall.left.reason).toBe('too-short');
    expect(isLeft(rapidFall(emptyWindow))).toBe(true);
  });

  it.each([
    ['a NaN', at('2025-03-14', 10, 1), Number.NaN, 'equity'],
    ['an infinity', at('2025-03-14', 10, 1), Number.POSITIVE_INFINITY, 'equity'],
    ['the time of the newest', at('2025-03-14', 10, 0), 9_000_000, 'at'],
    ['an earlier time', at('2025-03-13', 15, 0), 9_000_000, 'at'],
  ])('refuses %s and says why', (_, time, equity, field) => {
    const window = windowFrom({ at: at('2025-03-14', 10, 0), equity: usd(100_000) });
    const refused = withSample(window, { at: time, equity: equity as EquitySample['equity'] }, limits);
    expect(isLeft(refused) && refused.left.field).toBe(field);
  });

  it('never reports a fall when equity only rises, and always the whole fall when it only falls', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(steps, (moves) => {
        const levels = moves.reduce<ReadonlyArray<number>>(
          (all, move) => [...all, (all.at(-1) ?? 0) + move],
          [10_000_000],
        );
        const samplesOf = (values: ReadonlyArray<number>): ReadonlyArray<EquitySample> =>
          values.map((value, second) => ({ at: at('2025-03-14', 10, 0, second), equity: cents(value) }));
        const falling = levels.map((level) => 20_000_000 - level);
        expect(fallOver(...samplesOf(levels))).toBe(0);
        expect(fallOver(...samplesOf(falling))).toBe((falling[0]! - falling.at(-1)!) / falling[0]!);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('risk.cb.drawdown', () => {
  it.each([
    [9_760_001, 'Pass', 1],
    [9_760_000, 'Warn', 0.5],
    [9_759_999, 'Warn', 0.5],
    [9_700_001, 'Warn', 0.5],
    [9_700_000, 'Fail', 1],
    [9_699_999, 'Fail', 1],
  ])('at %i cents of 10,000,000 answers %s', (equity, tag, multiplier) => {
    const verdict = verdictAt(equity);
    expect(verdict._tag).toBe(tag);
    expect(verdict._tag === 'Warn' ? verdict.sizeMultiplier : 1).toBe(multiplier);
  });

  it('fails while its breaker is tripped, however calm equity is, and not for another breaker', () => {
    const tripped = (reason: 'rapid drawdown' | 'losses'): Verdict =>
      rapidDrawdownBelowTrip.check(
        {
          rapidFall: known(0),
          breaker: {
            _tag: 'Tripped',
            reasons: [reason],
            at: at('2025-03-14', 10, 0),
            equityAtTrip: usd(97_000),
            lastBreach: at('2025-03-14', 10, 0),
            lockedSince: null,
          },
        },
        limits,
      );
    expect(tripped('rapid drawdown')._tag).toBe('Fail');
    expect(tripped('losses')._tag).toBe('Pass');
  });

  it('is unknown without a fall', () => {
    const facts = { rapidFall: missing('equity window', 'too-short'), breaker: breakerArmed };
    expect(rapidDrawdownBelowTrip.check(facts, limits)._tag).toBe('Unknown');
  });
});
