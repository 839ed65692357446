import type { Either } from 'fp-ts/lib/Either.js';

/** 0 for a call, 1 for a put, in the `right` column. */
export type RightCode = 0 | 1;

/**
 * European options, one per row; all columns have the same length. Units: `underlying` and `strike` in
 * price points, `years` to expiry, `rate` and `dividendYield` continuously compounded per year,
 * `volatility` per year and per 1.00 (0.2 is 20%). For Black-76 `underlying` is the futures price and
 * `dividendYield` is not read.
 */
export interface OptionColumns {
  readonly right: Uint8Array;
  readonly underlying: Float64Array;
  readonly strike: Float64Array;
  readonly years: Float64Array;
  readonly rate: Float64Array;
  readonly dividendYield: Float64Array;
  readonly volatility: Float64Array;
}

/**
 * One value per row. `delta` dV/dS, `gamma` d²V/dS², `vega` dV/dvol per 1.00, `theta` dV/dt per year of
 * calendar time, `rho` dV/dr per 1.00. `status` is 0 for a priced row; a row that cannot be priced
 * (see `RowStatus`) has NaN in every value column and never disturbs its neighbours.
 */
export interface ValueColumns {
  readonly status: Uint8Array;
  readonly price: Float64Array;
  readonly delta: Float64Array;
  readonly gamma: Float64Array;
  readonly vega: Float64Array;
  readonly theta: Float64Array;
  readonly rho: Float64Array;
}

/** What a row's status says: priced, an input that is NaN or infinite, or one outside its domain. */
export const RowStatus = { priced: 0, nonFinite: 1, outOfDomain: 2 } as const;

/** Columns of different lengths, or more rows than the kernel's memory holds. */
export interface PricingError {
  readonly _tag: 'ColumnLengthMismatch' | 'CapacityExceeded';
  readonly column: string;
  readonly length: number;
  readonly limit: number;
}

/** Prices whole columns at once. Deterministic: the same inputs give the same bits on every machine. */
export interface Pricing {
  readonly blackScholesMerton: (options: OptionColumns) => Either<PricingError, ValueColumns>;
  readonly black76: (options: OptionColumns) => Either<PricingError, ValueColumns>;
}
