import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type {
  ContractColumns,
  GreekOrder,
  OptionColumns,
  PricingError,
  QuoteColumns,
  ThirdOrderColumns,
} from '../core/pricing/index.js';

type NumberInput = Exclude<keyof OptionColumns | keyof QuoteColumns, 'right'>;
type NumberOutput = Exclude<keyof ThirdOrderColumns, 'status'>;

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
 * Fresh columns, owned by the caller: no view of the kernel's memory leaves this room. They share one fresh buffer,
 * as an engine takes far longer to allocate many buffers than to price a few options.
 */
export const freshColumns = <Name extends string>(
  rows: number,
  names: ReadonlyArray<Name>,
): { readonly status: Uint8Array } & Numbers<Name> => {
  const numberBytes = names.length * rows * Float64Array.BYTES_PER_ELEMENT;
  const buffer = new ArrayBuffer(numberBytes + rows);
  return { status: new Uint8Array(buffer, numberBytes, rows), ...columnsIn(buffer, rows, names) };
};

/** As `freshColumns`, without a status. */
export const freshNumbers = <Name extends string>(
  rows: number,
  names: ReadonlyArray<Name>,
): Record<Name, Float64Array> =>
  columnsIn(new ArrayBuffer(names.length * rows * Float64Array.BYTES_PER_ELEMENT), rows, names);

const columnsIn = <Name extends string>(
  buffer: ArrayBuffer,
  rows: number,
  names: ReadonlyArray<Name>,
): Record<Name, Float64Array> =>
  Object.fromEntries(
    names.map((name, index) => [
      name,
      new Float64Array(buffer, index * rows * Float64Array.BYTES_PER_ELEMENT, rows),
    ]),
  ) as Record<Name, Float64Array>;
