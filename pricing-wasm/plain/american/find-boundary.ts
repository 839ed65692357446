import { depthSquares, fillDiscounts, takeStep } from './fixed-point.js';
import type { Boundary } from './boundary.js';
import type { Grid } from './grid.js';
import { boundaryEnds, boundarySeed } from './seed.js';
import type { UnitPut } from './unit-put.js';

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
