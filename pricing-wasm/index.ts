import { isLeft, right, type Either } from 'fp-ts/lib/Either.js';
import type { OptionColumns, Pricing, PricingError, ValueColumns } from '../core/pricing/index.js';
import { copyIn, copyOut, freshValues, rowsOf } from './columns.js';
import { kernel, type Kernel } from './load.js';

export { RowStatus } from '../core/pricing/index.js';
export type { OptionColumns, Pricing, PricingError, RightCode, ValueColumns } from '../core/pricing/index.js';

/**
 * European options by Black-Scholes-Merton and Black-76: price, delta, gamma, vega, theta, rho; units in
 * `OptionColumns` and `ValueColumns`. The answer is an Either, readable without fp-ts:
 * `result._tag === 'Right' ? result.right.price : result.left.column`.
 *
 * Errors: `ColumnLengthMismatch` names the first column that is not as long as `right` (every column is
 * checked, for Black-76 too); `CapacityExceeded` above 16,777,216 rows.
 *
 * Row status: `nonFinite` for a NaN or infinite input (Black-76 does not read `dividendYield`); `outOfDomain`
 * for an underlying or strike not in [1e-150, 1e150], years or volatility below 0, a right other than 0 and 1,
 * |rate × years| or |dividendYield × years| above 700, or a value too large for a double. Values of such
 * rows are NaN; all values of a priced row are finite.
 *
 * Limits: when volatility × √years is 0 (or below 1e-301) the price is the discounted intrinsic value on the
 * forward; delta is 0 or ±exp(−dividendYield × years), half of it with the forward exactly at the strike;
 * gamma and vega are 0; theta and rho are those of the discounted intrinsic value.
 *
 * The values are the caller's own: fresh columns on one fresh buffer, never the kernel's memory.
 *
 * Accuracy against 50-digit references: price within 4e-16 × max(underlying, strike), Greeks within 1e-12
 * relative (theta of Black-Scholes-Merton is a difference: near its zero the error is relative to its terms).
 */
export const pricing: Pricing = {
  blackScholesMerton: (options) => price(options, (ready) => ready.blackScholesMerton),
  black76: (options) => price(options, (ready) => ready.black76),
};

type KernelRun = (rows: number) => void;

const price = (
  options: OptionColumns,
  modelOf: (ready: Kernel) => KernelRun,
): Either<PricingError, ValueColumns> => {
  const rows = rowsOf(options);
  if (isLeft(rows)) return rows;
  const ready = kernel();
  const run = modelOf(ready);
  const values = freshValues(rows.right);
  for (let start = 0; start < rows.right; start += ready.capacity) {
    const length = Math.min(ready.capacity, rows.right - start);
    copyIn(options, start, length, ready.inputs);
    run(length);
    copyOut(ready.outputs, length, values, start);
  }
  return right(values);
};
