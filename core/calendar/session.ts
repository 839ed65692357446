import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import type { CalendarDate } from '../units/index.js';
import { calendarCoverage, coveredDate, type OutsideCalendar } from './coverage.js';
import { addDays, dateOfDay, dayNumber, daysBetween, weekdayOfDay } from './date-arithmetic.js';
import { hoursOn, regularHours } from './early-closes.js';
import { holidayName } from './holidays.js';

/** One regular session of the New York Stock Exchange; `open` and `close` are seconds of the New York day. */
export interface Session {
  readonly date: CalendarDate;
  readonly open: number;
  readonly close: number;
  /** True when the close is before 16:00; it is 13:00 on every such day since 1998. */
  readonly earlyClose: boolean;
}

/** The session of a date. Null when the exchange is closed, and outside the covered years (`coveredDate`). */
export const session = (date: CalendarDate): Session | null => byDate.get(date) ?? null;

/** False also outside the covered years. */
export const isTradingDay = (date: CalendarDate): boolean => byDate.has(date);

/** The first session after a date, trading day or not. Null when the coverage holds none. */
export const nextSession = (date: CalendarDate): Session | null => sessionsLater(date, 1);

/** The last session before a date, trading day or not. Null when the coverage holds none. */
export const previousSession = (date: CalendarDate): Session | null => sessionsAgo(date, 1);

/** The `count`th session after a date; `count` is whole and at least 1, anything else gives null. */
export const sessionsLater = (date: CalendarDate, count: number): Session | null =>
  countedFrom(date, count, sessionsBefore(addDays(date, 1)) - 1 + count);

/** The `count`th session before a date; `count` is whole and at least 1, anything else gives null. */
export const sessionsAgo = (date: CalendarDate, count: number): Session | null =>
  countedFrom(date, count, sessionsBefore(date) - count);

/**
 * Every session from one date to another, both included, in order; empty when `to` is before `from`. An
 * error when either date is not covered: a list cannot show that years are missing from it.
 */
export const sessionsBetween = (
  from: CalendarDate,
  to: CalendarDate,
): Either<OutsideCalendar, ReadonlyArray<Session>> => {
  const outside = [coveredDate(from, 'from'), coveredDate(to, 'to')].find(isLeft);
  if (outside !== undefined) return left(outside.left);
  return right(inOrder.slice(sessionsBefore(from), sessionsBefore(addDays(to, 1))));
};

const openOn = (day: number): ReadonlyArray<Session> => {
  const date = dateOfDay(day);
  if (['saturday', 'sunday'].includes(weekdayOfDay(day)) || holidayName(date) !== null) return [];
  const hours = hoursOn(date);
  return [Object.freeze({ date, ...hours, earlyClose: hours.close < regularHours.close })];
};

/** Every session of the coverage, built once (about 12,900), so that a look-up costs no rule. */
const inOrder: ReadonlyArray<Session> = Array.from(
  { length: daysBetween(calendarCoverage.from, calendarCoverage.to) + 1 },
  (_, index) => dayNumber(calendarCoverage.from) + index,
).flatMap(openOn);

const byDate: ReadonlyMap<CalendarDate, Session> = new Map(inOrder.map((each) => [each.date, each]));

/** How many sessions of the coverage are before the date: a binary search between `low` and `high`. */
const sessionsBefore = (date: CalendarDate, low = 0, high = inOrder.length): number => {
  const middle = Math.floor((low + high) / 2);
  const candidate = inOrder[middle];
  if (low >= high || candidate === undefined) return low;
  return candidate.date < date ? sessionsBefore(date, middle + 1, high) : sessionsBefore(date, low, middle);
};

const countedFrom = (date: CalendarDate, count: number, index: number): Session | null => {
  if (!Number.isInteger(count) || count < 1 || isLeft(coveredDate(date))) return null;
  return inOrder[index] ?? null;
};
