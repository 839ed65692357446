import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type { Table, TableError } from './table.js';

/** Where each named column stands in the rows. Errors: the first column that is missing, or is there twice. */
export const columnsNamed = <Name extends string>(
  { columns }: Table,
  names: ReadonlyArray<Name>,
): Either<TableError, Readonly<Record<Name, number>>> => {
  const missing = names.find((name) => !columns.includes(name));
  if (missing !== undefined) return left({ _tag: 'MissingColumn', column: missing });
  const repeated = names.find((name) => columns.indexOf(name) !== columns.lastIndexOf(name));
  if (repeated !== undefined) return left({ _tag: 'RepeatedColumn', column: repeated });
  return right(
    Object.fromEntries(names.map((name) => [name, columns.indexOf(name)])) as Record<Name, number>,
  );
};

/** A column to add: its name and the cell of each row. */
export interface ComputedColumn {
  readonly name: string;
  readonly cell: (row: number) => string;
}

/**
 * The table with columns added after its own. What the file holds is never overwritten: where it already has a
 * column of that name, the added one is called `computed_…`.
 */
export const withComputed = ({ columns, rows }: Table, added: ReadonlyArray<ComputedColumn>): Table => ({
  columns: [...columns, ...added.map(({ name }) => freeName(name, columns))],
  rows: rows.map((cells, row) => [...cells, ...added.map(({ cell }) => cell(row))]),
});

const freeName = (name: string, taken: ReadonlyArray<string>): string =>
  taken.includes(name) ? freeName(`computed_${name}`, taken) : name;
