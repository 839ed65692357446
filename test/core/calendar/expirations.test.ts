import { isRight } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import {
  isMonthlyExpiration,
  isTripleWitching,
  sessionsBetween,
  thirdFriday,
  weekday,
  type CalendarDate,
} from '../../../core/index.js';

const on = (text: string): CalendarDate => text as CalendarDate;
const list = sessionsBetween(on('1987-01-01'), on('2028-12-31'));
const sessions = isRight(list) ? list.right.map(({ date }) => date) : [];

describe('standard expirations', () => {
  it('finds the third Friday when the month begins on a Friday and when on a Saturday', () => {
    expect(thirdFriday(2024, 3)).toBe('2024-03-15');
    expect(thirdFriday(2024, 6)).toBe('2024-06-21');
    expect(thirdFriday(2025, 8)).toBe('2025-08-15');
  });

  it.each([
    [2024, 0],
    [2024, 13],
    [2024, 1.5],
    [1899, 12],
    [2200, 1],
    [Number.NaN, 1],
  ])('has no third Friday in year %s, month %s', (year, month) => {
    expect(thirdFriday(year, month)).toBeNull();
  });

  it('falls once in every month, on a Friday from the 15th to the 21st or the Thursday before', () => {
    const expirations = sessions.filter(isMonthlyExpiration);
    expect(new Set(expirations.map((date) => date.slice(0, 7))).size).toBe(42 * 12);
    expect(expirations).toHaveLength(42 * 12);
    const onThursday = expirations.filter((date) => weekday(date) !== 'friday');
    expect(onThursday).toEqual([
      // Good Friday, but for Juneteenth in 2026 and 2027.
      ...['1987-04-16', '1992-04-16', '2000-04-20', '2003-04-17', '2008-03-20', '2014-04-17', '2019-04-18'],
      ...['2022-04-14', '2025-04-17', '2026-06-18', '2027-06-17'],
    ]);
  });

  it('is triple witching in March, June, September and December only', () => {
    expect(sessions.filter(isTripleWitching)).toHaveLength(42 * 4);
    expect(['2024-03-15', '2008-03-20', '2026-06-18'].map((date) => isTripleWitching(on(date)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(
      ['2024-04-19', '2024-03-14', '2008-03-21', '2026-06-19'].map((date) => isTripleWitching(on(date))),
    ).toEqual([false, false, false, false]);
  });
});
