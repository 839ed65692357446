import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type { HistoryRowError } from './history-error.js';
import { rowError, type Row } from './history-table.js';

/**
 * Passes rows whose key rises from each to the next. A key that stays the same is a duplicate, one that falls
 * is out of order; both are errors, because a reader that sorts or drops rows decides what the market did.
 * Keys compare as text. `column` is the one the error names.
 */
export const requireAscending = (
  rows: ReadonlyArray<Row>,
  keyOf: (row: Row) => string,
  column = 0,
): Either<HistoryRowError, ReadonlyArray<Row>> => {
  let before: string | null = null;
  for (const row of rows) {
    const key = keyOf(row);
    if (before !== null && key === before) return left(rowError('Duplicate', row, column, `after ${before}`));
    if (before !== null && key < before) return left(rowError('NotAscending', row, column, `after ${before}`));
    before = key;
  }
  return right(rows);
};

export const dateKey = (row: Row): string => row.cells[0] ?? '';

/** Date and second of the day, the second padded so that text order is time order. */
export const timeKey = (row: Row): string => `${dateKey(row)} ${(row.cells[1] ?? '').padStart(5, '0')}`;
