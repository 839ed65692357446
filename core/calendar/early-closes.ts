import { clock, type CalendarDate } from '../units/index.js';
import { dateOfDay, dayNumberOf, weekdayOfDay } from './date-arithmetic.js';
import { coveredYears, thanksgiving } from './holidays.js';
import { specialHours } from './special-days.js';

/** When trading opens and closes, in seconds of the New York day. */
export interface TradingHours {
  readonly open: number;
  readonly close: number;
}

/** 09:30 to 16:00. */
export const regularHours: TradingHours = { open: clock(9, 30), close: clock(16, 0) };

/** The hours of a trading day. Until 1985-09-27 the exchange opened at 10:00. */
export const hoursOn = (date: CalendarDate): TradingHours =>
  shortDays.get(date) ?? (date < '1985-09-30' ? { ...regularHours, open: clock(10, 0) } : regularHours);

/** The first year of the 13:00 close. Before it the exchange decided year by year: see `specialHours`. */
const firstYearByRule = 1993;

const isMondayToThursday = (day: number): boolean =>
  !['friday', 'saturday', 'sunday'].includes(weekdayOfDay(day));

const dayAfterThanksgiving = (year: number): ReadonlyArray<number> => [thanksgiving(year) + 1];

/** 24 December, unless it is a Friday (Christmas is observed then) or at the weekend. */
const christmasEve = (year: number): ReadonlyArray<number> =>
  [dayNumberOf(year, 12, 24)].filter(isMondayToThursday);

/**
 * 3 July when it and the 4th are weekdays, first in 1995. Until 2012 a Thursday holiday shortened the Friday
 * after it instead of the Wednesday before it.
 */
const besideIndependenceDay = (year: number): ReadonlyArray<number> => {
  const third = dayNumberOf(year, 7, 3);
  if (year < 2013 && weekdayOfDay(third) === 'wednesday') return [third + 2];
  return [third].filter(isMondayToThursday);
};

const byRule: ReadonlyArray<readonly [CalendarDate, TradingHours]> = coveredYears
  .filter((year) => year >= firstYearByRule)
  .flatMap((year) => [...dayAfterThanksgiving(year), ...christmasEve(year), ...besideIndependenceDay(year)])
  .map((day) => [dateOfDay(day), { open: regularHours.open, close: clock(13, 0) }]);

const shortDays: ReadonlyMap<CalendarDate, TradingHours> = new Map([
  ...byRule,
  ...specialHours.flatMap(({ dates, open, close }) => dates.map((date) => [date, { open, close }] as const)),
]);
