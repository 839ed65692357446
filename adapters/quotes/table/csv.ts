import { csvFormatRows, csvParseRows } from 'd3-dsv';
import { left, right, type Either } from 'fp-ts/lib/Either.js';
import { linesIn, quoteFault } from './quote-fault.js';
import type { Table, TableError } from './table.js';

/**
 * The table in a CSV text (RFC 4180; `\n` line ends are as good, a byte-order mark and blank lines at the end do not
 * count). Errors: no header, a misplaced quote, a row with more or fewer cells than the header.
 */
export const readCsv = (text: string): Either<TableError, Table> => {
  const body = text.replace(/^\uFEFF/, '').replace(/[\r\n]+$/, '');
  if (body.trim() === '') return left({ _tag: 'Empty' });
  const fault = quoteFault(body);
  if (fault !== null) return left(fault);
  const [columns = [], ...rows] = csvParseRows(body);
  const uneven = rows.findIndex(({ length }) => length !== columns.length);
  return uneven === -1
    ? right({ columns, rows })
    : left({
        _tag: 'UnevenRow',
        line: [columns, ...rows.slice(0, uneven)].reduce((line, row) => line + 1 + linesIn(row.join(',')), 1),
        cells: rows[uneven]?.length ?? 0,
        limit: columns.length,
      });
};

/** The table as CSV, `\n` after each line; a cell is quoted when it must be. */
export const writeCsv = ({ columns, rows }: Table): string =>
  // d3's types ask for rows that may be changed; it does not change them.
  `${csvFormatRows([columns, ...rows] as string[][])}\n`;
