import type { ParityPair } from './parity-pairs.js';
import { median } from './quantile.js';

/** The discount factor that the pairs imply: how much less the difference is for each point of strike. */
export interface ParityDiscount {
  readonly discount: number;
  readonly standardError: number;
}

/**
 * The slope of call minus put over the strikes by weighted least squares; pairs more than three robust standard
 * deviations off are left out and the line is drawn again. Null for fewer than four pairs, or for a slope that is no
 * discount.
 */
export const parityDiscount = (pairs: ReadonlyArray<ParityPair>): ParityDiscount | null => {
  const fit = refittings.reduce<Line>(
    (line) => lineThrough(withoutOutliers(pairs, line)),
    lineThrough(pairs),
  );
  const { slope, standardError, count } = fit;
  return count >= fewestPairs && slope < 0 && Number.isFinite(standardError)
    ? { discount: -slope, standardError }
    : null;
};

interface Line {
  readonly slope: number;
  readonly standardError: number;
  readonly count: number;
  readonly at: (strike: number) => number;
}

const lineThrough = (pairs: ReadonlyArray<ParityPair>): Line => {
  const total = sumOf(pairs, () => 1);
  const strike = sumOf(pairs, (pair) => pair.strike) / total;
  const difference = sumOf(pairs, (pair) => pair.callMinusPut) / total;
  const spread = sumOf(pairs, (pair) => (pair.strike - strike) ** 2);
  const slope = sumOf(pairs, (pair) => (pair.strike - strike) * (pair.callMinusPut - difference)) / spread;
  const at = (other: number): number => difference + slope * (other - strike);
  const scatter = sumOf(pairs, (pair) => (pair.callMinusPut - at(pair.strike)) ** 2);
  return {
    slope,
    standardError: Math.sqrt(scatter / (pairs.length - 2) / spread),
    count: pairs.length,
    at,
  };
};

const withoutOutliers = (pairs: ReadonlyArray<ParityPair>, { at }: Line): ReadonlyArray<ParityPair> => {
  const distance = ({ strike, callMinusPut }: ParityPair): number => Math.abs(callMinusPut - at(strike));
  const limit = 3 * Math.max(deviationsPerMedian * (median(pairs.map(distance)) ?? 0), leastScatter);
  return pairs.filter((pair) => distance(pair) <= limit);
};

const sumOf = (pairs: ReadonlyArray<ParityPair>, value: (pair: ParityPair) => number): number =>
  pairs.reduce((sum, pair) => sum + pair.weight * value(pair), 0);

const refittings = [1, 2, 3];
const fewestPairs = 4;

/** A normal distribution's standard deviation over its median absolute deviation. */
const deviationsPerMedian = 1.4826;

/** Points. A line that fits better than half a cent is not doubted further. */
const leastScatter = 0.005;
