import type { CalendarDate, ExchangeTime } from '../units/index.js';

/** Prices of one stretch of trading, in points. */
export interface Prices {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** An intraday bar. Its open is known at `start`, everything else at `end` and not before. */
export interface Bar extends Prices {
  readonly start: ExchangeTime;
  readonly end: ExchangeTime;
}

/** One session's official prices, known when the session has closed (its open when it has opened). */
export interface DailyBar extends Prices {
  readonly date: CalendarDate;
}
