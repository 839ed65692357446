import { exponential } from '../exponential.js';
import { logarithmOfRatio } from '../logarithm.js';
import type { UnitPut } from './unit-put.js';

/** The ends of the boundary B(t), t the time left, of the put struck at 1. */
export interface BoundaryEnds {
  /** ln B(0+): 0, or ln(rate / dividendYield) where that is below. */
  readonly nearExpiry: number;
  /** ln(B(0+) / B(infinity)), at most 600. */
  readonly depth: number;
}

const smallest = 1e-150;
const deepest = 600;

/** ln B(0+) = ln min(1, rate / yield) (Kim, 1990). */
export const nearExpiryOf = (rateTime: number, yieldTime: number): number => {
  const rate = rateTime < smallest ? smallest : rateTime;
  return rate < yieldTime ? logarithmOfRatio(rate, yieldTime) : 0;
};

/** The ends: B(0+) as above; B(infinity) is the perpetual put's (Merton, 1973). */
export const boundaryEnds = ({ rateTime, yieldTime, width }: UnitPut): BoundaryEnds => {
  const nearExpiry = nearExpiryOf(rateTime, yieldTime);
  // The negative root of a^2 + 2 m a - 2 rate / width^2 = 0, without cancellation.
  const perVariance = 1 / (width * width);
  const m = (rateTime - yieldTime) * perVariance - 0.5;
  const constant = (rateTime + rateTime) * perVariance;
  const sum = Math.abs(m) + Math.sqrt(m * m + constant);
  const larger = sum < smallest ? smallest : sum;
  const root = m > 0 ? larger : constant / larger;
  const floored = root < smallest ? smallest : root;
  const depth = nearExpiry + logarithmOfRatio(floored + 1, floored);
  return { nearExpiry, depth: clamp(depth, deepest) };
};

/**
 * First guess of ln(B(0+) / B(t)) at the root of a collocation time: the flat boundary of Bjerksund and Stensland
 * (1993, 2002), carried over to the put, between the two ends.
 */
export const boundarySeed = (put: UnitPut, ends: BoundaryEnds, root: number): number => {
  const { rateTime, yieldTime, width } = put;
  const span = exponential(ends.depth) - 1;
  const flooredSpan = span < smallest ? smallest : span;
  const drift = (rateTime - yieldTime) * root * root - (width + width) * root;
  const exponent = (drift / flooredSpan) * exponential(ends.nearExpiry + ends.nearExpiry);
  const flat = clampExponent(exponent);
  const ratio = 1 + span * (1 - exponential(flat));
  return clamp(logarithmOfRatio(ratio < 1 ? 1 : ratio, 1), ends.depth);
};

const clamp = (value: number, most: number): number => {
  const floored = value < 0 ? 0 : value;
  return most < floored ? most : floored;
};

const clampExponent = (value: number): number => {
  const floored = value < -deepest ? -deepest : value;
  return floored > 0 ? 0 : floored;
};
