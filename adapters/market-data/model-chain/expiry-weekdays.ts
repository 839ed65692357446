import { weekday, type CalendarDate } from '../../../core/index.js';

/** SPY expires on Wednesdays since 2016-08-30, Mondays since 2018-02-15, Tuesdays and Thursdays since 2022-11-14. */
export const shareExpiresOn = (date: CalendarDate): boolean =>
  ({
    monday: date >= '2018-02-15',
    tuesday: date >= '2022-11-14',
    wednesday: date >= '2016-08-30',
    thursday: date >= '2022-11-14',
    friday: true,
    saturday: false,
    sunday: false,
  })[weekday(date)];

/** SPXW: Wednesdays since 2016-02-23, Mondays since 2016-08-15, Tuesdays 2022-04-18, Thursdays 2022-05-11. */
export const indexExpiresOn = (date: CalendarDate): boolean =>
  ({
    monday: date >= '2016-08-15',
    tuesday: date >= '2022-04-18',
    wednesday: date >= '2016-02-23',
    thursday: date >= '2022-05-11',
    friday: true,
    saturday: false,
    sunday: false,
  })[weekday(date)];
