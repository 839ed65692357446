import { exponential } from '../exponential';
import { choose, coefficient } from '../lanes';
import { logarithmOfRatio } from '../logarithm';
import { bell, distanceOf, distributionOf } from './bell';
import { depthAt } from './depth';
import { PER_ROOT, ROOT, WEIGHT, equationStart, pointBytes, pointsPerTime, times } from './grid';
import {
  DEPTHS,
  DISCOUNTS,
  GREATEST_DEPTH,
  IMPROVED,
  NEAR_EXPIRY,
  PER_WIDTH,
  RATE_TIME,
  SLOPE,
  SMOOTH_SHARE,
  SQUARES,
  WIDTH,
  YIELDS,
  YIELD_TIME,
  find,
  leave,
} from './scratch';

// One step of Andersen, Lake and Offengenden (2016) at every collocation time t: B(t) = N / D. With phi and N(.) at
// B(t) against the strike at expiry and against B(t - s) before, smooth pasting ("FP-A") makes
//   N = e^(-r t) phi(d-) / (v sqrt t) + r int e^(-r s) phi(d-) / (v sqrt s) ds
//   D = e^(-q t) (phi(d+) / (v sqrt t) + N(d+)) + q int e^(-q s) (phi(d+) / (v sqrt s) + N(d+)) ds
// and value matching ("FP-B")
//   N = e^(-r t) N(d-) + r int e^(-r s) N(d-) ds,   D = e^(-q t) N(d+) + q int e^(-q s) N(d+) ds.
// All are taken times width sqrt(2 pi): `spread` is what is left of v sqrt(s) then.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  1e-150, 1e-150, // 0: N and D are kept between these
  1e150,  1e150,  // 1
  1.0,    1.0,    // 2
], 16);

/** e^(-r s) and e^(-q s) at every point of the equation: they serve all steps. */
@inline
export function fillDiscounts(): void {
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

/** Leaves the depth at every point, at expiry the strike's. */
@inline
function fillDepths(): void {
  const strike = f64x2.mul(find(NEAR_EXPIRY), find(PER_WIDTH));
  let point = equationStart;
  let at = DEPTHS;
  for (let time: usize = 0; time < times; time++) {
    leave(at, strike);
    point += pointBytes;
    at += 16;
    for (let next: usize = 1; next < pointsPerTime; next++, point += pointBytes, at += 16) leave(at, depthAt(point));
  }
}

/** From SQUARES to IMPROVED; `mixed`, a literal, tells whether any lane matches values. */
@inline
export function takeStep(mixed: bool): void {
  fillDepths();
  for (let time: usize = 0; time < times; time++) {
    const depth = f64x2.mul(improvedDepth(time, mixed), find(PER_WIDTH));
    leave(IMPROVED + time * 16, f64x2.mul(depth, depth));
  }
}

@inline
function improvedDepth(time: usize, mixed: bool): v128 {
  const rateTime = find(RATE_TIME);
  const yieldTime = find(YIELD_TIME);
  const width = find(WIDTH);
  const slope = find(SLOPE);
  const depth = f64x2.sqrt(find(SQUARES + time * 16));
  const first = time * pointsPerTime;
  const atExpiry = equationStart + first * pointBytes;
  let at = (first + pointsPerTime - 1) * 16;
  let smoothCash = f64x2.splat(0);
  let matchedCash = f64x2.splat(0);
  let smoothAsset = f64x2.splat(0);
  let matchedAsset = f64x2.splat(0);
  // From the last point of the quadrature down to expiry's, which comes with the factor 1 instead of r or q.
  for (let point = atExpiry + (pointsPerTime - 1) * pointBytes; ; point -= pointBytes, at -= 16) {
    const root = v128.load64_splat(point, ROOT);
    const weight = v128.load64_splat(point, WEIGHT);
    const discount = find(DISCOUNTS + at);
    const yielded = find(YIELDS + at);
    const widthThen = f64x2.mul(width, root);
    const spread = f64x2.mul(widthThen, weight);
    const assetD = f64x2.add(
      f64x2.mul(f64x2.sub(find(DEPTHS + at), depth), v128.load64_splat(point, PER_ROOT)),
      f64x2.mul(slope, root),
    );
    const cashD = f64x2.sub(assetD, widthThen);
    const assetDensity = f64x2.mul(bell(distanceOf(assetD)), yielded);
    const cashDensity = f64x2.mul(bell(distanceOf(cashD)), discount);
    smoothAsset = f64x2.add(smoothAsset, f64x2.mul(assetDensity, weight));
    smoothCash = f64x2.add(smoothCash, f64x2.mul(cashDensity, weight));
    matchedAsset = f64x2.add(matchedAsset, f64x2.mul(distributionOf(assetD, assetDensity, yielded), spread));
    if (mixed) {
      matchedCash = f64x2.add(matchedCash, f64x2.mul(distributionOf(cashD, cashDensity, discount), spread));
    }
    if (point == atExpiry) break;
    if (point == atExpiry + pointBytes) {
      smoothCash = f64x2.mul(smoothCash, rateTime);
      matchedCash = f64x2.mul(matchedCash, rateTime);
      smoothAsset = f64x2.mul(smoothAsset, yieldTime);
      matchedAsset = f64x2.mul(matchedAsset, yieldTime);
    }
  }
  const smooth = depthOf(smoothCash, f64x2.add(smoothAsset, matchedAsset));
  if (!mixed) return smooth;
  const matched = depthOf(matchedCash, matchedAsset);
  const share = find(SMOOTH_SHARE);
  const mean = f64x2.add(matched, f64x2.mul(f64x2.sub(smooth, matched), share));
  return choose(f64x2.lt(share, coefficient(TABLE, 2)), mean, smooth);
}

@inline
function within(value: v128): v128 {
  return f64x2.pmin(f64x2.pmax(value, coefficient(TABLE, 0)), coefficient(TABLE, 1));
}

/** ln(B(0+) / B(t)), B(t) = N / D, between 0 and the greatest depth. */
@inline
function depthOf(numerator: v128, denominator: v128): v128 {
  const depth = f64x2.add(find(NEAR_EXPIRY), logarithmOfRatio(within(denominator), within(numerator)));
  return f64x2.pmin(f64x2.pmax(depth, f64x2.splat(0)), find(GREATEST_DEPTH));
}
