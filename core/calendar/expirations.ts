import type { CalendarDate } from '../units/index.js';
import { dateOfDay, dayNumberOf, monthOf, weekdayFrom, yearOf } from './date-arithmetic.js';
import { isTradingDay, previousSession } from './session.js';

/**
 * The third Friday of a month (1 for January), trading day or not. Null for a month that is not 1–12 or a year
 * outside 1900–2199.
 */
export const thirdFriday = (year: number, month: number): CalendarDate | null =>
  isWholeWithin(year, 1900, 2199) && isWholeWithin(month, 1, 12)
    ? dateOfDay(weekdayFrom(dayNumberOf(year, month, 15), 'friday'))
    : null;

/**
 * True on the day when a month's standard options expire: the third Friday, or the session before it when that
 * Friday is a holiday (Good Friday 2025, Juneteenth 2026). False outside the covered years.
 */
export const isMonthlyExpiration = (date: CalendarDate): boolean =>
  date === monthlyExpiration(yearOf(date), monthOf(date));

/** True on the monthly expiration of March, June, September and December, when index futures expire too. */
export const isTripleWitching = (date: CalendarDate): boolean =>
  monthOf(date) % 3 === 0 && isMonthlyExpiration(date);

const monthlyExpiration = (year: number, month: number): CalendarDate | null => {
  const friday = thirdFriday(year, month);
  if (friday === null || isTradingDay(friday)) return friday;
  return previousSession(friday)?.date ?? null;
};

const isWholeWithin = (value: number, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high;
