import { exponential } from '../exponential.js';
import { bell, distanceOf, distributionOf } from './bell.js';
import { distanceToBoundary, type Boundary } from './boundary.js';
import type { Grid } from './grid.js';
import type { UnitPut } from './unit-put.js';

const lowest = -600;

/**
 * Close to the boundary the integrands of delta and gamma peak between the points of the quadrature. The peaks,
 * exp(-y^2 / (2 c^2)) and (y / c^2) exp(-y^2 / (2 c^2)) with c the root of the elapsed time and y the distance to the
 * boundary in widths, have known integrals, N(-y) in the main: this is the quadrature's error on them times their
 * strength, r - q B(T).
 */
export const missedPeaks = (
  put: UnitPut,
  boundary: Boundary,
  { premium }: Grid,
): { readonly first: number; readonly second: number } => {
  const { perWidth } = boundary;
  const distance = distanceToBoundary(put, boundary);
  let first = 0;
  let second = 0;
  for (let point = 0; point < premium.roots.length; point += 1) {
    const perRoot = premium.perRoot[point] ?? NaN;
    const near = distance * perRoot;
    const peak = bell(distanceOf(near)) * perRoot * (premium.weights[point] ?? NaN);
    first += peak;
    second += near * perRoot * peak;
  }
  const density = bell(distanceOf(distance));
  const tail = distributionOf(-distance, density, 1);
  const edge = density - distance * tail;
  const strength = (put.rateTime - put.yieldTime * boundaryNow(put, boundary)) * perWidth;
  return {
    first: (edge + edge - first) * strength,
    second: (tail + tail - second) * (strength * perWidth),
  };
};

/** B(T), in units of the strike. */
const boundaryNow = ({ width }: UnitPut, { nearExpiry, squares }: Boundary): number => {
  const logarithm = nearExpiry - Math.sqrt(squares[0] ?? NaN) * width;
  return exponential(logarithm < lowest ? lowest : logarithm);
};
