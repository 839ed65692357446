/**
 * The shocks of a scenario grid: `spots` multiply every underlying and `volatilities` every leg's own volatility, both
 * from 1e-6 to 1e6; `days` are calendar days forward, from 0 to 1e6, at 365 a year. A leg past its expiry stays at its
 * intrinsic value. At most 256 spots, 128 volatilities and 256 days, at least one of each.
 */
export interface ScenarioAxes {
  readonly spots: ReadonlyArray<number> | Float64Array;
  readonly volatilities: ReadonlyArray<number> | Float64Array;
  readonly days: ReadonlyArray<number> | Float64Array;
}

/** Where a book is worth least, and how far that is from its value now: `change` = `value` - `base`. */
export interface WorstScenario {
  readonly value: number;
  readonly change: number;
  readonly spot: number;
  readonly volatility: number;
  readonly days: number;
}

/**
 * A book repriced in full. `values` holds day by day, within a day volatility by volatility, within that spot by spot:
 * index (day × volatilities + volatility) × spots + spot. `base` is the book's value now, with no shock. All are in
 * price points times the unit of the quantity. `worst` is the first of the least values.
 *
 * `unpriced` counts the legs that cannot be priced in every scenario. Unless it is 0 every number of the grid is NaN:
 * a book is not known without all its legs.
 */
export interface ScenarioGrid {
  readonly values: Float64Array;
  readonly base: number;
  readonly unpriced: number;
  readonly worst: WorstScenario;
}
