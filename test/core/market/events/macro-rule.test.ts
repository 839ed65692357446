import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  macroEvents,
  uncoveredEvents,
  type EventClock,
  type ExchangeTime,
  type MacroCoverage,
  type MacroEvent,
  type MacroEventKind,
  type Verdict,
} from '../../../../core/index.js';
import { at, limits, now, on, tag } from '../fixtures.js';

const reach = { from: on('2000-01-01'), to: on('2026-02-28') };
const coverage: MacroCoverage = { FOMC: reach, CPI: reach, NFP: reach, GDP: null };

const event = (kind: MacroEventKind, date: string, second: number | null = null): MacroEvent => ({
  kind,
  date: on(date),
  second,
});

const ask = (
  clock: EventClock,
  moment: ExchangeTime,
  events: ReadonlyArray<MacroEvent>,
  known: MacroCoverage = coverage,
): Verdict => macroEvents.check({ at: moment, events, coverage: known, clock }, limits);

const release = (kind: MacroEventKind, time: string): MacroEvent => {
  const { date, second } = at(time);
  return { kind, date, second };
};

describe('a release near a 0DTE entry', () => {
  it.each([
    // NFP at 08:30 allows exactly 10:30 (§4).
    ['2025-03-07 10:29:59', 'Fail', 119],
    ['2025-03-07 10:30', 'Pass', 120],
    ['2025-03-07 10:30:59', 'Pass', 120],
    ['2025-03-07 10:31', 'Pass', 121],
    // Before the release: of a minute begun nothing counts.
    ['2025-03-07 06:30', 'Pass', 120],
    ['2025-03-07 06:30:01', 'Fail', 119],
    ['2025-03-07 08:30', 'Fail', 0],
  ])('at 08:30 and an entry at %s: %s', (moment, expected, minutes) => {
    const verdict = ask('minutes', at(moment), [release('NFP', '2025-03-07 08:30')]);
    expect(tag(verdict)).toBe(expected);
    expect(verdict).toMatchObject({ finding: { observed: minutes, limit: 120, unit: 'minutes' } });
  });

  it('counts the nearest of several, whatever their order', () => {
    const events = [release('FOMC', '2025-03-14 14:00'), release('CPI', '2025-03-14 10:00')];
    expect(ask('minutes', now, events)).toMatchObject({ _tag: 'Fail', finding: { observed: 30 } });
    expect(ask('minutes', now, [...events].reverse())).toEqual(ask('minutes', now, events));
  });

  it('passes when no release is known', () => {
    expect(tag(ask('minutes', now, []))).toBe('Pass');
  });

  it.each(['FOMC', 'CPI', 'NFP'] as const)('is Unknown when the day has a %s without a time', (kind) => {
    expect(tag(ask('minutes', now, [event(kind, '2025-03-14')]))).toBe('Unknown');
    expect(tag(ask('minutes', now, [event(kind, '2025-03-13')]))).toBe('Pass');
  });

  it('takes GDP to be released at 08:30', () => {
    expect(tag(ask('minutes', at('2025-03-14 10:29'), [event('GDP', '2025-03-14')]))).toBe('Fail');
    expect(tag(ask('minutes', at('2025-03-14 10:30'), [event('GDP', '2025-03-14')]))).toBe('Pass');
  });

  it('does not mind a monthly expiration: it is no release', () => {
    expect(tag(ask('minutes', at('2025-03-21 10:30'), [event('OPEX', '2025-03-21', 37_800)]))).toBe('Pass');
  });

  it('fails rather than being unsure when a release is near and another calendar is missing', () => {
    const known = { ...coverage, CPI: null };
    expect(tag(ask('minutes', now, [release('NFP', '2025-03-14 10:00')], known))).toBe('Fail');
  });

  it('gets no easier the nearer the entry moves', () => {
    const second = fc.integer({ min: 0, max: 86_399 });
    fc.assert(
      fc.property(second, second, second, (released, a, b) => {
        const distance = (entry: number): number => Math.abs(entry - released);
        const [near, far] = distance(a) <= distance(b) ? [a, b] : [b, a];
        const passes = (entry: number): boolean =>
          tag(ask('minutes', { ...now, second: entry }, [event('CPI', now.date, released)])) === 'Pass';
        return !passes(near) || passes(far);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the reach of the calendars', () => {
  it.each(['FOMC', 'CPI', 'NFP'] as const)('is required of %s', (kind) => {
    const known = { ...coverage, [kind]: null };
    expect(tag(ask('minutes', now, [], known))).toBe('Unknown');
    expect(tag(ask('days', now, [], known))).toBe('Unknown');
  });

  it('is not required of GDP, which is a standing warning instead', () => {
    expect(tag(ask('minutes', now, []))).toBe('Pass');
    expect(tag(ask('days', now, []))).toBe('Pass');
    expect(uncoveredEvents(coverage, now.date)).toEqual([
      'GDP releases are not tested: no source, for 2025-03-14',
    ]);
    expect(uncoveredEvents({ ...coverage, GDP: reach }, now.date)).toEqual([]);
    expect(uncoveredEvents({ ...coverage, GDP: reach }, on('2026-03-01'))).toHaveLength(1);
  });

  it.each([
    ['minutes', '2026-02-28', 'Pass'],
    ['minutes', '2026-03-01', 'Unknown'],
    // A window of one day ahead must be covered to its end, and FOMC's one day back from its beginning.
    ['days', '2026-02-27', 'Pass'],
    ['days', '2026-02-28', 'Unknown'],
    ['days', '2000-01-01', 'Unknown'],
    ['days', '2000-01-02', 'Pass'],
  ] as const)('by the %s on %s: %s', (clock, date, expected) => {
    expect(tag(ask(clock, { date: on(date), second: 37_800 }, []))).toBe(expected);
  });

  it('decides Unknown: without a fail, exactly the uncovered dates are', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 9_800 }), (days) => {
        const date = addDays(on('2000-01-01'), days);
        const covered = date >= reach.from && date <= reach.to;
        return (tag(ask('minutes', { date, second: 37_800 }, [])) === 'Unknown') === !covered;
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a release near a multi-week entry', () => {
  // 2025-03-19 was a Wednesday; nothing else stands near it in these cases but the monthly expiration of the 21st.
  it.each([
    ['FOMC', '2025-03-17', 'Pass'],
    ['FOMC', '2025-03-18', 'Fail'],
    ['FOMC', '2025-03-19', 'Fail'],
    ['FOMC', '2025-03-20', 'Fail'],
    ['FOMC', '2025-03-21', 'Warn'],
    ['CPI', '2025-03-17', 'Pass'],
    ['CPI', '2025-03-18', 'Fail'],
    ['CPI', '2025-03-19', 'Fail'],
    ['CPI', '2025-03-20', 'Warn'],
    ['NFP', '2025-03-18', 'Fail'],
    ['NFP', '2025-03-20', 'Warn'],
    ['GDP', '2025-03-17', 'Pass'],
    ['GDP', '2025-03-18', 'Fail'],
    ['GDP', '2025-03-19', 'Fail'],
    ['GDP', '2025-03-20', 'Warn'],
  ] as const)('%s on 19 March, entry on %s: %s', (kind, date, expected) => {
    const verdict = ask('days', { date: on(date), second: 36_000 }, [event(kind, '2025-03-19')]);
    expect(tag(verdict)).toBe(expected);
  });

  it('counts calendar days: the Friday before a Monday release is free', () => {
    const monday = [event('CPI', '2025-03-10')];
    expect(tag(ask('days', at('2025-03-07 11:00'), monday))).toBe('Pass');
  });

  it.each([
    ['2025-04-14', 'Pass'],
    // Good Friday moves April's expiration to Thursday the 17th.
    ['2025-04-15', 'Warn'],
    ['2025-04-17', 'Warn'],
    ['2025-04-18', 'Pass'],
  ])('a monthly expiration warns and leaves the size alone: %s %s', (date, expected) => {
    const verdict = ask('days', { date: on(date), second: 36_000 }, []);
    expect(tag(verdict)).toBe(expected);
    if (verdict._tag === 'Warn') expect(verdict.sizeMultiplier).toBe(1);
  });
});

describe('everything else', () => {
  it('is exempt, even on a day without calendars', () => {
    const nothing: MacroCoverage = { FOMC: null, CPI: null, NFP: null, GDP: null };
    expect(tag(ask('exempt', now, [event('FOMC', '2025-03-14')], nothing))).toBe('NotApplicable');
  });
});
