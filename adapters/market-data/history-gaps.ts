import { isLeft } from 'fp-ts/lib/Either.js';
import {
  session,
  sessionsBetween,
  type CalendarDate,
  type IntradaySession,
  type MarketHistory,
  type RateDay,
  type Session,
  type VolatilityCloses,
} from '../../core/index.js';

/** The series of a history, as reports name them. */
export type HistorySeries = 'index-daily' | 'index' | 'vix-daily' | 'vix' | 'volatility' | 'rates' | 'shares';

/**
 * Something the history lacks inside its own range. It is no error: what needs it is Unknown on that day, and
 * the replay counts it. `from` and `to` are seconds of the New York day; `field` is a volatility index.
 */
export type HistoryDefect =
  | { readonly _tag: 'MissingSession'; readonly series: HistorySeries; readonly date: CalendarDate }
  | {
      readonly _tag: 'MissingBars';
      readonly series: HistorySeries;
      readonly date: CalendarDate;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly _tag: 'MissingValue';
      readonly series: HistorySeries;
      readonly date: CalendarDate;
      readonly field: string;
    };

/**
 * All gaps. Daily series are held against the sessions of the S&P 500's daily range, so that a VIX that stops
 * early shows; intraday series against their own range, which the coverage reports, because daily values may
 * be all there is outside it.
 */
export const findDefects = (history: MarketHistory): ReadonlyArray<HistoryDefect> => {
  const expected = sessionsOver(history.indexDaily);
  return [
    ...missingSessions('index-daily', expected, history.indexDaily),
    ...missingSessions('index', sessionsOver(history.indexIntraday), history.indexIntraday),
    ...missingSessions('vix-daily', expected, history.vixDaily),
    ...missingSessions('vix', sessionsOver(history.vixIntraday), history.vixIntraday),
    ...missingSessions('volatility', expected, history.volatility),
    ...missingSessions('shares', expected, history.shares),
    ...missingRates(expected, history.rates),
    ...history.indexIntraday.flatMap((each) => missingBars('index', each)),
    ...history.vixIntraday.flatMap((each) => missingBars('vix', each)),
    ...volatilityIndices.flatMap((field) => missingValues(field, history.volatility)),
  ];
};

export const volatilityIndices = ['vix1d', 'vix9d', 'vix3m', 'vix6m'] as const;

interface Dated {
  readonly date: CalendarDate;
}

const sessionsOver = (days: ReadonlyArray<Dated>): ReadonlyArray<Session> => {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const sessions = sessionsBetween(first.date, last.date);
  // Dates outside the calendar were refused when the rows were read.
  return isLeft(sessions) ? [] : sessions.right;
};

const missingSessions = (
  series: HistorySeries,
  expected: ReadonlyArray<Session>,
  days: ReadonlyArray<Dated>,
): ReadonlyArray<HistoryDefect> => {
  const present = new Set(days.map(({ date }) => date));
  return expected
    .filter(({ date }) => !present.has(date))
    .map(({ date }) => ({ _tag: 'MissingSession', series, date }));
};

/** The bond market keeps more holidays than the stock market: one session without a yield is none, two are a gap. */
const missingRates = (
  expected: ReadonlyArray<Session>,
  rates: ReadonlyArray<RateDay>,
): ReadonlyArray<HistoryDefect> => {
  const present = new Set(rates.map(({ date }) => date));
  const lacks = (at: number): boolean => {
    const day = expected[at];
    return day !== undefined && !present.has(day.date);
  };
  return expected
    .filter((_, at) => lacks(at) && (lacks(at - 1) || lacks(at + 1)))
    .map(({ date }) => ({ _tag: 'MissingSession', series: 'rates', date }));
};

/** Stretches of the regular session that no bar covers. */
const missingBars = (
  series: HistorySeries,
  { date, bars }: IntradaySession,
): ReadonlyArray<HistoryDefect> => {
  const hours = session(date);
  if (hours === null) return [];
  const ends = [hours.open, ...bars.map(({ end }) => end.second)];
  const starts = [...bars.map(({ start }) => start.second), hours.close];
  return ends.flatMap((end, index) => {
    const from = Math.max(end, hours.open);
    const to = Math.min(starts[index] ?? hours.close, hours.close);
    return from < to ? [{ _tag: 'MissingBars', series, date, from, to }] : [];
  });
};

/** A volatility index is expected from its first close onwards: VIX1D did not exist before May 2022. */
const missingValues = (
  field: (typeof volatilityIndices)[number],
  days: ReadonlyArray<VolatilityCloses>,
): ReadonlyArray<HistoryDefect> => {
  const first = days.findIndex((day) => day[field] !== null);
  return days
    .filter((day, index) => day[field] === null && (first === -1 || index > first))
    .map(({ date }) => ({ _tag: 'MissingValue', series: 'volatility', date, field }));
};
