import type { CalendarDate, ExchangeTime } from '../units/index.js';

/**
 * Arithmetic of the civil (Gregorian) calendar in whole days: integers only, no instants and no time zone, so
 * the answers are the same on every machine. The two conversions are Howard Hinnant's `days_from_civil` and
 * `civil_from_days`, whose years begin on 1 March so that a leap day comes last.
 */
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** Whole days since 1970-01-01, which is day 0; negative before it. */
export const dayNumber = (date: CalendarDate): number =>
  dayNumberOf(yearOf(date), monthOf(date), dayOf(date));

/**
 * The date `days` whole days later, earlier when negative; a fraction of a day is cut off. Total: beyond the
 * years 1900–2199 of a `CalendarDate` the answer stays at the first or last date (at the first for NaN), where
 * the exchange calendar knows no session.
 */
export const addDays = (date: CalendarDate, days: number): CalendarDate => dateOfDay(dayNumber(date) + days);

/** Whole calendar days from one date to the other; negative when `to` is the earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from);

export const weekday = (date: CalendarDate): Weekday => weekdayOfDay(dayNumber(date));

/**
 * Seconds of New York wall-clock time between two clock readings; negative when `to` is the earlier. On the
 * two nights a year when the clock changes it differs by an hour from the time that passes; no session spans
 * one.
 */
export const elapsedSeconds = (from: ExchangeTime, to: ExchangeTime): number =>
  daysBetween(from.date, to.date) * 86_400 + to.second - from.second;

export const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));

/** 1 for January. */
export const monthOf = (date: CalendarDate): number => Number(date.slice(5, 7));

const dayOf = (date: CalendarDate): number => Number(date.slice(8, 10));

/** The day number of a year, a month from 1 and a day of the month. */
export const dayNumberOf = (year: number, month: number, day: number): number => {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

/** The inverse of `dayNumber`, held within 1900–2199 as `addDays` says. */
export const dateOfDay = (day: number): CalendarDate => {
  const sinceMarchOfYear0 = withinCalendarDates(day) + 719_468;
  const era = Math.floor(sinceMarchOfYear0 / 146_097);
  const dayOfEra = sinceMarchOfYear0 - era * 146_097;
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as CalendarDate;
};

const weekdays: ReadonlyArray<Weekday> = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday. */
const weekdayIndex = (day: number): number => (((day + 3) % 7) + 7) % 7;

// The index is always 0 to 6.
export const weekdayOfDay = (day: number): Weekday => weekdays[weekdayIndex(day)] as Weekday;

/** The first such weekday on or after the day. */
export const weekdayFrom = (day: number, name: Weekday): number =>
  day + ((weekdays.indexOf(name) - weekdayIndex(day) + 7) % 7);

const firstDay = dayNumberOf(1900, 1, 1);
const lastDay = dayNumberOf(2199, 12, 31);

const withinCalendarDates = (day: number): number =>
  day > firstDay ? Math.min(Math.trunc(day), lastDay) : firstDay;

const twoDigits = (value: number): string => String(value).padStart(2, '0');
