import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import type { PriceColumns, Pricing, PricingError } from '../../../core/index.js';
import type { ComputedColumn } from '../table/columns.js';
import type { Table, TableError } from '../table/table.js';
import { computedTable, numberColumn, type ComputedTable } from './computed-table.js';
import { readContracts } from './contract-fields.js';
import type { OptionModel, PriceSettings } from './models.js';
import { rowRefusal } from './row-refusal.js';

/**
 * Prices a table of options: the model's columns and `vol` in, the port's value columns, `status` and `reason` out.
 * Units as in `OptionColumns` and `ValueColumns`.
 */
export const priceTable = (
  pricing: Pricing,
  table: Table,
  model: OptionModel,
  settings: PriceSettings,
): Either<TableError, ComputedTable> => {
  const names = { ...model.contract, volatility: 'vol' };
  const read = readContracts(table, names);
  if (isLeft(read)) return read;
  const { columns, refusals } = read.right;
  const values = model.price(pricing, columns, settings);
  if (isLeft(values)) return left(tooMany(columns.right.length, values.left));
  const { status } = values.right;
  return right(
    computedTable(
      table,
      valueColumns(values.right),
      (row) => refusals.get(row) ?? rowRefusal(status[row] ?? 0, columns, names, row),
    ),
  );
};

/** The value columns that a model gives, in the order in which it gives them. */
const valueColumns = (values: PriceColumns): ReadonlyArray<ComputedColumn> =>
  Object.entries<ArrayLike<number>>({ ...values })
    .filter(([name]) => name !== 'status')
    .map(([name, column]) => numberColumn(name, column));

/** The columns here are of one length: only their number can be too large for the port. */
export const tooMany = (rows: number, { limit }: PricingError): TableError => ({
  _tag: 'TooManyRows',
  rows,
  limit,
});
