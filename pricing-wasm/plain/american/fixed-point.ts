import { exponential } from '../exponential.js';
import { logarithmOfRatio } from '../logarithm.js';
import { bell, distanceOf, distributionOf } from './bell.js';
import type { Boundary } from './boundary.js';
import { depthAt } from './depth.js';
import type { Grid } from './grid.js';
import type { UnitPut } from './unit-put.js';

const mostTimes = 12;
const mostPoints = mostTimes * 11;

/** The boundary in the making; see `Boundary`. */
export const depthSquares = new Float64Array(mostTimes);

const improved = new Float64Array(mostTimes);
const discounts = new Float64Array(mostPoints);
const yields = new Float64Array(mostPoints);

/** e^(-r s) and e^(-q s) at every point of the equation: they serve all steps. */
export const fillDiscounts = (put: UnitPut, { equation }: Grid): void => {
  for (let point = 0; point < equation.roots.length; point += 1) {
    const root = equation.roots[point] ?? NaN;
    const minusElapsed = -(root * root);
    discounts[point] = exponential(put.rateTime * minusElapsed);
    yields[point] = exponential(put.yieldTime * minusElapsed);
  }
};

/**
 * One step of Andersen, Lake and Offengenden (2016) at every collocation time t: B(t) = N / D. With phi and N(.) at
 * B(t) against the strike at expiry and against B(t - s) before, smooth pasting ("FP-A") makes
 *   N = e^(-r t) phi(d-) / (v sqrt t) + r int e^(-r s) phi(d-) / (v sqrt s) ds
 *   D = e^(-q t) (phi(d+) / (v sqrt t) + N(d+)) + q int e^(-q s) (phi(d+) / (v sqrt s) + N(d+)) ds
 * and value matching ("FP-B")
 *   N = e^(-r t) N(d-) + r int e^(-r s) N(d-) ds,   D = e^(-q t) N(d+) + q int e^(-q s) N(d+) ds.
 * All are taken times width sqrt(2 pi): `spread` is what is left of v sqrt(s) then.
 */
export const takeStep = (put: UnitPut, boundary: Boundary, grid: Grid): void => {
  for (let time = 0; time < grid.roots.length; time += 1) {
    const depth = improvedDepth(put, boundary, grid, time) * boundary.perWidth;
    improved[time] = depth * depth;
  }
  depthSquares.set(improved);
};

const improvedDepth = (put: UnitPut, boundary: Boundary, grid: Grid, time: number): number => {
  const { rateTime, yieldTime, width } = put;
  const { nearExpiry, perWidth, slope, squares, smoothShare } = boundary;
  const { roots, perRoot, weights, interpolation } = grid.equation;
  const times = grid.roots.length;
  const mixed = smoothShare < 1;
  const depth = Math.sqrt(squares[time] ?? NaN);
  const atExpiry = time * grid.pointsPerTime;
  let smoothCash = 0;
  let matchedCash = 0;
  let smoothAsset = 0;
  let matchedAsset = 0;
  // From the last point of the quadrature down to expiry's, which comes with the factor 1 instead of r or q.
  for (let point = atExpiry + grid.pointsPerTime - 1; point >= atExpiry; point -= 1) {
    let depthThen = nearExpiry * perWidth;
    if (point === atExpiry) {
      smoothCash *= rateTime;
      matchedCash *= rateTime;
      smoothAsset *= yieldTime;
      matchedAsset *= yieldTime;
    } else depthThen = depthAt(interpolation, point * times, squares, times);
    const root = roots[point] ?? NaN;
    const weight = weights[point] ?? NaN;
    const discount = discounts[point] ?? NaN;
    const yielded = yields[point] ?? NaN;
    const widthThen = width * root;
    const spread = widthThen * weight;
    const assetD = (depthThen - depth) * (perRoot[point] ?? NaN) + slope * root;
    const cashD = assetD - widthThen;
    const assetDensity = bell(distanceOf(assetD)) * yielded;
    const cashDensity = bell(distanceOf(cashD)) * discount;
    smoothAsset += assetDensity * weight;
    smoothCash += cashDensity * weight;
    matchedAsset += distributionOf(assetD, assetDensity, yielded) * spread;
    if (mixed) matchedCash += distributionOf(cashD, cashDensity, discount) * spread;
  }
  const smooth = depthOf(boundary, smoothCash, smoothAsset + matchedAsset);
  if (!mixed) return smooth;
  const matched = depthOf(boundary, matchedCash, matchedAsset);
  return matched + (smooth - matched) * smoothShare;
};

const floor = 1e-150;
const ceiling = 1e150;

const within = (value: number): number => {
  const floored = value < floor ? floor : value;
  return ceiling < floored ? ceiling : floored;
};

/** ln(B(0+) / B(t)), B(t) = N / D, between 0 and the greatest depth. */
const depthOf = ({ nearExpiry, greatestDepth }: Boundary, numerator: number, denominator: number): number => {
  const depth = nearExpiry + logarithmOfRatio(within(denominator), within(numerator));
  const floored = depth < 0 ? 0 : depth;
  return greatestDepth < floored ? greatestDepth : floored;
};
