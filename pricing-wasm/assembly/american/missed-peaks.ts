import { exponential } from '../exponential';
import { choose, coefficient } from '../lanes';
import { millsRatio } from './mills-ratio';
import { bell, distanceOf, distributionOf, total } from './bell';
import { PER_ROOT, WEIGHT, pointBytes, premiumPoints, premiumStart } from './grid';
import { DISTANCE, NEAR_EXPIRY, PER_WIDTH, RATE_TIME, SQUARES, WIDTH, YIELD_TIME, find } from './scratch';

// Close to the boundary the premium's integrands change between the points of the quadrature, like N(-y / c) that of
// the value and like the peaks exp(-y^2 / (2 c^2)) and (y / c^2) exp(-y^2 / (2 c^2)) those of the derivatives, with c
// the root of the elapsed time and y the distance to the boundary in widths. These three have known integrals: this
// is the quadrature's error on them times their strength, r - q B(T).

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  -600.0, -600.0, // 0: lower logarithms would not have a normal exponential
  1.0,    1.0,    // 1
], 16);

// Additions to the value and to the first and second derivative, times sqrt(2 pi).
export let missedValue: v128 = i64x2.splat(0);
export let missedFirst: v128 = i64x2.splat(0);
export let missedSecond: v128 = i64x2.splat(0);

@inline
export function findMissedPeaks(): void {
  const perWidth = find(PER_WIDTH);
  const distance = find(DISTANCE);
  let value = f64x2.splat(0);
  let first = f64x2.splat(0);
  let second = f64x2.splat(0);
  const end = premiumStart + premiumPoints * pointBytes;
  for (let point = premiumStart; point < end; point += pointBytes) {
    const perRoot = v128.load64_splat(point, PER_ROOT);
    const weight = v128.load64_splat(point, WEIGHT);
    const near = f64x2.mul(distance, perRoot);
    const density = bell(distanceOf(near));
    const peak = f64x2.mul(f64x2.mul(density, perRoot), weight);
    const below = distributionOf(f64x2.neg(near), density, coefficient(TABLE, 1));
    value = f64x2.add(value, f64x2.mul(below, weight));
    first = f64x2.add(first, peak);
    second = f64x2.add(second, f64x2.mul(f64x2.mul(near, perRoot), peak));
  }
  const far = distanceOf(distance);
  const density = bell(far);
  const tail = f64x2.mul(density, millsRatio(far));
  const edge = f64x2.sub(density, f64x2.mul(far, tail));
  const beyond = f64x2.sub(tail, f64x2.mul(far, edge));
  const whole = choose(f64x2.gt(distance, f64x2.splat(0)), beyond, f64x2.sub(total(), beyond));
  // B(T), in units of the strike.
  const logarithm = f64x2.sub(find(NEAR_EXPIRY), f64x2.mul(f64x2.sqrt(find(SQUARES)), find(WIDTH)));
  const boundary = exponential(f64x2.pmax(logarithm, coefficient(TABLE, 0)));
  const strength = f64x2.sub(find(RATE_TIME), f64x2.mul(find(YIELD_TIME), boundary));
  const firstStrength = f64x2.mul(strength, perWidth);
  missedValue = f64x2.mul(f64x2.sub(whole, value), strength);
  missedFirst = f64x2.mul(f64x2.sub(f64x2.add(edge, edge), first), firstStrength);
  missedSecond = f64x2.mul(f64x2.sub(f64x2.add(tail, tail), second), f64x2.mul(firstStrength, perWidth));
}
