import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import type { Pricing } from '../../../core/index.js';
import type { Table, TableError } from '../table/table.js';
import { computedTable, numberColumn, type ComputedTable } from './computed-table.js';
import { readContracts } from './contract-fields.js';
import type { ImpliedModel } from './models.js';
import { tooMany } from './price-table.js';
import { rowRefusal } from './row-refusal.js';
import { boundRefusals } from './value-bounds.js';

/**
 * Implies the volatility of a table of quotes: the model's columns and `price` in, `vol` per 1.00, `status` and
 * `reason` out.
 */
export const impliedTable = (
  pricing: Pricing,
  table: Table,
  model: ImpliedModel,
): Either<TableError, ComputedTable> => {
  const names = { ...model.contract, price: 'price' };
  const read = readContracts(table, names);
  if (isLeft(read)) return read;
  const { columns, refusals } = read.right;
  const implied = pricing.impliedVolatility(model.implied, columns);
  if (isLeft(implied)) return left(tooMany(columns.right.length, implied.left));
  const { status, volatility } = implied.right;
  const beyond = boundRefusals(pricing, model, columns, status);
  return right(
    computedTable(table, [numberColumn('vol', volatility)], (row) => {
      const known = refusals.get(row) ?? beyond.get(row);
      if (known !== undefined) return known;
      return rowRefusal(status[row] ?? 0, columns, names, row);
    }),
  );
};
