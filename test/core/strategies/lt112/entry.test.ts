import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  askAll,
  judge,
  known,
  lt112,
  missing,
  type Phase,
  type Reading,
} from '../../../../core/index.js';
import type { EntryFacts } from '../../../../core/strategies/index.js';
import { at, limits, on, tag } from '../../market/fixtures.js';
import { entryFacts, fullDay, halfDay } from '../facts.js';

type EntryRule = keyof typeof lt112.entry;

const facts = (changes: Partial<EntryFacts>): EntryFacts =>
  entryFacts({ at: at('2025-03-26 11:00'), vix: known(18), clock: 'days', ...changes });

const ask = (rule: EntryRule, changes: Partial<EntryFacts>): string =>
  tag(lt112.entry[rule].check(facts(changes), limits));

describe('not in the first 15 minutes, no new entries after 14:00', () => {
  it.each([
    ['2025-03-26 09:44:59', 'Fail'],
    ['2025-03-26 09:45', 'Pass'],
    ['2025-03-26 09:45:01', 'Pass'],
    ['2025-03-26 13:59:59', 'Pass'],
    ['2025-03-26 14:00', 'Pass'],
    ['2025-03-26 14:00:01', 'Fail'],
  ])('at %s: %s', (time, expected) => {
    expect(ask('window', { at: at(time) })).toBe(expected);
  });

  it('on every day of the week alike', () => {
    const day = fc.integer({ min: 0, max: 1_000 }).map((days) => addDays(on('2023-01-02'), days));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 86_399 }), (date, second) => {
        const inside = second >= 35_100 && second <= 50_400;
        expect(ask('window', { at: { date, second } })).toBe(inside ? 'Pass' : 'Fail');
      }),
      { numRuns: 1_000 },
    );
  });

  it('has the same hours every session, up to an early close', () => {
    expect(lt112.hours(fullDay('2025-03-26'), limits)).toEqual({ from: 35_100, to: 50_400 });
    expect(lt112.hours(halfDay('2024-11-29'), limits)).toEqual({ from: 35_100, to: 46_800 });
  });

  it('lets an order work for 30 seconds', () => {
    expect(lt112.workUntil(40_000, limits)).toBe(40_030);
  });

  it('has no forced exit on the day, so no runway and no reviews', () => {
    expect(ask('runway', {})).toBe('NotApplicable');
    expect(lt112.reviews(fullDay('2025-03-26'), limits)).toEqual([]);
  });
});

describe('“VIX range: 12 < VIX < 35 (moderate volatility)”', () => {
  it.each([
    [11.99, 'Fail'],
    [12, 'Fail'],
    [12.01, 'Pass'],
    [34.99, 'Pass'],
    [35, 'Fail'],
    [35.01, 'Fail'],
  ])('at %d: %s', (vix, expected) => {
    expect(ask('vix', { vix: known(vix) })).toBe(expected);
  });

  it('measures against the bound that was broken', () => {
    const finding = (vix: number): unknown => lt112.entry.vix.check(facts({ vix: known(vix) }), limits);
    expect(finding(11)).toMatchObject({ finding: { comparison: 'above', limit: 12, distance: 1 } });
    expect(finding(37)).toMatchObject({ finding: { comparison: 'below', limit: 35, distance: 2 } });
  });

  it('is unknown exactly when VIX is missing, and passes between any two levels that pass', () => {
    const level = fc.integer({ min: 500, max: 9_000 }).map((hundredths) => hundredths / 100);
    const passes = (vix: number): boolean => ask('vix', { vix: known(vix) }) === 'Pass';
    fc.assert(
      fc.property(level, level, level, fc.boolean(), (a, b, c, isThere) => {
        expect(ask('vix', { vix: isThere ? known(a) : missing('VIX', 'absent') }) === 'Unknown').toBe(
          !isThere,
        );
        const [low = 0, middle = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
        expect(!(passes(low) && passes(high)) || passes(middle)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('“Phase 1: 0 positions, Phase 2: 2 positions maximum, Phase 3: 3, Phase 4: 3+”', () => {
  it.each<readonly [Phase, number, string, ReadonlyArray<string>]>([
    [0, 0, 'Fail', ['Fail', 'Fail']],
    [1, 0, 'Fail', ['Fail', 'Fail']],
    [2, 2, 'Pass', ['Pass', 'Pass', 'Fail', 'Fail']],
    [3, 3, 'Pass', ['Pass', 'Pass', 'Pass', 'Fail', 'Fail']],
    [4, 3, 'Pass', ['Pass', 'Pass', 'Pass', 'Fail', 'Fail']],
  ])('in phase %d holds %d', (phase, _, allowed, byPositions) => {
    expect(ask('phase', { phase })).toBe(allowed);
    expect(byPositions.map((__, ownPositions) => ask('positions', { phase, ownPositions }))).toEqual(
      byPositions,
    );
  });

  it('never allows one more position in a lower phase', () => {
    const phase = fc.constantFrom<Phase>(0, 1, 2, 3, 4);
    fc.assert(
      fc.property(phase, phase, fc.nat(5), fc.nat(5), (a, b, own, more) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const passes = (of: Phase, ownPositions: number): boolean =>
          ask('positions', { phase: of, ownPositions }) === 'Pass';
        expect(!passes(low, own) || passes(high, own)).toBe(true);
        expect(!passes(low, own + more) || passes(low, own)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('“Market trend: 8 EMA > 21 EMA (not in downtrend)”', () => {
  it.each([
    [599.99, 600, 'Fail'],
    [600, 600, 'Fail'],
    [600.01, 600, 'Pass'],
  ])('EMA8 %d against EMA21 %d: %s', (fast, slow, expected) => {
    expect(ask('marketFilter', { fastAverage: known(fast), slowAverage: known(slow) })).toBe(expected);
  });

  it('is unknown exactly when an average is missing, names each, and rises with the fast one', () => {
    const average = fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: null });
    const reading = (fact: string, value: number | null): Reading<number> =>
      value === null ? missing(fact, 'too-short') : known(value);
    fc.assert(
      fc.property(average, average, fc.nat(100), (fast, slow, more) => {
        const changes = { fastAverage: reading('EMA8', fast), slowAverage: reading('EMA21', slow) };
        const verdict = lt112.entry.marketFilter.check(facts(changes), limits);
        const absent = [...(fast === null ? ['EMA8'] : []), ...(slow === null ? ['EMA21'] : [])];
        expect(verdict._tag === 'Unknown').toBe(absent.length > 0);
        if (verdict._tag === 'Unknown') expect(verdict.missing.map(({ fact }) => fact)).toEqual(absent);
        if (fast !== null && verdict._tag === 'Pass')
          expect(ask('marketFilter', { ...changes, fastAverage: known(fast + more) })).toBe('Pass');
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('entry as a whole', () => {
  const blockedBy = (changes: Partial<EntryFacts>): ReadonlyArray<string> =>
    judge(askAll(Object.values(lt112.entry), facts(changes), limits)).blockedBy.map(({ rule }) => rule);

  it('is allowed on a quiet Wednesday', () => {
    expect(blockedBy({})).toEqual([]);
  });

  it('names every rule that stands against it', () => {
    expect(
      blockedBy({
        at: at('2025-03-26 15:00'),
        vix: known(36),
        phase: 1,
        fastAverage: missing('EMA8', 'too-short'),
        events: [{ kind: 'FOMC', date: on('2025-03-27'), second: null }],
      }),
    ).toEqual(['lt112.window', 'event.macro', 'lt112.vix', 'lt112.phase', 'lt112.positions', 'lt112.trend']);
  });
});
