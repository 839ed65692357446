import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type {
  AmericanGreeks,
  ContractColumns,
  GreekOrder,
  OptionColumns,
  PricingError,
  QuoteColumns,
  ThirdOrderColumns,
} from '../core/pricing/index.js';

export type NumberInput = Exclude<keyof OptionColumns | keyof QuoteColumns, 'right'>;
export type NumberOutput = Exclude<keyof ThirdOrderColumns, 'status'>;

const contractColumns = ['underlying', 'strike', 'years', 'rate', 'dividendYield'] as const;
export const optionColumns = [...contractColumns, 'volatility'] as const;
export const quoteColumns = [...contractColumns, 'price'] as const;

const firstOrder = ['price', 'delta', 'gamma', 'vega', 'theta', 'rho'] as const;
const secondOrder = [...firstOrder, 'vanna', 'volga', 'charm'] as const;

/** The value columns of each order of Greeks. */
export const valueColumns: Readonly<Record<GreekOrder, ReadonlyArray<NumberOutput>>> = {
  none: ['price'],
  first: firstOrder,
  second: secondOrder,
  third: [...secondOrder, 'speed', 'color', 'zomma'],
};

/** Orders of Greeks as the kernel numbers them. */
export const orders = { none: 0, first: 1, second: 2, third: 3 } as const;

/** The value columns of each order of American Greeks. */
export const americanColumns: Readonly<Record<AmericanGreeks, ReadonlyArray<(typeof firstOrder)[number]>>> = {
  none: ['price'],
  underlying: ['price', 'delta', 'gamma', 'theta'],
  first: firstOrder,
};

/** Columns by name, as the functions here copy them. */
export type Numbers<Name extends string> = Readonly<Record<Name, Float64Array>>;

/** The most rows of columns, and of one arena: 16,777,216, with 158 bytes a row. */
export const rowLimit = 2 ** 24;

/** The number of rows, if every named column is as long as `right` and there are no more than `rowLimit`. */
export const rowsOf = <Name extends NumberInput>(
  columns: Pick<ContractColumns, 'right'> & Numbers<Name>,
  names: ReadonlyArray<Name>,
): Either<PricingError, number> => {
  const limit = columns.right.length;
  const odd = names.find((name) => columns[name].length !== limit);
  if (odd !== undefined) {
    return left({ _tag: 'ColumnLengthMismatch', column: odd, length: columns[odd].length, limit });
  }
  if (limit > rowLimit) {
    return left({ _tag: 'CapacityExceeded', column: 'right', length: limit, limit: rowLimit });
  }
  return right(limit);
};

/**
 * Fresh columns, owned by the caller: no view of the kernel's memory leaves this room. Many rows share one fresh
 * buffer, as an engine takes far longer to allocate many buffers than to price a few options; a few rows fit into
 * arrays that need no buffer of their own.
 */
export const freshColumns = <Name extends string>(
  rows: number,
  names: ReadonlyArray<Name>,
): { readonly status: Uint8Array } & Numbers<Name> => {
  const numbers = freshNumbers(rows, names);
  return { status: new Uint8Array(rows), ...numbers };
};

/** As `freshColumns`, without a status. */
export const freshNumbers = <Name extends string>(
  rows: number,
  names: ReadonlyArray<Name>,
): Record<Name, Float64Array> => {
  const columns: Record<string, Float64Array> = {};
  if (rows <= bufferlessRows) {
    for (const name of names) columns[name] = new Float64Array(rows);
    return columns;
  }
  const columnBytes = rows * Float64Array.BYTES_PER_ELEMENT;
  const buffer = new ArrayBuffer(names.length * columnBytes);
  names.forEach((name, index) => {
    columns[name] = new Float64Array(buffer, index * columnBytes, rows);
  });
  return columns;
};

/** What V8 keeps within an array object: 64 bytes. */
const bufferlessRows = 8;

/** Copies rows of one column; a loop for few, since a view of a part costs more than to copy it. */
export const copyRows = <Column extends Float64Array | Uint8Array>(
  from: Column,
  fromStart: number,
  to: Column,
  toStart: number,
  rows: number,
): void => {
  if (rows > fewRows) to.set(from.subarray(fromStart, fromStart + rows), toStart);
  else for (let row = 0; row < rows; row += 1) to[toStart + row] = from[fromStart + row] as number;
};

const fewRows = 32;
