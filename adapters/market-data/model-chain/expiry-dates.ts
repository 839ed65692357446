import { addDays, isTradingDay, previousSession, weekday, type CalendarDate } from '../../../core/index.js';

/** The session of a date, or the one before it when the exchange is closed. */
export const sessionOnOrBefore = (date: CalendarDate): CalendarDate | null =>
  isTradingDay(date) ? date : (previousSession(date)?.date ?? null);

/** Every session from `on` to `days` later on which the root expires. */
export const daily = (
  on: CalendarDate,
  days: number,
  expires: (date: CalendarDate) => boolean,
): ReadonlyArray<CalendarDate> =>
  range(days + 1).flatMap((ahead) => {
    const date = addDays(on, ahead);
    return isTradingDay(date) && expires(date) ? [date] : [];
  });

/** Every Friday from `on` to `days` later. */
export const fridays = (on: CalendarDate, days: number): ReadonlyArray<CalendarDate> =>
  range(days + 1)
    .map((ahead) => addDays(on, ahead))
    .filter((date) => weekday(date) === 'friday');

/** The `nth` Friday of this month and the following ones. */
export const nthFridays = (on: CalendarDate, months: number, nth: number): ReadonlyArray<CalendarDate> =>
  monthStarts(on, months).map((start) => {
    const firstFriday = range(7)
      .map((ahead) => addDays(start, ahead))
      .find((date) => weekday(date) === 'friday');
    return addDays(firstFriday ?? start, 7 * (nth - 1));
  });

/** Third Fridays. */
export const monthlies = (on: CalendarDate, months: number): ReadonlyArray<CalendarDate> =>
  nthFridays(on, months, 3);

/** The last calendar day of this month and the following ones; its session is the last business day. */
export const monthEnds = (on: CalendarDate, months: number): ReadonlyArray<CalendarDate> =>
  monthStarts(on, months + 1)
    .slice(1)
    .map((start) => addDays(start, -1));

const monthStarts = (on: CalendarDate, months: number): ReadonlyArray<CalendarDate> => {
  const first = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1;
  return range(months).map((ahead) => {
    const month = first + ahead;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` as CalendarDate;
  });
};

/** The first `count` whose session is not before `on`. */
export const upcoming = (
  on: CalendarDate,
  dates: ReadonlyArray<CalendarDate>,
  count: number,
): ReadonlyArray<CalendarDate> =>
  dates.filter((date) => (sessionOnOrBefore(date) ?? date) >= on).slice(0, count);

export const isQuarterMonth = (date: CalendarDate): boolean => Number(date.slice(5, 7)) % 3 === 0;

export const isYearTurn = (date: CalendarDate): boolean => ['12', '01'].includes(date.slice(5, 7));

const range = (length: number): ReadonlyArray<number> => Array.from({ length }, (_, index) => index);
