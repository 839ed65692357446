import { exponential } from '../exponential.js';
import { millsRatio } from '../mills-ratio.js';
import { bell, distanceOf, distributionOf, total } from './bell.js';
import { distanceToBoundary, type Boundary } from './boundary.js';
import type { Grid } from './grid.js';
import type { UnitPut } from './unit-put.js';

const lowest = -600;

/** Additions to the value and to the first and second derivative, times sqrt(2 pi). */
interface MissedPeaks {
  readonly value: number;
  readonly first: number;
  readonly second: number;
}

/**
 * Close to the boundary the premium's integrands change between the points of the quadrature, like N(-y / c) that of
 * the value and like the peaks exp(-y^2 / (2 c^2)) and (y / c^2) exp(-y^2 / (2 c^2)) those of the derivatives, with c
 * the root of the elapsed time and y the distance to the boundary in widths. These three have known integrals: this
 * is the quadrature's error on them times their strength, r - q B(T).
 */
export const missedPeaks = (put: UnitPut, boundary: Boundary, { premium }: Grid): MissedPeaks => {
  const { perWidth } = boundary;
  const distance = distanceToBoundary(put, boundary);
  let value = 0;
  let first = 0;
  let second = 0;
  for (let point = 0; point < premium.roots.length; point += 1) {
    const perRoot = premium.perRoot[point] ?? NaN;
    const weight = premium.weights[point] ?? NaN;
    const near = distance * perRoot;
    const density = bell(distanceOf(near));
    const peak = density * perRoot * weight;
    value += distributionOf(-near, density, 1) * weight;
    first += peak;
    second += near * perRoot * peak;
  }
  const far = distanceOf(distance);
  const density = bell(far);
  const tail = density * millsRatio(far);
  const edge = density - far * tail;
  const beyond = tail - far * edge;
  const whole = distance > 0 ? beyond : total - beyond;
  const strength = put.rateTime - put.yieldTime * boundaryNow(put, boundary);
  return {
    value: (whole - value) * strength,
    first: (edge + edge - first) * (strength * perWidth),
    second: (tail + tail - second) * (strength * perWidth * perWidth),
  };
};

/** B(T), in units of the strike. */
const boundaryNow = ({ width }: UnitPut, { nearExpiry, squares }: Boundary): number => {
  const logarithm = nearExpiry - Math.sqrt(squares[0] ?? NaN) * width;
  return exponential(logarithm < lowest ? lowest : logarithm);
};
