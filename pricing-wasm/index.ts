import type { Either } from 'fp-ts/lib/Either.js';
import type { Pricing, PricingError } from '../core/pricing/index.js';
import type { Arena } from './arena/arena.js';
import { inlinedKernel } from './arena/inlined-kernel.js';
import { pricingOf } from './arena/pricing-of.js';

export { RowStatus } from '../core/pricing/index.js';
export type * from '../core/pricing/index.js';
export type { Arena, ArenaModel } from './arena/arena.js';
export * from './plain/single-options.js';
export { rollUp } from './book/roll-up.js';

const inlined = pricingOf(inlinedKernel);

/**
 * European options by Black-Scholes-Merton and Black-76: price and Greeks up to the order asked for; units in
 * `OptionColumns` and the value columns. The answer is an Either, readable without fp-ts:
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
 * gamma, vega and the higher orders but charm are 0; theta, rho and charm are those of the discounted intrinsic
 * value.
 *
 * The values are the caller's own: fresh columns, never the kernel's memory.
 *
 * Accuracy against 50-digit references: price within 4e-16 × max(underlying, strike), and within 1e-13 of itself
 * wherever it is above 1e-280; Greeks of the first two orders within 1e-12 of themselves, of the third within 1e-11
 * (theta and charm are differences: near their zeros the error is relative to their terms).
 *
 * Implied volatility: within 8 units of what is attainable on all 1,335 reference quotes that have one, the unit being
 * the greater of 2^-52 of the volatility and what one unit in the last place of the price moves it. A quote without
 * one has NaN and a status: besides the above (for `price`, too, and |(rate − dividendYield) × years| up to 700)
 * `negativePrice`, then `aboveUpperBound`, `belowIntrinsic`, `atUpperBound`, `atIntrinsic`; the bounds are the
 * discounted intrinsic value on the forward, and the underlying (call) or strike (put) discounted. Near them prices are
 * compared with twice the digits of a double; a price within 1e-301 of the asset of a bound is at it. With no time left,
 * or a present value below 1e-301, a price between the bounds is `outOfDomain`.
 */
export const pricing: Pricing = inlined.pricing;

/** Opens an arena of `capacity` rows; its errors and what it holds are in `Arena`. */
export const openArena: (capacity: number) => Either<PricingError, Arena> = inlined.openArena;
