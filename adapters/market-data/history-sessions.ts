import { isLeft, right, type Either } from 'fp-ts/lib/Either.js';
import type { Bar, CalendarDate, IntradaySession, Prices } from '../../core/index.js';
import { pricesCells, secondCell, tradingDayCell } from './history-cells.js';
import type { HistoryRowError } from './history-error.js';
import { byTime, dateOf, requireAscending } from './history-order.js';
import { parseRows, type Row, type Table } from './history-table.js';

type Parsed<A> = Either<HistoryRowError, A>;

/** The end of the bar that starts at `second`; `next` is the start of the session's following bar. */
export type EndOf = (row: Row, date: CalendarDate, second: number, next: number | null) => Parsed<number>;

/**
 * Rows of `date,second,open,high,low,close` as sessions: dates are trading days, bars rise in time, and each
 * ends where `endOf` says.
 */
export const sessionsOf = (
  table: Table,
  resolution: number,
  endOf: EndOf,
): Parsed<ReadonlyArray<IntradaySession>> => {
  const dates = requireTradingDays(table.rows);
  if (isLeft(dates)) return dates;
  const starts = parseRows(table.rows, startOf);
  if (isLeft(starts)) return starts;
  const ordered = requireAscending(table.rows, byTime, 1);
  return isLeft(ordered) ? ordered : groupByDate(table.rows, starts.right, resolution, endOf);
};

/** Each date is looked up once, not once a bar. */
const requireTradingDays = (rows: ReadonlyArray<Row>): Parsed<ReadonlyArray<Row>> => {
  let before = '';
  for (const row of rows) {
    if (dateOf(row) === before) continue;
    const date = tradingDayCell(row);
    if (isLeft(date)) return date;
    before = date.right;
  }
  return right(rows);
};

/** What a row says before its neighbours are known. */
interface Start {
  readonly second: number;
  readonly prices: Prices;
}

const startOf = (row: Row): Parsed<Start> => {
  const second = secondCell(row, 1);
  if (isLeft(second)) return second;
  const prices = pricesCells(row, 2);
  return isLeft(prices) ? prices : right({ second: second.right, prices: prices.right });
};

/** `requireTradingDays` has checked the dates. */
const groupByDate = (
  rows: ReadonlyArray<Row>,
  starts: ReadonlyArray<Start>,
  resolution: number,
  endOf: EndOf,
): Parsed<ReadonlyArray<IntradaySession>> => {
  const sessions: IntradaySession[] = [];
  let from = 0;
  while (from < rows.length) {
    const first = rows[from] as Row;
    let to = from + 1;
    while (to < rows.length && dateOf(rows[to] as Row) === dateOf(first)) to += 1;
    const date = dateOf(first) as CalendarDate;
    const bars = barsOf(date, rows.slice(from, to), starts.slice(from, to), endOf);
    if (isLeft(bars)) return bars;
    sessions.push({ date, resolution, bars: bars.right });
    from = to;
  }
  return right(sessions);
};

const barsOf = (
  date: CalendarDate,
  rows: ReadonlyArray<Row>,
  starts: ReadonlyArray<Start>,
  endOf: EndOf,
): Parsed<ReadonlyArray<Bar>> => {
  const bars: Bar[] = [];
  for (const [index, { second, prices }] of starts.entries()) {
    const end = endOf(rows[index] as Row, date, second, starts[index + 1]?.second ?? null);
    if (isLeft(end)) return end;
    bars.push({ start: { date, second }, end: { date, second: end.right }, ...prices });
  }
  return right(bars);
};
