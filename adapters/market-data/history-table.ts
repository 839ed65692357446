import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import type { HistoryError, HistoryRowError, RowFault } from './history-error.js';
import { historyFiles, type HistoryFile } from './history-files.js';

/** One line of a file, split at its commas. */
export interface Row {
  readonly file: HistoryFile;
  /** From 1, comments and header included, as an editor counts. */
  readonly line: number;
  readonly cells: ReadonlyArray<string>;
}

/** A file split into rows; `source` is what its `# source:` line says. */
export interface Table {
  readonly file: HistoryFile;
  readonly source: string;
  readonly rows: ReadonlyArray<Row>;
}

/**
 * Splits a file's text: comment lines starting with `#`, one of which names the source, a header with exactly
 * the file's columns, then rows of as many cells. No quoting, no blank lines, `\n` or `\r\n` line ends.
 */
export const splitTable = (file: HistoryFile, text: string): Either<HistoryError, Table> => {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const columns: ReadonlyArray<string> = historyFiles[file];
  const firstOther = lines.findIndex((line) => !line.startsWith('#'));
  const headerIndex = firstOther === -1 ? lines.length : firstOther;
  const header = lines[headerIndex];
  const source = lines.slice(0, headerIndex).find((line) => line.startsWith(sourceMark));
  if (source === undefined)
    return left(malformed(file, 1, 'source', lines[0] ?? '', `a line "${sourceMark}WHO"`));
  if (header !== columns.join(','))
    return left(malformed(file, headerIndex + 1, 'header', header ?? '', columns.join(',')));
  const rows = lines
    .slice(headerIndex + 1)
    .map((line, index): Row => ({ file, line: headerIndex + 2 + index, cells: line.split(',') }));
  const uneven = rows.find(({ cells }) => cells.length !== columns.length);
  if (uneven !== undefined)
    return left(
      malformed(
        file,
        uneven.line,
        'row',
        uneven.cells.join(','),
        `${columns.length} cells: ${columns.join(',')}`,
      ),
    );
  return right({ file, source: source.slice(sourceMark.length), rows });
};

/** Parses every row, or stops at the first error. */
export const parseRows = <A>(
  rows: ReadonlyArray<Row>,
  parse: (row: Row) => Either<HistoryRowError, A>,
): Either<HistoryRowError, ReadonlyArray<A>> => {
  const parsed: A[] = [];
  for (const row of rows) {
    const result = parse(row);
    if (isLeft(result)) return result;
    parsed.push(result.right);
  }
  return right(parsed);
};

/** Passes a table that has rows: an empty daily file would read as a market in which nothing happens. */
export const requireRows = (table: Table): Either<HistoryRowError, Table> =>
  table.rows.length > 0 ? right(table) : left(malformed(table.file, 1, 'row', '', 'at least one row'));

/** An error about one cell of a row, the cell named by its column. */
export const rowError = (fault: RowFault, row: Row, column: number, limit: string): HistoryRowError => ({
  _tag: fault,
  file: row.file,
  line: row.line,
  field: historyFiles[row.file][column] ?? String(column),
  value: row.cells[column] ?? '',
  limit,
});

const sourceMark = '# source: ';

const malformed = (
  file: HistoryFile,
  line: number,
  field: string,
  value: string,
  limit: string,
): HistoryRowError => ({ _tag: 'MalformedRow', file, line, field, value, limit });
