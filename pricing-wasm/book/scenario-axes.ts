import type { PricingError, ScenarioAxes } from '../../core/pricing/index.js';
import { logarithmOfRatio } from '../plain/logarithm.js';

/** The most values of each axis, and the least and greatest of them. */
const axisLimits = {
  spots: { length: 256, least: 1e-6, greatest: 1e6 },
  volatilities: { length: 128, least: 1e-6, greatest: 1e6 },
  days: { length: 256, least: 0, greatest: 1e6 },
} as const;

const axisNames = ['spots', 'volatilities', 'days'] as const;

/** The shocks of one day, as the grid's calculations take them. */
export interface Shocks {
  readonly spots: Float64Array;
  /** The logarithms of `spots`. */
  readonly logarithms: Float64Array;
  readonly volatilities: Float64Array;
}

export const shocksOf = ({ spots, volatilities }: Omit<ScenarioAxes, 'days'>): Shocks => ({
  spots: Float64Array.from(spots),
  logarithms: Float64Array.from(spots, (spot) => logarithmOfRatio(spot, 1)),
  volatilities: Float64Array.from(volatilities),
});

/** Why there is no grid on these axes, if so. */
export const axesError = (axes: ScenarioAxes): PricingError | undefined => {
  for (const name of axisNames) {
    const error = lengthError(name, axes[name].length) ?? shockError(name, axes[name]);
    if (error !== undefined) return error;
  }
  return undefined;
};

const lengthError = (column: keyof ScenarioAxes, length: number): PricingError | undefined => {
  const limit = axisLimits[column].length;
  if (length === 0) return { _tag: 'EmptyAxis', column, length, limit: 1 };
  return length > limit ? { _tag: 'CapacityExceeded', column, length, limit } : undefined;
};

const shockError = (
  column: keyof ScenarioAxes,
  values: ReadonlyArray<number> | Float64Array,
): PricingError | undefined => {
  const { least, greatest } = axisLimits[column];
  const index = Array.from(values).findIndex((value) => !(value >= least && value <= greatest));
  const value = values[index];
  if (value === undefined) return undefined;
  return { _tag: 'ShockOutOfRange', column, index, value, limit: value > greatest ? greatest : least };
};
