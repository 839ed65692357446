import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type { CalendarDate } from '../units/index.js';

/**
 * The years for which the exchange's holidays are known, both ends included. Closures of
 * the past are listed; the years ahead follow today's rules, without closures that nobody has announced yet.
 * 1987–2028 is tested day by day against a published calendar; of 1985 and 1986 early closes are not recorded.
 */
export const calendarCoverage = {
  from: '1985-01-01' as CalendarDate,
  to: '2035-12-31' as CalendarDate,
} as const;

/** A date for which the exchange calendar has no answer. */
export interface OutsideCalendar {
  readonly _tag: 'OutsideCalendar';
  readonly field: string;
  readonly value: CalendarDate;
  readonly limit: { readonly from: CalendarDate; readonly to: CalendarDate };
}

/**
 * The door: pass every date that comes from outside (a bar, a snapshot, an expiry that sessions are counted
 * to) through here once. Behind it the calendar fails closed: a date outside the coverage has no session and
 * no neighbour, so nothing trades on it. Counting days (`addDays`, `daysToExpiration`) needs no coverage.
 */
export const coveredDate = (date: CalendarDate, field = 'date'): Either<OutsideCalendar, CalendarDate> =>
  isCovered(date)
    ? right(date)
    : left({ _tag: 'OutsideCalendar', field, value: date, limit: calendarCoverage });

const isCovered = (date: CalendarDate): boolean =>
  date >= calendarCoverage.from && date <= calendarCoverage.to;
