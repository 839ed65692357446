import {
  exchangeTimeOf,
  instantOf,
  previousSession,
  regularHours,
  session,
  type CalendarDate,
  type ExchangeTime,
  type Session,
} from '../../../core/index.js';
import type { RootTerms } from './roots.js';

/**
 * The moment that a delayed quote table shows, from the time at which it was downloaded: fifteen minutes earlier
 * while options were quoted then, and else the end of the last session's quotes. Null where the calendar knows no
 * session.
 */
export const quoteMoment = (downloaded: ExchangeTime): ExchangeTime | null => {
  const shown = exchangeTimeOf(instantOf(downloaded) - quoteDelay * 1_000);
  const today = session(shown.date);
  if (today !== null && shown.second >= today.open)
    return { date: today.date, second: Math.min(shown.second, lastQuotes(today)) };
  const last = previousSession(shown.date);
  return last === null ? null : { date: last.date, second: lastQuotes(last) };
};

/** When the options of a root and a day of expiry settle; regular hours where the calendar has no session. */
export const settlementOf = (expiry: CalendarDate, { settles }: RootTerms): ExchangeTime => ({
  date: expiry,
  second: (session(expiry) ?? regularHours)[settles],
});

/** Years of 365 days of time that passes (not of clock readings) from one moment to the other. */
export const yearsBetween = (from: ExchangeTime, to: ExchangeTime): number =>
  (instantOf(to) - instantOf(from)) / millisecondsPerYear;

/** Index and index-fund options are quoted for a quarter of an hour after the exchange's close (16:15). */
const lastQuotes = ({ close }: Session): number => close + 15 * 60;

/** Seconds by which Cboe's public quote table lags. */
const quoteDelay = 15 * 60;

const millisecondsPerYear = 365 * 86_400_000;
