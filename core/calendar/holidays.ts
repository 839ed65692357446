import type { CalendarDate } from '../units/index.js';
import { calendarCoverage } from './coverage.js';
import {
  dateOfDay,
  dayNumberOf,
  weekdayFrom,
  weekdayOfDay,
  yearOf,
  type Weekday,
} from './date-arithmetic.js';
import { easterSunday } from './easter.js';
import { specialClosures } from './special-days.js';

/**
 * Why the New York Stock Exchange is closed on this date: the holiday observed or the special closure. Null
 * on an ordinary weekend, on a trading day, and outside the covered years.
 */
export const holidayName = (date: CalendarDate): string | null => closures.get(date) ?? null;

/** The years of the coverage, in order. */
export const coveredYears: ReadonlyArray<number> = Array.from(
  { length: yearOf(calendarCoverage.to) - yearOf(calendarCoverage.from) + 1 },
  (_, index) => yearOf(calendarCoverage.from) + index,
);

/** A yearly holiday: the day on which a year keeps it, as a day number, or null when that year does not. */
interface Holiday {
  readonly name: string;
  readonly observed: (year: number) => number | null;
}

/**
 * A fixed date moves off the weekend: Saturday to the Friday before, Sunday to the Monday after. New Year's
 * Day on a Saturday is not kept at all, since the Friday would be the last business day of the year
 * (exchange rule 7.2).
 */
const observedDay = (day: number): number => {
  const on = weekdayOfDay(day);
  if (on === 'saturday') return day - 1;
  return on === 'sunday' ? day + 1 : day;
};

const newYearsDay = (year: number): number | null => {
  const day = dayNumberOf(year, 1, 1);
  return weekdayOfDay(day) === 'saturday' ? null : observedDay(day);
};

const fixedDate =
  (month: number, day: number) =>
  (year: number): number =>
    observedDay(dayNumberOf(year, month, day));

/** The `nth` such weekday of a month, counting from 1. */
const nthWeekday =
  (nth: number, name: Weekday, month: number) =>
  (year: number): number =>
    weekdayFrom(dayNumberOf(year, month, 1), name) + 7 * (nth - 1);

const since =
  (first: number, observed: (year: number) => number) =>
  (year: number): number | null =>
    year >= first ? observed(year) : null;

/** The fourth Thursday of November, as a day number. */
export const thanksgiving = nthWeekday(4, 'thursday', 11);

const yearlyHolidays: ReadonlyArray<Holiday> = [
  { name: "New Year's Day", observed: newYearsDay },
  { name: 'Martin Luther King Jr. Day', observed: since(1998, nthWeekday(3, 'monday', 1)) },
  { name: "Washington's Birthday", observed: nthWeekday(3, 'monday', 2) },
  { name: 'Good Friday', observed: (year) => easterSunday(year) - 2 },
  // The last Monday of May is the first on or after the 25th.
  { name: 'Memorial Day', observed: (year) => weekdayFrom(dayNumberOf(year, 5, 25), 'monday') },
  { name: 'Juneteenth', observed: since(2022, fixedDate(6, 19)) },
  { name: 'Independence Day', observed: fixedDate(7, 4) },
  { name: 'Labor Day', observed: nthWeekday(1, 'monday', 9) },
  { name: 'Thanksgiving', observed: thanksgiving },
  { name: 'Christmas', observed: fixedDate(12, 25) },
];

const holidaysOf = (year: number): ReadonlyArray<readonly [CalendarDate, string]> =>
  yearlyHolidays.flatMap(({ name, observed }) => {
    const day = observed(year);
    return day === null ? [] : [[dateOfDay(day), name] as const];
  });

/** Built once: about ten closures a year. */
const closures: ReadonlyMap<CalendarDate, string> = new Map([
  ...coveredYears.flatMap(holidaysOf),
  ...specialClosures.flatMap(({ reason, dates }) => dates.map((date) => [date, reason] as const)),
]);
