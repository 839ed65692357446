import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import type {
  DailyBar,
  MacroEvent,
  MacroEventKind,
  RateDay,
  ShareDay,
  VolatilityCloses,
} from '../../core/index.js';
import {
  dateCell,
  numberCell,
  optionalCell,
  priceCell,
  pricesCells,
  secondCell,
  tradingDayCell,
} from './history-cells.js';
import type { HistoryRowError } from './history-error.js';
import { byDate, byDateAndColumn, requireAscending, type RowOrder } from './history-order.js';
import { parseRows, requireRows, rowError, type Row, type Table } from './history-table.js';

type Parsed<A> = Either<HistoryRowError, A>;

export const dailyBars = (table: Table): Parsed<ReadonlyArray<DailyBar>> =>
  oncePerDay(table, (row) => {
    const date = tradingDayCell(row);
    if (isLeft(date)) return date;
    const prices = pricesCells(row, 1);
    return isLeft(prices) ? prices : right({ date: date.right, ...prices.right });
  });

/** Percent a year as FRED writes it. Treasury yields are also published on some days the NYSE is closed. */
export const rateDays = (table: Table): Parsed<ReadonlyArray<RateDay>> =>
  oncePerDay(table, (row) => {
    const date = dateCell(row);
    if (isLeft(date)) return date;
    const percent = numberCell(row, 1);
    return isLeft(percent) ? percent : right({ date: date.right, threeMonth: percent.right / 100 });
  });

export const volatilityCloses = (table: Table): Parsed<ReadonlyArray<VolatilityCloses>> =>
  oncePerDay(table, (row) => {
    const date = tradingDayCell(row);
    if (isLeft(date)) return date;
    const vix1d = optionalCell(row, 1, priceCell);
    if (isLeft(vix1d)) return vix1d;
    const vix9d = optionalCell(row, 2, priceCell);
    if (isLeft(vix9d)) return vix9d;
    const vix3m = optionalCell(row, 3, priceCell);
    if (isLeft(vix3m)) return vix3m;
    const vix6m = optionalCell(row, 4, priceCell);
    if (isLeft(vix6m)) return vix6m;
    return right({
      date: date.right,
      vix1d: vix1d.right,
      vix9d: vix9d.right,
      vix3m: vix3m.right,
      vix6m: vix6m.right,
    });
  });

export const shareDays = (table: Table): Parsed<ReadonlyArray<ShareDay>> =>
  oncePerDay(table, (row) => {
    const date = tradingDayCell(row);
    if (isLeft(date)) return date;
    const close = priceCell(row, 1);
    if (isLeft(close)) return close;
    const dividend = numberCell(row, 2);
    if (isLeft(dividend)) return dividend;
    if (dividend.right < 0) return left(rowError('OutOfRange', row, 2, '0 or more'));
    return right({ date: date.right, close: close.right, dividend: dividend.right });
  });

/** Releases of different kinds share dates, and some fall on days the NYSE is closed (NFP on Good Friday 2023). */
export const macroEvents = (table: Table): Parsed<ReadonlyArray<MacroEvent>> =>
  ascending(table, byDateAndColumn(2), (row) => {
    const date = dateCell(row);
    if (isLeft(date)) return date;
    const second = optionalCell(row, 1, secondCell);
    if (isLeft(second)) return second;
    const kind = macroEventKinds.find((each) => each === row.cells[2]);
    return kind === undefined
      ? left(rowError('MalformedRow', row, 2, `one of ${macroEventKinds.join(', ')}`))
      : right({ kind, date: date.right, second: second.right });
  });

const macroEventKinds: ReadonlyArray<MacroEventKind> = ['CPI', 'FOMC', 'GDP', 'NFP', 'OPEX'];

const oncePerDay = <A>(table: Table, parse: (row: Row) => Parsed<A>): Parsed<ReadonlyArray<A>> =>
  ascending(table, byDate, parse);

/** Parses at least one row; each comes after the one before. */
const ascending = <A>(
  table: Table,
  order: RowOrder,
  parse: (row: Row) => Parsed<A>,
): Parsed<ReadonlyArray<A>> => {
  const rows = requireRows(table);
  if (isLeft(rows)) return rows;
  const parsed = parseRows(table.rows, parse);
  if (isLeft(parsed)) return parsed;
  const ordered = requireAscending(table.rows, order);
  return isLeft(ordered) ? ordered : parsed;
};
