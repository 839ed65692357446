/**
 * One value per row. `status` is 0 for a priced row; a row that cannot be priced (see `RowStatus`) has NaN in every
 * value column and never disturbs its neighbours.
 */
export interface PriceColumns {
  readonly status: Uint8Array;
  readonly price: Float64Array;
}

/**
 * `delta` dV/dS, `gamma` d²V/dS², `vega` dV/dvol per 1.00, `theta` dV/dt per year of calendar time, `rho` dV/dr per
 * 1.00. For options on futures S is the futures price, and rho and theta hold it fixed.
 */
export interface ValueColumns extends PriceColumns {
  readonly delta: Float64Array;
  readonly gamma: Float64Array;
  readonly vega: Float64Array;
  readonly theta: Float64Array;
  readonly rho: Float64Array;
}

/** `vanna` d²V/dS dvol, `volga` d²V/dvol², `charm` ddelta/dt per year of calendar time. */
export interface SecondOrderColumns extends ValueColumns {
  readonly vanna: Float64Array;
  readonly volga: Float64Array;
  readonly charm: Float64Array;
}

/** `speed` dgamma/dS, `color` dgamma/dt per year of calendar time, `zomma` dgamma/dvol. */
export interface ThirdOrderColumns extends SecondOrderColumns {
  readonly speed: Float64Array;
  readonly color: Float64Array;
  readonly zomma: Float64Array;
}

/** What an order of Greeks includes; nobody pays for what he does not ask. */
export interface ValuesUpTo {
  readonly none: PriceColumns;
  readonly first: ValueColumns;
  readonly second: SecondOrderColumns;
  readonly third: ThirdOrderColumns;
}

export type GreekOrder = keyof ValuesUpTo;

/** The implied volatility per 1.00, or NaN and a status that says why there is none. */
export interface VolatilityColumns {
  readonly status: Uint8Array;
  readonly volatility: Float64Array;
}

/**
 * What a row's status says. Of every row: priced; an input is NaN or infinite; an input is outside its domain. Of a
 * quote: the price is negative, below or at the discounted intrinsic value, at or above the most that the option can
 * deliver. Of an American option: it has two exercise boundaries, which needs a tree.
 */
export const RowStatus = {
  priced: 0,
  nonFinite: 1,
  outOfDomain: 2,
  negativePrice: 3,
  belowIntrinsic: 4,
  atIntrinsic: 5,
  atUpperBound: 6,
  aboveUpperBound: 7,
  doubleBoundary: 8,
} as const;
