import { exponential } from '../exponential.js';
import { logarithmOfRatio } from '../logarithm.js';
import { millsRatio } from '../mills-ratio.js';
import { bell, distanceOf, total } from './bell.js';
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

/**
 * One step of the smooth-pasting fixed point ("FP-A") of Andersen, Lake and Offengenden (2016) at every collocation
 * time t: B = N / D, phi and N(.) at B(t) against the strike at expiry and against B(t - s) before,
 *   N = e^(-r t) phi(d-) / (v sqrt t) + r int e^(-r s) phi(d-) / (v sqrt s) ds
 *   D = e^(-q t) (phi(d+) / (v sqrt t) + N(d+)) + q int e^(-q s) (phi(d+) / (v sqrt s) + N(d+)) ds.
 * Both are taken times width sqrt(2 pi).
 */
export const takeStep = (put: UnitPut, boundary: Boundary, grid: Grid, first: boolean): void => {
  if (first) fillDiscounts(put, grid);
  for (let time = 0; time < grid.roots.length; time += 1) {
    const depth = improvedDepth(put, boundary, grid, time) * boundary.perWidth;
    improved[time] = depth * depth;
  }
  depthSquares.set(improved);
};

/** e^(-r s) and e^(-q s) at every point of the equation: they serve all steps. */
const fillDiscounts = (put: UnitPut, { equation }: Grid): void => {
  equation.roots.forEach((root, point) => {
    const minusElapsed = -(root * root);
    discounts[point] = exponential(put.rateTime * minusElapsed);
    yields[point] = exponential(put.yieldTime * minusElapsed);
  });
};

/** ln(B(0+) / B(t)), B(t) = N / D. */
const improvedDepth = (
  { rateTime, yieldTime, width }: UnitPut,
  { nearExpiry, greatestDepth, perWidth, slope, squares }: Boundary,
  { roots, equation, pointsPerTime }: Grid,
  time: number,
): number => {
  const times = roots.length;
  const depth = Math.sqrt(squares[time] ?? NaN);
  const start = time * pointsPerTime;
  let cash = 0;
  let asset = 0;
  let cashAtExpiry = 0;
  let assetAtExpiry = 0;
  for (let point = start; point < start + pointsPerTime; point += 1) {
    const root = equation.roots[point] ?? NaN;
    const weight = equation.weights[point] ?? NaN;
    const depthThen =
      point === start
        ? nearExpiry * perWidth
        : depthAt(equation.interpolation, point * times, squares, times);
    const d = (depthThen - depth) * (equation.perRoot[point] ?? NaN) + slope * root;
    const cashPart = cashTerm(d - width * root, discounts[point] ?? NaN) * weight;
    const assetPart = assetTerm(d, width * root, yields[point] ?? NaN) * weight;
    if (point === start) {
      cashAtExpiry = cashPart;
      assetAtExpiry = assetPart;
    } else {
      cash += cashPart;
      asset += assetPart;
    }
  }
  const numerator = within(rateTime * cash + cashAtExpiry);
  const denominator = within(yieldTime * asset + assetAtExpiry);
  const fresh = nearExpiry + logarithmOfRatio(denominator, numerator);
  const floored = fresh < 0 ? 0 : fresh;
  return greatestDepth < floored ? greatestDepth : floored;
};

const floor = 1e-150;
const ceiling = 1e150;

const within = (value: number): number => {
  const floored = value < floor ? floor : value;
  return ceiling < floored ? ceiling : floored;
};

/** sqrt(2 pi) e^(-r s) phi(d-). */
const cashTerm = (d: number, discount: number): number => bell(distanceOf(d)) * discount;

/** sqrt(2 pi) e^(-q s) (phi(d+) + v sqrt(s) N(d+)). */
const assetTerm = (d: number, width: number, discount: number): number => {
  const distance = distanceOf(d);
  const density = bell(distance) * discount;
  const tail = density * millsRatio(distance);
  return (d > 0 ? discount * total - tail : tail) * width + density;
};
