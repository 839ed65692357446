import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type { HistoryRowError } from './history-error.js';
import { rowError, type Row } from './history-table.js';

/** Negative when `a` comes before `b`, 0 when they are the same day, bar or event. */
export type RowOrder = (a: Row, b: Row) => number;

/**
 * Passes rows each of which comes after the one before. Equal rows are duplicates, a falling one is out of
 * order; both are errors, because a reader that sorts or drops rows decides what the market did. `column` is
 * the one the error names.
 */
export const requireAscending = (
  rows: ReadonlyArray<Row>,
  order: RowOrder,
  column = 0,
): Either<HistoryRowError, ReadonlyArray<Row>> => {
  let before: Row | null = null;
  for (const row of rows) {
    const step = before === null ? -1 : order(before, row);
    if (before === null || step < 0) {
      before = row;
      continue;
    }
    const limit = `after line ${before.line}, ${before.cells.slice(0, column + 1).join(' ')}`;
    return left(rowError(step === 0 ? 'Duplicate' : 'NotAscending', row, column, limit));
  }
  return right(rows);
};

export const byDate: RowOrder = (a, b) => compareTexts(dateOf(a), dateOf(b));

/** By date, then by the second in the next column. */
export const byTime: RowOrder = (a, b) => byDate(a, b) || Number(a.cells[1]) - Number(b.cells[1]);

/** By date, then by the text of a column. */
export const byDateAndColumn =
  (column: number): RowOrder =>
  (a, b) =>
    byDate(a, b) || compareTexts(a.cells[column] ?? '', b.cells[column] ?? '');

/** The date as the file writes it. */
export const dateOf = (row: Row): string => row.cells[0] ?? '';

const compareTexts = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};
