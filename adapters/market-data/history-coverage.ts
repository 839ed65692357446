import type { CalendarDate, Coverage, IntradaySession, MarketHistory } from '../../core/index.js';
import type { HistoryFile } from './history-files.js';
import { volatilityIndices } from './history-gaps.js';
import type { Table } from './history-table.js';

/** One row for each stretch at one resolution, in the order a report shows them; a stretch without rows has none. */
export const coverageOf = (
  history: Omit<MarketHistory, 'coverage'>,
  tables: Readonly<Record<HistoryFile, Table>>,
): ReadonlyArray<Coverage> => {
  const stretch = (
    series: string,
    resolution: string,
    file: HistoryFile,
    days: ReadonlyArray<{ readonly date: CalendarDate }>,
  ): ReadonlyArray<Coverage> => {
    const [first, last] = [days[0], days.at(-1)];
    return first === undefined || last === undefined
      ? []
      : [{ series, from: first.date, to: last.date, resolution, source: tables[file].source }];
  };
  const indexBars = (seconds: number): ReadonlyArray<IntradaySession> =>
    history.indexIntraday.filter(({ resolution }) => resolution === seconds);
  return [
    ...stretch('S&P 500', 'daily', 'restricted/index-daily', history.indexDaily),
    ...stretch('S&P 500', 'hourly', 'restricted/index-1h', indexBars(3_600)),
    ...stretch('S&P 500', '15 min', 'restricted/index-15m', indexBars(900)),
    ...stretch('S&P 500', '5 min', 'restricted/index-5m', indexBars(300)),
    ...stretch('VIX', 'daily', 'open/vix-daily', history.vixDaily),
    ...stretch('VIX', 'hourly', 'restricted/vix-1h', history.vixIntraday),
    ...volatilityIndices.flatMap((field) =>
      stretch(
        field.toUpperCase(),
        'daily close',
        'restricted/volatility-daily',
        history.volatility.filter((day) => day[field] !== null),
      ),
    ),
    ...stretch('3-month Treasury yield', 'daily', 'open/treasury-3m', history.rates),
    ...stretch('SPY and its dividends', 'daily close', 'restricted/spy-daily', history.shares),
    ...[...new Set(history.macroEvents.map(({ kind }) => kind))].flatMap((kind) =>
      stretch(
        `${kind} releases`,
        'event',
        'restricted/macro-events',
        history.macroEvents.filter((event) => event.kind === kind),
      ),
    ),
  ];
};
