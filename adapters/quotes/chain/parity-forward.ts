import type { ParityPair } from './parity-pairs.js';
import { median } from './quantile.js';

/** The forward on which most pairs agree. */
export interface ParityForward {
  readonly forward: number;
  /** The median distance of call minus put from what forward and discount say, in points. */
  readonly residual: number;
}

/** The weighted median over the pairs of strike + (call − put) / discount. Null without pairs. */
export const parityForward = (pairs: ReadonlyArray<ParityPair>, discount: number): ParityForward | null => {
  const forward = weightedMedian(
    pairs.map(({ strike, callMinusPut, weight }) => ({ value: strike + callMinusPut / discount, weight })),
  );
  if (forward === null) return null;
  const distances = pairs.map(({ strike, callMinusPut }) =>
    Math.abs(callMinusPut - discount * (forward - strike)),
  );
  return { forward, residual: median(distances) ?? 0 };
};

interface Weighted {
  readonly value: number;
  readonly weight: number;
}

const weightedMedian = (values: ReadonlyArray<Weighted>): number | null => {
  const half = values.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let below = 0;
  for (const { value, weight } of values.toSorted((a, b) => a.value - b.value)) {
    below += weight;
    if (below >= half) return value;
  }
  return null;
};
