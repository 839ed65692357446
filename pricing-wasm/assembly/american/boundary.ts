import { scratchStart } from '../arena';
import { exponential } from '../exponential';
import { choose, coefficient } from '../lanes';
import { logarithmOfRatio } from '../logarithm';
import { millsRatio } from '../mills-ratio';
import { bell, distanceOf, total } from './bell';
import { depthAt } from './depth';
import {
  PER_ROOT,
  ROOT,
  WEIGHT,
  equationStart,
  iterations,
  pointBytes,
  pointsPerTime,
  rootsStart,
  times,
} from './grid';
import {
  DISCOUNTS,
  DISTANCE,
  GREATEST_DEPTH,
  IMPROVED,
  MONEYNESS,
  NEAR_EXPIRY,
  PER_WIDTH,
  RATE_TIME,
  SLOPE,
  SQUARES,
  WIDTH,
  YIELDS,
  YIELD_TIME,
  find,
  leave,
} from './scratch';
import { boundarySeed, findEnds } from './seed';

// The early-exercise boundary by the smooth-pasting fixed point ("FP-A") of Andersen, Lake and Offengenden,
// High-performance American option pricing (2016): B(t) = N / D, phi and N(.) at B(t) against the strike at expiry
// and against B(t - s) before,
//   N = e^(-r t) phi(d-) / (v sqrt t) + r int e^(-r s) phi(d-) / (v sqrt s) ds
//   D = e^(-q t) (phi(d+) / (v sqrt t) + N(d+)) + q int e^(-q s) (phi(d+) / (v sqrt s) + N(d+)) ds,
// both taken times width sqrt(2 pi). The square of ln(B(0+) / B(t)) is nearly a polynomial of sqrt(t), so it is
// that which is interpolated.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  1.0,    1.0,    // 0
  0.5,    0.5,    // 1
  1e-150, 1e-150, // 2: N and D are kept between these
  1e150,  1e150,  // 3
], 16);

/** From the unit put, leaves the boundary in SQUARES, and NEAR_EXPIRY .. DISTANCE. */
export function findBoundary(): void {
  const width = find(WIDTH);
  const perWidth = f64x2.div(coefficient(TABLE, 0), width);
  const carry = f64x2.mul(f64x2.sub(find(RATE_TIME), find(YIELD_TIME)), perWidth);
  leave(PER_WIDTH, perWidth);
  leave(SLOPE, f64x2.add(carry, f64x2.mul(width, coefficient(TABLE, 1))));
  findEnds();
  fillDiscounts();
  for (let time: usize = 0; time < times; time++) {
    const depth = f64x2.mul(boundarySeed(v128.load64_splat(rootsStart + time * 8)), perWidth);
    leave(SQUARES + time * 16, f64x2.mul(depth, depth));
  }
  for (let step = 0; step < iterations; step++) {
    for (let time: usize = 0; time < times; time++) improve(time);
    memory.copy(scratchStart() + SQUARES, scratchStart() + IMPROVED, times * 16);
  }
  const distanceNow = f64x2.mul(f64x2.sub(find(MONEYNESS), find(NEAR_EXPIRY)), perWidth);
  leave(DISTANCE, f64x2.add(distanceNow, f64x2.sqrt(find(SQUARES))));
}

/** e^(-r s) and e^(-q s) at every point of the equation: they serve all steps. */
@inline
function fillDiscounts(): void {
  const rateTime = find(RATE_TIME);
  const yieldTime = find(YIELD_TIME);
  let point = equationStart;
  for (let at: usize = 0; at < times * pointsPerTime * 16; at += 16, point += pointBytes) {
    const root = v128.load64_splat(point, ROOT);
    const minusElapsed = f64x2.neg(f64x2.mul(root, root));
    leave(DISCOUNTS + at, exponential(f64x2.mul(rateTime, minusElapsed)));
    leave(YIELDS + at, exponential(f64x2.mul(yieldTime, minusElapsed)));
  }
}

// The two terms of the point that `findTerms` has last seen.
let cashTerm: v128 = i64x2.splat(0);
let assetTerm: v128 = i64x2.splat(0);

/** Sets `cashTerm`, sqrt(2 pi) e^(-r s) phi(d-), `assetTerm`, sqrt(2 pi) e^(-q s) (phi(d+) + v sqrt(s) N(d+)), weighted. */
@inline
function findTerms(point: usize, at: usize, depthThen: v128, depth: v128, slope: v128, width: v128): void {
  const root = v128.load64_splat(point, ROOT);
  const weight = v128.load64_splat(point, WEIGHT);
  const widthThen = f64x2.mul(width, root);
  const d = f64x2.add(
    f64x2.mul(f64x2.sub(depthThen, depth), v128.load64_splat(point, PER_ROOT)),
    f64x2.mul(slope, root),
  );
  const cash = f64x2.mul(bell(distanceOf(f64x2.sub(d, widthThen))), find(DISCOUNTS + at));
  const discount = find(YIELDS + at);
  const distance = distanceOf(d);
  const density = f64x2.mul(bell(distance), discount);
  const tail = f64x2.mul(density, millsRatio(distance));
  const whole = f64x2.mul(discount, total());
  const distribution = choose(f64x2.gt(d, f64x2.splat(0)), f64x2.sub(whole, tail), tail);
  cashTerm = f64x2.mul(cash, weight);
  assetTerm = f64x2.mul(f64x2.add(f64x2.mul(distribution, widthThen), density), weight);
}

@inline
function within(value: v128): v128 {
  return f64x2.pmin(f64x2.pmax(value, coefficient(TABLE, 2)), coefficient(TABLE, 3));
}

/** One fixed-point step at one collocation time, from SQUARES to IMPROVED. */
@inline
function improve(time: usize): void {
  const zero = f64x2.splat(0);
  const width = find(WIDTH);
  const slope = find(SLOPE);
  const perWidth = find(PER_WIDTH);
  const nearExpiry = find(NEAR_EXPIRY);
  const depth = f64x2.sqrt(find(SQUARES + time * 16));
  let at = time * pointsPerTime * 16;
  let point = equationStart + time * pointsPerTime * pointBytes;
  const end = point + pointsPerTime * pointBytes;
  findTerms(point, at, f64x2.mul(nearExpiry, perWidth), depth, slope, width);
  const cashAtExpiry = cashTerm;
  const assetAtExpiry = assetTerm;
  let cash = zero;
  let asset = zero;
  for (point += pointBytes, at += 16; point < end; point += pointBytes, at += 16) {
    findTerms(point, at, depthAt(point), depth, slope, width);
    cash = f64x2.add(cash, cashTerm);
    asset = f64x2.add(asset, assetTerm);
  }
  const numerator = within(f64x2.add(f64x2.mul(find(RATE_TIME), cash), cashAtExpiry));
  const denominator = within(f64x2.add(f64x2.mul(find(YIELD_TIME), asset), assetAtExpiry));
  const fresh = f64x2.add(nearExpiry, logarithmOfRatio(denominator, numerator));
  const improved = f64x2.mul(f64x2.pmin(f64x2.pmax(fresh, zero), find(GREATEST_DEPTH)), perWidth);
  leave(IMPROVED + time * 16, f64x2.mul(improved, improved));
}
