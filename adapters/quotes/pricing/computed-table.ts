import { withComputed, type ComputedColumn } from '../table/columns.js';
import { decimalText } from '../table/decimal.js';
import type { Table } from '../table/table.js';
import { pricedStatus, type Refusal } from './refusal.js';
import { rowSummary, type RowSummary } from './summary.js';

/** A table with what was computed for each row, and a count of the rows. */
export interface ComputedTable {
  readonly table: Table;
  readonly summary: RowSummary;
}

/** A column of numbers, by row. */
export const numberColumn = (name: string, values: ArrayLike<number>): ComputedColumn => ({
  name,
  cell: (row) => decimalText(values[row] ?? NaN),
});

/** Adds columns, then `status` and `reason`; the added cells of a refused row are empty. */
export const computedTable = (
  table: Table,
  added: ReadonlyArray<ComputedColumn>,
  refusalOf: (row: number) => Refusal | null,
): ComputedTable => {
  const refusals = table.rows.map((_, row) => refusalOf(row));
  const statuses = refusals.map((why) => why?.status ?? pricedStatus);
  const columns: ReadonlyArray<ComputedColumn> = [
    ...added.map(({ name, cell }) => ({
      name,
      cell: (row: number) => (refusals[row] === null ? cell(row) : ''),
    })),
    { name: 'status', cell: (row) => statuses[row] ?? '' },
    { name: 'reason', cell: (row) => refusals[row]?.reason ?? '' },
  ];
  return { table: withComputed(table, columns), summary: rowSummary(statuses) };
};
