import { isLeft, right, type Either } from 'fp-ts/lib/Either.js';
import type { OptionColumns, QuoteColumns } from '../../../core/index.js';
import { columnsNamed } from '../table/columns.js';
import { decimalOf } from '../table/decimal.js';
import type { Table, TableError } from '../table/table.js';
import { refusal, type Refusal } from './refusal.js';

/** The Pricing port's columns of an option or of a quote. */
export type ContractColumns = OptionColumns & QuoteColumns;

type NumberField = Exclude<keyof ContractColumns, 'right'>;

/** What the fields are called in a table; a field without a name is not read. */
export type FieldNames = Readonly<Partial<Record<NumberField, string>>>;

export interface ReadContracts {
  /** A field that is not read is 0 in every row; a cell that could not be read is NaN. */
  readonly columns: ContractColumns;
  /** By row: the first cell that could not be read. */
  readonly refusals: ReadonlyMap<number, Refusal>;
}

/**
 * Reads `type` (call or put, or their first letters, in any case) and the named number fields. Errors: a missing
 * column. A cell that is no decimal number refuses its own row alone.
 */
export const readContracts = (table: Table, names: FieldNames): Either<TableError, ReadContracts> => {
  const places = columnsNamed(table, ['type', ...Object.values(names)]);
  if (isLeft(places)) return places;
  const refusals = new Map<number, Refusal>();
  const read = (name: string, limit: string, valueOf: (cell: string) => number | null): number[] => {
    const place = places.right[name] ?? -1;
    return table.rows.map((cells, row) => {
      const cell = cells[place] ?? '';
      const value = valueOf(cell);
      if (value === null && !refusals.has(row)) refusals.set(row, refusal('unreadable', name, cell, limit));
      return value ?? NaN;
    });
  };
  const numbers = (name: string | undefined): Float64Array =>
    name === undefined
      ? new Float64Array(table.rows.length)
      : Float64Array.from(read(name, 'a finite decimal number', decimalOf));
  const columns: ContractColumns = {
    right: Uint8Array.from(read('type', 'call or put', rightCodeOf)),
    underlying: numbers(names.underlying),
    strike: numbers(names.strike),
    years: numbers(names.years),
    rate: numbers(names.rate),
    dividendYield: numbers(names.dividendYield),
    volatility: numbers(names.volatility),
    price: numbers(names.price),
  };
  return right({ columns, refusals });
};

const rightCodeOf = (cell: string): number | null => rightCodes.get(cell.trim().toLowerCase()) ?? null;

const rightCodes: ReadonlyMap<string, number> = new Map([
  ['call', 0],
  ['c', 0],
  ['put', 1],
  ['p', 1],
]);
