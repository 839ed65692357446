import { depthSquares, fillDiscounts, takeStep } from './fixed-point.js';
import type { Grid } from './grid.js';
import { boundaryEnds, boundarySeed } from './seed.js';
import type { UnitPut } from './unit-put.js';

/** The early-exercise boundary B(t), t the time left, of a put struck at 1, as the integrals need it. */
export interface Boundary {
  /** ln B(0+). */
  readonly nearExpiry: number;
  /** ln(B(0+) / B(infinity)): no boundary is deeper. */
  readonly greatestDepth: number;
  /** 1 / width. */
  readonly perWidth: number;
  /** With y = ln(S / B) / width, d+ after an elapsed time of root c is y / c + slope c. */
  readonly slope: number;
  /** The share of smooth pasting in the boundary's equation; value matching has the rest. */
  readonly smoothShare: number;
  /** (ln(B(0+) / B(t)) / width)^2 at the collocation times; the next search overwrites it. */
  readonly squares: Float64Array;
}

/**
 * Finds the boundary by fixed-point steps from the guess of `boundarySeed`; the square of its logarithm's depth is
 * nearly a polynomial of sqrt(t), so it is that which is interpolated (Andersen, Lake and Offengenden, 2016).
 */
export const findBoundary = (put: UnitPut, grid: Grid): Boundary => {
  const ends = boundaryEnds(put);
  const perWidth = 1 / put.width;
  const steepness = (put.rateTime - put.yieldTime) * perWidth;
  const boundary = {
    nearExpiry: ends.nearExpiry,
    greatestDepth: ends.depth,
    perWidth,
    slope: steepness + put.width * 0.5,
    smoothShare: smoothShareOf(steepness),
    squares: depthSquares,
  };
  fillDiscounts(put, grid);
  grid.roots.forEach((root, time) => {
    const depth = boundarySeed(put, ends, root) * perWidth;
    depthSquares[time] = depth * depth;
  });
  for (let step = 0; step < grid.iterations; step += 1) takeStep(put, boundary, grid);
  return boundary;
};

const steepest = 1.7;

/**
 * Smooth pasting converges faster, but not at all where (rate - yield) sqrt(years) / volatility is well above 1, where
 * value matching does. In between, 0.7 to 1.7, their opposite errors nearly cancel in the mean.
 */
const smoothShareOf = (steepness: number): number => {
  const share = steepest - steepness;
  const floored = share < 0 ? 0 : share;
  return floored > 1 ? 1 : floored;
};

/** ln(z / boundary now) / width; at or below 0 the put is exercised and there is no premium. */
export const distanceToBoundary = (put: UnitPut, { nearExpiry, perWidth, squares }: Boundary): number =>
  (put.moneyness - nearExpiry) * perWidth + Math.sqrt(squares[0] ?? NaN);
