import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import {
  calendarCoverage,
  isCalendarDate,
  isTradingDay,
  type CalendarDate,
  type Prices,
} from '../../core/index.js';
import type { HistoryRowError } from './history-error.js';
import { rowError, type Row } from './history-table.js';

// Plain `isLeft` and not `chain`: these run 200,000 times a read, and `chain` copies its arguments on every call.
type Cell<A> = Either<HistoryRowError, A>;

/** A date the exchange calendar covers, traded or not. */
export const dateCell = (row: Row, column = 0): Cell<CalendarDate> => {
  const text = row.cells[column];
  if (!isCalendarDate(text)) return left(rowError('MalformedRow', row, column, 'a real date, YYYY-MM-DD'));
  return text >= calendarCoverage.from && text <= calendarCoverage.to
    ? right(text)
    : left(rowError('OutOfRange', row, column, `from ${calendarCoverage.from} to ${calendarCoverage.to}`));
};

export const tradingDayCell = (row: Row, column = 0): Cell<CalendarDate> => {
  const date = dateCell(row, column);
  if (isLeft(date) || isTradingDay(date.right)) return date;
  return left(rowError('NotTradingDay', row, column, 'a day the NYSE is open'));
};

/** A plain decimal such as `-0.25`: no exponent, no sign but minus, no blanks. */
export const numberCell = (row: Row, column: number): Cell<number> => {
  const text = row.cells[column] ?? '';
  const value = Number(text);
  if (decimal.test(text) && Number.isFinite(value)) return right(value);
  const notFinite = decimal.test(text) || /^[+-]?(nan|inf|infinity)$/i.test(text);
  return left(rowError(notFinite ? 'NotFinite' : 'MalformedRow', row, column, 'a finite decimal number'));
};

export const priceCell = (row: Row, column: number): Cell<number> => {
  const price = numberCell(row, column);
  if (isLeft(price) || price.right > 0) return price;
  return left(rowError('NotPositive', row, column, 'above 0'));
};

/** A whole second of the day. */
export const secondCell = (row: Row, column: number): Cell<number> => {
  const second = numberCell(row, column);
  if (isLeft(second) || (wholeSecond.test(row.cells[column] ?? '') && second.right < 86_400)) return second;
  return left(rowError('OutOfRange', row, column, 'a whole second from 0 to 86399'));
};

/** Null for an empty cell, which says that the source has no value. */
export const optionalCell = <A>(
  row: Row,
  column: number,
  cell: (row: Row, column: number) => Cell<A>,
): Cell<A | null> => (row.cells[column] === '' ? right(null) : cell(row, column));

/** Open, high, low and close from four columns; the high is the highest and the low the lowest of them. */
export const pricesCells = (row: Row, first: number): Cell<Prices> => {
  const open = priceCell(row, first);
  if (isLeft(open)) return open;
  const high = priceCell(row, first + 1);
  if (isLeft(high)) return high;
  const low = priceCell(row, first + 2);
  if (isLeft(low)) return low;
  const close = priceCell(row, first + 3);
  if (isLeft(close)) return close;
  const prices = { open: open.right, high: high.right, low: low.right, close: close.right };
  const highest = Math.max(prices.open, prices.low, prices.close);
  const lowest = Math.min(prices.open, prices.high, prices.close);
  if (prices.high < highest) return left(rowError('PricesDisagree', row, first + 1, `at least ${highest}`));
  if (prices.low > lowest) return left(rowError('PricesDisagree', row, first + 2, `at most ${lowest}`));
  return right(prices);
};

const decimal = /^-?\d+(\.\d+)?$/;
const wholeSecond = /^\d{1,5}$/;
