import { dayNumber } from '../calendar/index.js';
import type { CalendarDate, Cents, ExchangeTime } from '../units/index.js';

/**
 * What the day's, week's and month's results are measured from: the closing equity of the last session before
 * the day, the week and the month began (D§5.3), and the session they belong to.
 */
export interface SessionBaselines {
  readonly day: Cents;
  readonly week: Cents;
  readonly month: Cents;
  readonly lastClose: Cents;
  /** The latest session that opened; null before the first. */
  readonly session: CalendarDate | null;
  /** When the running session opened; null between sessions. */
  readonly openedAt: ExchangeTime | null;
}

/** Before the first close, starting equity stands for it. */
export const baselinesFrom = (equity: Cents): SessionBaselines => ({
  day: equity,
  week: equity,
  month: equity,
  lastClose: equity,
  session: null,
  openedAt: null,
});

/** A week or month begins with its first session, whichever weekday or date that is. */
export const sessionBegun = (baselines: SessionBaselines, openedAt: ExchangeTime): SessionBaselines => {
  const { session, lastClose, week, month } = baselines;
  const { date } = openedAt;
  return {
    day: lastClose,
    week: session !== null && weekOf(session) === weekOf(date) ? week : lastClose,
    month: session !== null && monthOf(session) === monthOf(date) ? month : lastClose,
    lastClose,
    session: date,
    openedAt,
  };
};

export const sessionEnded = (baselines: SessionBaselines, equity: Cents): SessionBaselines => ({
  ...baselines,
  lastClose: equity,
  openedAt: null,
});

export const shiftedBaselines = (
  baselines: SessionBaselines,
  shift: (equity: Cents) => Cents,
): SessionBaselines => ({
  ...baselines,
  day: shift(baselines.day),
  week: shift(baselines.week),
  month: shift(baselines.month),
  lastClose: shift(baselines.lastClose),
});

/** Counts weeks from Monday: 1970-01-01, day 0, was a Thursday. */
const weekOf = (date: CalendarDate): number => Math.floor((dayNumber(date) + 3) / 7);

const monthOf = (date: CalendarDate): string => date.slice(0, 7);
