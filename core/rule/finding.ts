/** What a number counts. Printed beside it everywhere. */
export type Unit =
  | 'USD'
  | 'points'
  | 'vol points'
  | 'fraction'
  | 'multiple'
  | 'ratio'
  | 'days'
  | 'sessions'
  | 'hours'
  | 'minutes'
  | 'seconds'
  | 'time of day'
  | 'positions'
  | 'contracts'
  | 'trades'
  | 'losses'
  | 'orders'
  | 'attempts'
  | 'legs'
  | 'quotes'
  | 'steps'
  | 'SPY shares'
  | 'SPY shares per $1'
  | 'USD per vol point'
  | 'USD per day'
  | 'USD per contract';

export type Comparison = 'above' | 'at least' | 'below' | 'at most' | 'exactly';

/**
 * A number against its limit. `distance` is how far `observed` stands from the limit in `unit`, at least 0:
 * room left when the rule passed, what is lacking when it failed.
 */
export interface Measured {
  readonly _tag: 'Measured';
  readonly observed: number;
  readonly comparison: Comparison;
  readonly limit: number;
  readonly distance: number;
  readonly unit: Unit;
}

/** A fact that is not a number: what was seen and what is required. */
export interface Stated {
  readonly _tag: 'Stated';
  readonly observed: string;
  readonly required: string;
}

export type Finding = Measured | Stated;

export const measured = (observed: number, comparison: Comparison, limit: number, unit: Unit): Measured => ({
  _tag: 'Measured',
  observed,
  comparison,
  limit,
  // A billionth is finer than any unit here; below it stands only the noise of binary fractions.
  distance: Math.round(Math.abs(observed - limit) * 1_000_000_000) / 1_000_000_000,
  unit,
});

export const stated = (observed: string, required: string): Stated => ({
  _tag: 'Stated',
  observed,
  required,
});
