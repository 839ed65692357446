import { exponential } from '../exponential';
import { coefficient } from '../lanes';
import { bell, distanceOf, distributionOf } from './bell';
import { PER_ROOT, WEIGHT, pointBytes, premiumPoints, premiumStart } from './grid';
import { DISTANCE, NEAR_EXPIRY, PER_WIDTH, RATE_TIME, SQUARES, WIDTH, YIELD_TIME, find } from './scratch';

// Close to the boundary the integrands of delta and gamma peak between the points of the quadrature. The peaks,
// exp(-y^2 / (2 c^2)) and (y / c^2) exp(-y^2 / (2 c^2)) with c the root of the elapsed time and y the distance to the
// boundary in widths, have known integrals, N(-y) in the main: this is the quadrature's error on them times their
// strength, r - q B(T).

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  -600.0, -600.0, // 0: lower logarithms would not have a normal exponential
  1.0,    1.0,    // 1
], 16);

// What is missing of the first and second derivative.
export let missedFirst: v128 = i64x2.splat(0);
export let missedSecond: v128 = i64x2.splat(0);

@inline
export function findMissedPeaks(): void {
  const perWidth = find(PER_WIDTH);
  const distance = find(DISTANCE);
  let first = f64x2.splat(0);
  let second = f64x2.splat(0);
  const end = premiumStart + premiumPoints * pointBytes;
  for (let point = premiumStart; point < end; point += pointBytes) {
    const perRoot = v128.load64_splat(point, PER_ROOT);
    const near = f64x2.mul(distance, perRoot);
    const peak = f64x2.mul(f64x2.mul(bell(distanceOf(near)), perRoot), v128.load64_splat(point, WEIGHT));
    first = f64x2.add(first, peak);
    second = f64x2.add(second, f64x2.mul(f64x2.mul(near, perRoot), peak));
  }
  const density = bell(distanceOf(distance));
  const tail = distributionOf(f64x2.neg(distance), density, coefficient(TABLE, 1));
  const edge = f64x2.sub(density, f64x2.mul(distance, tail));
  // B(T), in units of the strike.
  const logarithm = f64x2.sub(find(NEAR_EXPIRY), f64x2.mul(f64x2.sqrt(find(SQUARES)), find(WIDTH)));
  const boundary = exponential(f64x2.pmax(logarithm, coefficient(TABLE, 0)));
  const strength = f64x2.mul(f64x2.sub(find(RATE_TIME), f64x2.mul(find(YIELD_TIME), boundary)), perWidth);
  missedFirst = f64x2.mul(f64x2.sub(f64x2.add(edge, edge), first), strength);
  missedSecond = f64x2.mul(f64x2.sub(f64x2.add(tail, tail), second), f64x2.mul(strength, perWidth));
}
