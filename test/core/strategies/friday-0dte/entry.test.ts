import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  askAll,
  friday0dte,
  isTradingDay,
  judge,
  known,
  missing,
  session as sessionOn,
  weekday,
  type ExchangeTime,
  type Phase,
  type Session,
} from '../../../../core/index.js';
import type { EntryFacts } from '../../../../core/strategies/index.js';
import { at, limits, on, tag } from '../../market/fixtures.js';
import { entryFacts, fullDay, halfDay } from '../facts.js';

type EntryRule = keyof typeof friday0dte.entry;

const ask = (rule: EntryRule, changes: Partial<EntryFacts>): string =>
  tag(friday0dte.entry[rule].check(entryFacts(changes), limits));

const moment: fc.Arbitrary<ExchangeTime> = fc.record({
  date: fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(on('2022-01-03'), days)),
  second: fc.oneof(
    fc.constantFrom(35_099, 35_100, 37_799, 37_800, 37_801),
    fc.integer({ min: 0, max: 86_399 }),
  ),
});

describe('“Friday only”, “Entry time: 10:30 AM ET (not 9:30)”', () => {
  it.each([
    ['2025-03-14 10:30', 'Pass'],
    ['2025-03-14 10:29:59', 'Fail'],
    ['2025-03-14 10:30:01', 'Fail'],
    ['2025-03-14 09:45', 'Fail'],
    ['2025-03-14 09:30', 'Fail'],
    ['2025-03-13 10:30', 'Fail'],
    ['2025-03-15 10:30', 'Fail'],
    // The half day after Thanksgiving is a Friday like any other.
    ['2024-11-29 10:30', 'Pass'],
  ])('at %s: %s', (time, expected) => {
    expect(ask('window', { at: at(time) })).toBe(expected);
  });

  it('opens at no other second of no other day', () => {
    fc.assert(
      fc.property(moment, (time) => {
        const its = weekday(time.date) === 'friday' && time.second === 37_800;
        expect(ask('window', { at: time })).toBe(its ? 'Pass' : 'Fail');
      }),
      { numRuns: 1_000 },
    );
  });

  it('has hours from 09:45 to 10:30 on the Fridays the exchange is open, and on no other day', () => {
    expect(friday0dte.hours(fullDay('2025-03-14'), limits)).toEqual({ from: 35_100, to: 37_800 });
    expect(friday0dte.hours(fullDay('2025-03-13'), limits)).toBeNull();
    // Good Friday 2025 has no session to ask about.
    expect(sessionOn(on('2025-04-18'))).toBeNull();
    expect(isTradingDay(on('2025-04-17')) && friday0dte.hours(fullDay('2025-04-17'), limits)).toBeNull();
  });

  it('lets the order work until 10:32, whenever it was placed', () => {
    expect(friday0dte.workUntil(37_800, limits)).toBe(10 * 3_600 + 32 * 60);
    expect(friday0dte.workUntil(37_900, limits)).toBe(10 * 3_600 + 32 * 60);
  });
});

