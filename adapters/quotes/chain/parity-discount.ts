import type { ParityPair } from './parity-pairs.js';
import { median } from './quantile.js';

/** The discount factor that the pairs imply: how much less the difference is for each point of strike. */
export interface ParityDiscount {
  readonly discount: number;
  readonly standardError: number;
}

/**
 * The slope of call minus put over the strikes by weighted least squares, without the pairs that are more than three
 * robust standard deviations away from the line of the median slope (Theil 1950, Sen 1968), which a quarter of stale
 * pairs cannot turn. Null for fewer than four pairs, or for a slope that is no discount.
 */
export const parityDiscount = (pairs: ReadonlyArray<ParityPair>): ParityDiscount | null => {
  const kept = withoutOutliers(pairs, medianLine(pairs));
  const { slope, standardError } = weightedLine(kept);
  return kept.length >= fewestPairs && slope < 0 && Number.isFinite(standardError)
    ? { discount: -slope, standardError }
    : null;
};

/** Call minus put at a strike. */
type Line = (strike: number) => number;

const medianLine = (pairs: ReadonlyArray<ParityPair>): Line => {
  const slopes = pairs.flatMap((one, index) =>
    pairs
      .slice(index + 1)
      .map((other) => (other.callMinusPut - one.callMinusPut) / (other.strike - one.strike)),
  );
  const slope = median(slopes) ?? 0;
  const level = median(pairs.map(({ strike, callMinusPut }) => callMinusPut - slope * strike)) ?? 0;
  return (strike) => level + slope * strike;
};

const weightedLine = (
  pairs: ReadonlyArray<ParityPair>,
): { readonly slope: number; readonly standardError: number } => {
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (value: (pair: ParityPair) => number): number =>
    pairs.reduce((sum, pair) => sum + pair.weight * value(pair), 0) / total;
  const strike = mean((pair) => pair.strike);
  const difference = mean((pair) => pair.callMinusPut);
  const spread = mean((pair) => (pair.strike - strike) ** 2);
  const slope = mean((pair) => (pair.strike - strike) * (pair.callMinusPut - difference)) / spread;
  const scatter = mean((pair) => (pair.callMinusPut - difference - slope * (pair.strike - strike)) ** 2);
  const variance = Math.max(scatter, (leastScatter * strike) ** 2) / (pairs.length - 2);
  return { slope, standardError: Math.sqrt(variance / spread) };
};

const withoutOutliers = (pairs: ReadonlyArray<ParityPair>, line: Line): ReadonlyArray<ParityPair> => {
  const distance = ({ strike, callMinusPut }: ParityPair): number => Math.abs(callMinusPut - line(strike));
  const deviation = deviationsPerMedian * (median(pairs.map(distance)) ?? 0);
  return pairs.filter((pair) => distance(pair) <= 3 * Math.max(deviation, leastScatter * pair.strike));
};

const fewestPairs = 4;

/** A normal distribution's standard deviation over its median absolute deviation. */
const deviationsPerMedian = 1.4826;

/** Of the strike: about half a tick. Mids that agree better do so because ticks are coarse. */
const leastScatter = 1e-5;
