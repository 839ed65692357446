import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Either } from 'fp-ts/lib/Either.js';
import { readCsv, tableErrorText, type Table, type TableError } from '../../../adapters/quotes/index.js';

/** The value of an Either that must be one. */
export const valueOf = <A>(result: Either<TableError, A>): A => {
  if (result._tag === 'Left') throw new Error(tableErrorText(result.left));
  return result.right;
};

export const table = (text: string): Table => valueOf(readCsv(text));

/** A column's cells by name. */
export const column = ({ columns, rows }: Table, name: string): ReadonlyArray<string> => {
  const place = columns.indexOf(name);
  if (place === -1) throw new Error(`no column ${name} in ${columns.join(',')}`);
  return rows.map((cells) => cells[place]!);
};

/** The table with its columns in another order. */
export const reordered = ({ columns, rows }: Table, order: ReadonlyArray<number>): Table => ({
  columns: order.map((at) => columns[at]!),
  rows: rows.map((cells) => order.map((at) => cells[at]!)),
});

/** SPXW quotes of a session: 5 to 220 days, strikes 85% to 115% of the index. */
export const recordedChain = (session: '2022-06-10' | '2023-02-03'): Table =>
  table(
    gunzipSync(
      readFileSync(new URL(`../../fixtures/option-chains/spxw-${session}.csv.gz`, import.meta.url)),
    ).toString(),
  );
