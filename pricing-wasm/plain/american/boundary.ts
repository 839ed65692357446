import { exponential } from '../exponential.js';
import { logarithmOfRatio } from '../logarithm.js';
import { millsRatio } from '../mills-ratio.js';
import { bell, distanceOf, total } from './bell.js';
import type { Grid } from './grid.js';
import type { UnitPut } from './put.js';
import { boundaryEnds, boundarySeed } from './seed.js';

/** The early-exercise boundary of a put struck at 1, in the variables in which the premium needs it. */
export interface Boundary {
  /** ln B(0+). */
  readonly nearExpiry: number;
  /** 1 / width. */
  readonly perWidth: number;
  /** With y = ln(S / B) / width, d+ after an elapsed time of root c is y / c + slope c. */
  readonly slope: number;
  /** (ln(B(0+) / B(t)) / width)^2 at the collocation times; overwritten by the next boundary found. */
  readonly squares: Float64Array;
}

/**
 * Finds the boundary by the smooth-pasting fixed point ("FP-A") of Andersen, Lake and Offengenden, High-performance
 * American option pricing (2016): B = N / D,
 *   N = e^(-r t) phi(d-(1)) / (v sqrt t) + r int e^(-r s) phi(d-(B / B(t - s))) / (v sqrt s) ds
 *   D = e^(-q t) (phi(d+(1)) / (v sqrt t) + N(d+(1))) + q int e^(-q s) (phi(d+) / (v sqrt s) + N(d+)) ds
 * with their square of the logarithm interpolated. N and D are multiplied by v sqrt(T) sqrt(2 pi).
 */
export const findBoundary = (put: UnitPut, grid: Grid): Boundary => {
  const ends = boundaryEnds(put);
  const perWidth = 1 / put.width;
  const slope = (put.rateTime - put.yieldTime) * perWidth + put.width * 0.5;
  fillDiscounts(put, grid);
  for (let time = 0; time < grid.roots.length; time += 1) {
    const depth = boundarySeed(put, ends, grid.roots[time]!) * perWidth;
    squares[time] = depth * depth;
  }
  for (let step = 0; step < grid.iterations; step += 1) {
    improve(put, grid, ends.nearExpiry, ends.depth, perWidth, slope);
    squares.set(improved);
  }
  return { nearExpiry: ends.nearExpiry, perWidth, slope, squares };
};

const mostTimes = 12;
const mostPoints = 132;

const squares = new Float64Array(mostTimes);
const improved = new Float64Array(mostTimes);
const discounts = new Float64Array(mostPoints);
const yields = new Float64Array(mostPoints);

/** e^(-r s) and e^(-q s) at every point of the equation: they serve all steps. */
const fillDiscounts = (put: UnitPut, { equation }: Grid): void => {
  for (let point = 0; point < equation.roots.length; point += 1) {
    const root = equation.roots[point]!;
    const minusElapsed = -(root * root);
    discounts[point] = exponential(put.rateTime * minusElapsed);
    yields[point] = exponential(put.yieldTime * minusElapsed);
  }
};

const floor = 1e-150;
const ceiling = 1e150;

/** One fixed-point step at every collocation time, from `squares` to `improved`. */
const improve = (
  { rateTime, yieldTime, width }: UnitPut,
  { roots, equation, pointsPerTime }: Grid,
  nearExpiry: number,
  greatestDepth: number,
  perWidth: number,
  slope: number,
): void => {
  const times = roots.length;
  const { interpolation } = equation;
  for (let time = 0, point = 0; time < times; time += 1) {
    const depth = Math.sqrt(squares[time]!);
    const end = point + pointsPerTime;
    let root = equation.roots[point]!;
    let weight = equation.weights[point]!;
    let d = (nearExpiry * perWidth - depth) * equation.perRoot[point]! + slope * root;
    const cashAtExpiry = cashTerm(d - width * root, discounts[point]!) * weight;
    const assetAtExpiry = assetTerm(d, width * root, yields[point]!) * weight;
    let cash = 0;
    let asset = 0;
    for (point += 1; point < end; point += 1) {
      let square = interpolation[point * times]! * squares[0]!;
      for (let other = 1; other < times; other += 1) {
        square += interpolation[point * times + other]! * squares[other]!;
      }
      const depthThen = Math.sqrt(square < 0 ? 0 : square);
      root = equation.roots[point]!;
      weight = equation.weights[point]!;
      d = (depthThen - depth) * equation.perRoot[point]! + slope * root;
      cash += cashTerm(d - width * root, discounts[point]!) * weight;
      asset += assetTerm(d, width * root, yields[point]!) * weight;
    }
    const numerator = within(rateTime * cash + cashAtExpiry);
    const denominator = within(yieldTime * asset + assetAtExpiry);
    const fresh = nearExpiry + logarithmOfRatio(denominator, numerator);
    const floored = fresh < 0 ? 0 : fresh;
    const freshDepth = (greatestDepth < floored ? greatestDepth : floored) * perWidth;
    improved[time] = freshDepth * freshDepth;
  }
};

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
  const distribution = d > 0 ? discount * total - tail : tail;
  return distribution * width + density;
};
