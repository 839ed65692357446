import { daysBetween, type CalendarDate } from '../../../core/index.js';
import {
  daily,
  fridays,
  isQuarterMonth,
  isYearTurn,
  monthEnds,
  monthlies,
  nthFridays,
  sessionOnOrBefore,
  upcoming,
} from './expiry-dates.js';
import { indexExpiresOn, shareExpiresOn } from './expiry-weekdays.js';

/** The roots this chain lists. */
export type ListedRoot = 'SPY' | 'SPX' | 'ES' | 'MES';

/** The PM-settled expiries of a root that are listed on a date, in order; a holiday moves to the session before. */
export const listedExpiries = (root: ListedRoot, on: CalendarDate): ReadonlyArray<CalendarDate> => {
  const nominal = {
    SPY: shareExpiries,
    SPX: indexExpiries,
    ES: futureExpiries(4, 3),
    MES: futureExpiries(3, 2),
  }[root](on);
  const sessions = nominal.flatMap((date) => sessionOnOrBefore(date) ?? []);
  return [...new Set(sessions)].filter((date) => date >= on).sort();
};

/**
 * SPY, as its chain of 2023-09-14 shows: daily for 14 days, Fridays for 45, the five nearest monthlies, the
 * quarterly monthlies for 21 months, December and January for 29, and four ends of quarter.
 */
const shareExpiries = (on: CalendarDate): ReadonlyArray<CalendarDate> => [
  ...daily(on, 14, shareExpiresOn),
  ...fridays(on, 45),
  ...upcoming(on, monthlies(on, 8), 5),
  ...monthlies(on, 22).filter((date) => isQuarterMonth(date) && daysBetween(on, date) <= 650),
  ...monthlies(on, 30).filter((date) => isYearTurn(date) && daysBetween(on, date) <= 880),
  ...upcoming(on, monthEnds(on, 14).filter(isQuarterMonth), 4),
];

/**
 * SPX (the PM-settled SPXW series), as its chains of 2022 and 2023 show: daily for 36 days, Fridays for 56,
 * monthlies for five months, twelve ends of month. Quarterly PM expiries further out are left out.
 */
const indexExpiries = (on: CalendarDate): ReadonlyArray<CalendarDate> => [
  ...daily(on, 36, indexExpiresOn),
  ...fridays(on, 56),
  ...upcoming(on, monthlies(on, 7), 5),
  ...upcoming(on, monthEnds(on, 13), 12),
];

/**
 * E-mini and Micro E-mini weeklies, European and PM-settled: the next `weeks` first, second and fourth Fridays
 * each, the next `thirds` third Fridays, six ends of month (CME contract specifications). The AM-settled
 * quarterlies are not listed. Assumed: third Fridays of quarter months are listed too, on the next quarterly.
 */
const futureExpiries =
  (weeks: number, thirds: number) =>
  (on: CalendarDate): ReadonlyArray<CalendarDate> => [
    ...upcoming(on, nthFridays(on, 6, 1), weeks),
    ...upcoming(on, nthFridays(on, 6, 2), weeks),
    ...upcoming(on, nthFridays(on, 6, 3), thirds),
    ...upcoming(on, nthFridays(on, 6, 4), weeks),
    ...upcoming(on, monthEnds(on, 7), 6),
  ];
