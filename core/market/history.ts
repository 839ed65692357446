import type { CalendarDate } from '../units/index.js';
import type { Bar, DailyBar } from './bar.js';
import type { MacroEvent } from './macro-event.js';

/** A session's intraday bars in time order, all of one resolution. */
export interface IntradaySession {
  readonly date: CalendarDate;
  /** Seconds per bar; the first bar of an hourly session may be shorter. */
  readonly resolution: number;
  readonly bars: ReadonlyArray<Bar>;
}

/** Closing levels of the volatility indices, in vol points; null where not published that day. */
export interface VolatilityCloses {
  readonly date: CalendarDate;
  readonly vix1d: number | null;
  readonly vix9d: number | null;
  readonly vix3m: number | null;
  readonly vix6m: number | null;
}

/** Treasury yields of a day, per year and per 1.00. */
export interface RateDay {
  readonly date: CalendarDate;
  readonly threeMonth: number;
}

/** SPY's traded close and the cash dividend that goes ex on this date (0 on most days). */
export interface ShareDay {
  readonly date: CalendarDate;
  readonly close: number;
  readonly dividend: number;
}

/** A stretch of years at one resolution, for the report. */
export interface Coverage {
  readonly series: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly resolution: string;
  readonly source: string;
}

/**
 * A market's past as a replay needs it: S&P 500 and VIX, each daily and intraday, with what the model chain
 * prices from. Every list is in ascending time order without duplicates.
 */
export interface MarketHistory {
  readonly indexDaily: ReadonlyArray<DailyBar>;
  readonly indexIntraday: ReadonlyArray<IntradaySession>;
  readonly vixDaily: ReadonlyArray<DailyBar>;
  readonly vixIntraday: ReadonlyArray<IntradaySession>;
  readonly volatility: ReadonlyArray<VolatilityCloses>;
  readonly rates: ReadonlyArray<RateDay>;
  readonly shares: ReadonlyArray<ShareDay>;
  readonly macroEvents: ReadonlyArray<MacroEvent>;
  readonly coverage: ReadonlyArray<Coverage>;
}
