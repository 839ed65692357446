import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  clock,
  dayNumber,
  daysBetween,
  elapsedSeconds,
  isCalendarDate,
  weekday,
  type CalendarDate,
} from '../../../core/index.js';

const on = (text: string): CalendarDate => text as CalendarDate;
const days = (): fc.Arbitrary<number> =>
  fc.integer({ min: dayNumber(on('1900-01-01')), max: dayNumber(on('2199-12-31')) });
const dates = (): fc.Arbitrary<CalendarDate> => days().map((day) => addDays(on('1970-01-01'), day));

// The machine's own calendar in UTC: an independent implementation.
const reference = (date: CalendarDate): Date => new Date(`${date}T00:00:00Z`);

describe('day arithmetic', () => {
  it('numbers every day of 1900 to 2199 as UTC does', () => {
    const first = dayNumber(on('1900-01-01'));
    const last = dayNumber(on('2199-12-31'));
    expect(last - first + 1).toBe(300 * 365 + 73);
    for (let day = first; day <= last; day += 1) {
      const date = addDays(on('1970-01-01'), day);
      const expected = new Date(day * 86_400_000).toISOString().slice(0, 10);
      if (date !== expected || dayNumber(date) !== day) expect.fail(`${date}, expected ${expected}`);
    }
  });

  it('knows the weekday of every date', () => {
    const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
    fc.assert(
      fc.property(dates(), (date) => weekday(date) === names[reference(date).getUTCDay()]),
      { numRuns: 1_000 },
    );
  });

  it('comes back when as many days are added as lie between two dates', () => {
    fc.assert(
      fc.property(dates(), dates(), (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(daysBetween(from, to) + daysBetween(to, from)).toBe(0);
        expect(Math.sign(daysBetween(from, to))).toBe(from === to ? 0 : from < to ? 1 : -1);
      }),
      { numRuns: 1_000 },
    );
  });

  it('counts over leap days and centuries', () => {
    expect(addDays(on('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(on('2023-02-28'), 1)).toBe('2023-03-01');
    expect(daysBetween(on('2000-02-28'), on('2000-03-01'))).toBe(2);
    expect(daysBetween(on('2100-02-28'), on('2100-03-01'))).toBe(1);
    expect(addDays(on('2025-01-01'), -1)).toBe('2024-12-31');
  });

  it('cuts fractions of a day off and stays within the years of a calendar date', () => {
    expect(addDays(on('2025-03-14'), 0.9)).toBe('2025-03-14');
    expect(addDays(on('2199-12-31'), 1)).toBe('2199-12-31');
    expect(addDays(on('1900-01-01'), -1)).toBe('1900-01-01');
    expect(addDays(on('2025-03-14'), Number.NaN)).toBe('1900-01-01');
    fc.assert(
      fc.property(dates(), fc.double(), (date, count) => isCalendarDate(addDays(date, count))),
      { numRuns: 1_000 },
    );
  });

  it('counts elapsed seconds on the wall clock, over midnight and over a clock change', () => {
    const at = (date: string, second: number): { date: CalendarDate; second: number } => ({
      date: on(date),
      second,
    });
    expect(elapsedSeconds(at('2025-03-14', clock(10, 30)), at('2025-03-14', clock(15, 30)))).toBe(18_000);
    expect(elapsedSeconds(at('2025-03-13', clock(16, 0)), at('2025-03-14', clock(9, 30)))).toBe(63_000);
    expect(elapsedSeconds(at('2025-03-08', clock(12, 0)), at('2025-03-09', clock(12, 0)))).toBe(86_400);
    expect(elapsedSeconds(at('2025-03-14', 60), at('2025-03-14', 0))).toBe(-60);
  });
});
