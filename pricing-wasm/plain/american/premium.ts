import { exponential } from '../exponential.js';
import { bell, distanceOf, distributionOf, perTotal } from './bell.js';
import type { Boundary } from './boundary.js';
import { depthAt } from './depth.js';
import type { Grid } from './grid.js';
import { missedPeaks } from './missed-peaks.js';
import type { UnitPut } from './unit-put.js';

/** A part p(z) of the value of a put struck at 1, z = underlying / strike. */
export interface PutPart {
  readonly value: number;
  /** z p'(z). */
  readonly slope: number;
  /** z^2 p''(z). */
  readonly curvature: number;
}

/**
 * The early-exercise premium of Kim (1990), Jacka (1991) and Carr, Jarrow and Myneni (1992): what exercise earns for
 * as long as the underlying is below the boundary, int r e^(-r s) N(-d-) - q z e^(-q s) N(-d+) ds. The boundary does
 * not depend on z, so the derivatives go under the integral; they cost next to nothing.
 */
export const premiumOf = (put: UnitPut, boundary: Boundary, grid: Grid): PutPart => {
  const { ratio, rateTime, yieldTime, width } = put;
  const { nearExpiry, perWidth, slope, squares } = boundary;
  const { roots, perRoot, weights, interpolation } = grid.premium;
  const times = grid.roots.length;
  const distanceNow = (put.moneyness - nearExpiry) * perWidth;
  let value = 0;
  let first = 0;
  let second = 0;
  for (let point = 0; point < roots.length; point += 1) {
    const root = roots[point] ?? NaN;
    const perPoint = perRoot[point] ?? NaN;
    const weight = weights[point] ?? NaN;
    const minusElapsed = -(root * root);
    const cashRate = exponential(rateTime * minusElapsed) * rateTime;
    const assetRate = exponential(yieldTime * minusElapsed) * (yieldTime * ratio);
    const depthThen = depthAt(interpolation, point * times, squares, times);
    const assetD = (distanceNow + depthThen) * perPoint + slope * root;
    const cashD = assetD - width * root;
    const assetDensity = bell(distanceOf(assetD)) * assetRate;
    const cashDensity = bell(distanceOf(cashD)) * cashRate;
    const asset = distributionOf(-assetD, assetDensity, assetRate);
    const cash = distributionOf(-cashD, cashDensity, cashRate);
    value += (cash - asset) * weight;
    const perSpread = perWidth * perPoint;
    const flow = cashDensity - assetDensity;
    first += (flow * perSpread + asset) * weight;
    second += ((cashD * perSpread + 1) * flow + assetDensity) * perSpread * weight;
  }
  const missed = missedPeaks(put, boundary, grid);
  return {
    value: (value + missed.value) * perTotal,
    slope: -((first + missed.first) * perTotal),
    curvature: (second + missed.second) * perTotal,
  };
};
