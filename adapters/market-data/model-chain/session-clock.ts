import { isRight } from 'fp-ts/lib/Either.js';
import {
  addDays,
  daysBetween,
  session,
  sessionsBetween,
  type CalendarDate,
  type ExchangeTime,
  type Session,
} from '../../../core/index.js';

/** The S&P 500's variance between one close and the next that falls before the opening bell. */
const overnightShare = 0.25;

/** Trading days in the year of the last day's clock. */
export const sessionsPerYear = 252;

/**
 * Of the variance between open and close, the share still to come at the start of each thirteenth of the
 * session (half an hour of a full day). Squared 5-minute returns of the S&P 500, as shares of their day, mean
 * over 449 full sessions, 2024-03-12 to 2025-12-31.
 */
const shareToCome = [1, 0.828, 0.702, 0.611, 0.538, 0.476, 0.422, 0.369, 0.313, 0.261, 0.205, 0.15, 0.102, 0];

/**
 * How much of one trading day's variance (close to close = 1) is still to come at a second of the session: 0.75
 * up to the open, 0 from the close; between the nodes linear. Early closes run through the same profile faster.
 */
export const varianceToCome = ({ open, close }: Session, second: number): number => {
  const position = Math.min(1, Math.max(0, (second - open) / (close - open))) * (shareToCome.length - 1);
  const node = Math.min(Math.floor(position), shareToCome.length - 2);
  const from = shareToCome[node] ?? 0;
  const to = shareToCome[node + 1] ?? 0;
  return (1 - overnightShare) * (from + (to - from) * (position - node));
};

/** The stretch from a date to an expiry, counted once a day. */
export interface Stretch {
  readonly calendarDays: number;
  readonly sessions: number;
  readonly closeSecond: number;
}

/** Null when the expiry is no trading day or lies before the date. */
export const stretch = (date: CalendarDate, expiry: CalendarDate): Stretch | null => {
  const last = session(expiry);
  if (last === null || expiry < date) return null;
  const later = sessionsBetween(addDays(date, 1), expiry);
  if (!isRight(later)) return null;
  return {
    calendarDays: daysBetween(date, expiry),
    sessions: later.right.length,
    closeSecond: last.close,
  };
};

/** Calendar years to the expiry's close. */
export const calendarYears = ({ calendarDays, closeSecond }: Stretch, at: ExchangeTime): number =>
  (calendarDays + (closeSecond - at.second) / 86_400) / 365;

/**
 * Trading days to the expiry's close: what is left of today's variance, 1 for every later session and
 * `weekendWeight` for every other day.
 */
export const varianceDays = (
  { calendarDays, sessions }: Stretch,
  today: Session,
  at: ExchangeTime,
  weekendWeight: number,
): number => varianceToCome(today, at.second) + sessions + weekendWeight * (calendarDays - sessions);