describe('“no entry with less than 2 h left” before the forced exit', () => {
  it.each([
    // Full day: out by 15:30, so until 13:30.
    ['2025-03-14 13:29:59', fullDay('2025-03-14'), 'Pass'],
    ['2025-03-14 13:30', fullDay('2025-03-14'), 'Pass'],
    ['2025-03-14 13:30:01', fullDay('2025-03-14'), 'Fail'],
    // Half day: out by 12:30, so 10:30 exactly is the last moment.
    ['2024-11-29 10:29:59', halfDay('2024-11-29'), 'Pass'],
    ['2024-11-29 10:30', halfDay('2024-11-29'), 'Pass'],
    ['2024-11-29 10:30:01', halfDay('2024-11-29'), 'Fail'],
  ] as const)('at %s on %o: %s', (time, session, expected) => {
    expect(ask('runway', { at: at(time), session })).toBe(expected);
  });

  it('says how many minutes are left', () => {
    const verdict = friday0dte.entry.runway.check(
      entryFacts({ at: at('2024-11-29 10:30'), session: halfDay('2024-11-29') }),
      limits,
    );
    expect(verdict).toMatchObject({ finding: { observed: 120, limit: 120, distance: 0, unit: 'minutes' } });
  });

  it('once lost does not come back later in the day, and a half day is never longer', () => {
    const second = fc.integer({ min: 0, max: 86_399 });
    fc.assert(
      fc.property(second, second, (a, b) => {
        const passes = (session: Session, of: number): boolean =>
          ask('runway', { at: { date: session.date, second: of }, session }) === 'Pass';
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        const [full, half] = [fullDay('2024-11-29'), halfDay('2024-11-29')];
        expect(!passes(full, late) || passes(full, early)).toBe(true);
        expect(!passes(half, a) || passes(full, a)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('“VIX > 22 (high volatility requirement)”', () => {
  it.each([
    [21.99, 'Fail'],
    [22, 'Fail'],
    [22.01, 'Pass'],
    // PANIC is another rule; this one has no upper bound.
    [65.73, 'Pass'],
  ])('at %d: %s', (vix, expected) => {
    expect(ask('vix', { vix: known(vix) })).toBe(expected);
  });

  it('is unknown exactly when VIX is missing, and passes at every VIX above one that passed', () => {
    const level = fc.integer({ min: 500, max: 9_000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(level, level, fc.boolean(), (a, b, isThere) => {
        const vix = isThere ? known(a) : missing('VIX', 'stale');
        expect(ask('vix', { vix }) === 'Unknown').toBe(!isThere);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(
          ask('vix', { vix: known(low) }) === 'Fail' || ask('vix', { vix: known(high) }) === 'Pass',
        ).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the account and the book', () => {
  it.each<readonly [Phase, string]>([
    [0, 'Fail'],
    [1, 'Pass'],
    [2, 'Pass'],
    [3, 'Pass'],
    [4, 'Pass'],
  ])('in phase %d: %s', (phase, expected) => {
    expect(ask('phase', { phase })).toBe(expected);
  });

  it.each([
    [0, 'Pass'],
    [1, 'Fail'],
    [2, 'Fail'],
  ])('with %d positions of its own, open or working: %s', (ownPositions, expected) => {
    expect(ask('positions', { ownPositions })).toBe(expected);
  });

  it('asks for no trend and no IV rank, even when there are none', () => {
    expect(
      ask('marketFilter', {
        fastAverage: missing('EMA8', 'too-short'),
        slowAverage: missing('EMA21', 'too-short'),
      }),
    ).toBe('NotApplicable');
  });
});

describe('entry as a whole', () => {
  const judged = (changes: Partial<EntryFacts>): ReadonlyArray<string> =>
    judge(askAll(Object.values(friday0dte.entry), entryFacts(changes), limits)).blockedBy.map(
      ({ rule }) => rule,
    );

  it('is allowed on a volatile Friday at 10:30', () => {
    expect(judged({})).toEqual([]);
  });

  it('names every rule that stands against it', () => {
    expect(judged({ at: at('2025-03-13 15:00'), vix: known(18), phase: 0, ownPositions: 1 })).toEqual([
      'friday-0dte.window',
      'friday-0dte.runway',
      'friday-0dte.vix',
      'friday-0dte.phase',
      'friday-0dte.positions',
    ]);
  });

  it('is blocked by a release 119 whole minutes away and not by one at 120', () => {
    const release = (second: number): Partial<EntryFacts> => ({
      events: [{ kind: 'CPI', date: on('2025-03-14'), second }],
    });
    expect(judged(release(8 * 3_600 + 30 * 60))).toEqual([]);
    expect(judged(release(8 * 3_600 + 30 * 60 + 1))).toEqual(['event.macro']);
    expect(judged(release(12 * 3_600 + 30 * 60))).toEqual([]);
    expect(judged(release(12 * 3_600 + 30 * 60 - 1))).toEqual(['event.macro']);
  });
});
