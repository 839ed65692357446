/**
 * Greeks of a position or a book in the units of D§5.8: `delta` in SPY-equivalent shares, `gamma` the change
 * of that delta per $1 of SPY, `vega` USD per vol point, `theta` USD per calendar day, `rho` USD per 1%.
 * `rawGamma` is per point of the option's own underlying, reported beside it.
 */
export interface Greeks {
  readonly delta: number;
  readonly gamma: number;
  readonly rawGamma: number;
  readonly vega: number;
  readonly theta: number;
  readonly rho: number;
}

export const noGreeks: Greeks = { delta: 0, gamma: 0, rawGamma: 0, vega: 0, theta: 0, rho: 0 };

/** Law: associative and commutative with `noGreeks` as identity, up to rounding. */
export const addGreeks = (a: Greeks, b: Greeks): Greeks => ({
  delta: a.delta + b.delta,
  gamma: a.gamma + b.gamma,
  rawGamma: a.rawGamma + b.rawGamma,
  vega: a.vega + b.vega,
  theta: a.theta + b.theta,
  rho: a.rho + b.rho,
});

/** The Greeks of `quantity` units. */
export const scaleGreeks = (unit: Greeks, quantity: number): Greeks => ({
  delta: unit.delta * quantity,
  gamma: unit.gamma * quantity,
  rawGamma: unit.rawGamma * quantity,
  vega: unit.vega * quantity,
  theta: unit.theta * quantity,
  rho: unit.rho * quantity,
});
