import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type { OptionColumns, PricingError, ValueColumns } from '../core/pricing/index.js';

/**
 * The most rows one call takes: 16,777,216. Batches are priced in chunks, so this is not the kernel's memory;
 * it keeps the answer (49 bytes a row, 0.8 GB) below what engines refuse to allocate by throwing.
 */
export const rowLimit = 2 ** 24;

/** Input columns in the order of the kernel's memory; `numbers` gives its n-th number column. */
export const inputColumns = (
  rightColumn: Uint8Array,
  numbers: (column: number) => Float64Array,
): OptionColumns => ({
  right: rightColumn,
  underlying: numbers(0),
  strike: numbers(1),
  years: numbers(2),
  rate: numbers(3),
  dividendYield: numbers(4),
  volatility: numbers(5),
});

/** Output columns in the order of the kernel's memory; `numbers` gives its n-th value column. */
export const outputColumns = (
  status: Uint8Array,
  numbers: (value: number) => Float64Array,
): ValueColumns => ({
  status,
  price: numbers(0),
  delta: numbers(1),
  gamma: numbers(2),
  vega: numbers(3),
  theta: numbers(4),
  rho: numbers(5),
});

/** The number of rows, if every column is as long as `right` and there are no more than `rowLimit`. */
export const rowsOf = (options: OptionColumns): Either<PricingError, number> => {
  const limit = options.right.length;
  const odd = inputNames.find((name) => options[name].length !== limit);
  if (odd !== undefined) {
    return left({ _tag: 'ColumnLengthMismatch', column: odd, length: options[odd].length, limit });
  }
  if (limit > rowLimit) {
    return left({ _tag: 'CapacityExceeded', column: 'right', length: limit, limit: rowLimit });
  }
  return right(limit);
};

/**
 * Fresh columns, owned by the caller: no view of the kernel's memory leaves this room. They share one fresh
 * buffer, as an engine takes far longer to allocate seven buffers than to price a few options.
 */
export const freshValues = (rows: number): ValueColumns => {
  const columnBytes = rows * Float64Array.BYTES_PER_ELEMENT;
  const buffer = new ArrayBuffer(valueColumns * columnBytes + rows);
  const status = new Uint8Array(buffer, valueColumns * columnBytes, rows);
  return outputColumns(status, (value) => new Float64Array(buffer, value * columnBytes, rows));
};

/** Copies `rows` rows of `options`, from row `start` on, to the start of the kernel's columns. */
export const copyIn = (options: OptionColumns, start: number, rows: number, inputs: OptionColumns): void => {
  for (const name of inputNames) inputs[name].set(options[name].subarray(start, start + rows));
};

/** Copies the first `rows` of the kernel's columns to `values`, from row `start` on. */
export const copyOut = (outputs: ValueColumns, rows: number, values: ValueColumns, start: number): void => {
  for (const name of outputNames) values[name].set(outputs[name].subarray(0, rows), start);
};

const valueColumns = 6;

const inputNames = ['right', 'underlying', 'strike', 'years', 'rate', 'dividendYield', 'volatility'] as const;

const outputNames = ['status', 'price', 'delta', 'gamma', 'vega', 'theta', 'rho'] as const;
