import * as t from 'io-ts/lib/index.js';

/**
 * A date on the exchange's calendar, written `YYYY-MM-DD`. Dates order as their text does.
 * Arithmetic on dates (days between, weekday, sessions) lives in `core/calendar`.
 */
export type CalendarDate = string & { readonly CalendarDate: unique symbol };

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** True for a real date between 1900 and 2199 in `YYYY-MM-DD` form. */
export const isCalendarDate = (input: unknown): input is CalendarDate => {
  if (typeof input !== 'string' || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(input)) return false;
  const [year, month, day] = input.split('-').map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
};

export const calendarDate = new t.Type<CalendarDate, string>(
  'calendar date',
  isCalendarDate,
  (input, context) =>
    isCalendarDate(input) ? t.success(input) : t.failure(input, context, 'must be a real date, YYYY-MM-DD'),
  String,
);
