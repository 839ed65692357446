import { exponential } from '../exponential';
import { coefficient } from '../lanes';
import { bell, distanceOf, distributionOf, perTotal } from './bell';
import { depthAt } from './depth';
import { PER_ROOT, ROOT, WEIGHT, pointBytes, premiumPoints, premiumStart } from './grid';
import { findMissedPeaks, missedFirst, missedSecond, missedValue } from './missed-peaks';
import {
  FIRST,
  MONEYNESS,
  NEAR_EXPIRY,
  PER_WIDTH,
  RATE_TIME,
  RATIO,
  SECOND,
  SLOPE,
  VALUE,
  WIDTH,
  YIELD_TIME,
  find,
  leave,
} from './scratch';

// The early-exercise premium of Kim (1990), Jacka (1991) and Carr, Jarrow and Myneni (1992): what exercise earns for
// as long as the underlying is below the boundary, int r e^(-r s) N(-d-) - q z e^(-q s) N(-d+) ds. The boundary does
// not depend on z, so the derivatives go under the integral; they cost next to nothing.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  1.0, 1.0, // 0
], 16);

/** From the unit put and its boundary, leaves VALUE, FIRST and SECOND. */
export function findPremium(): void {
  const zero = f64x2.splat(0);
  const rateTime = find(RATE_TIME);
  const yieldTime = find(YIELD_TIME);
  const width = find(WIDTH);
  const slope = find(SLOPE);
  const perWidth = find(PER_WIDTH);
  const yieldAmount = f64x2.mul(yieldTime, find(RATIO));
  const distanceNow = f64x2.mul(f64x2.sub(find(MONEYNESS), find(NEAR_EXPIRY)), perWidth);
  let value = zero;
  let first = zero;
  let second = zero;
  const end = premiumStart + premiumPoints * pointBytes;
  for (let point = premiumStart; point < end; point += pointBytes) {
    const root = v128.load64_splat(point, ROOT);
    const perPoint = v128.load64_splat(point, PER_ROOT);
    const weight = v128.load64_splat(point, WEIGHT);
    const minusElapsed = f64x2.neg(f64x2.mul(root, root));
    const cashRate = f64x2.mul(exponential(f64x2.mul(rateTime, minusElapsed)), rateTime);
    const assetRate = f64x2.mul(exponential(f64x2.mul(yieldTime, minusElapsed)), yieldAmount);
    const assetD = f64x2.add(
      f64x2.mul(f64x2.add(distanceNow, depthAt(point)), perPoint),
      f64x2.mul(slope, root),
    );
    const cashD = f64x2.sub(assetD, f64x2.mul(width, root));
    const assetDensity = f64x2.mul(bell(distanceOf(assetD)), assetRate);
    const cashDensity = f64x2.mul(bell(distanceOf(cashD)), cashRate);
    const asset = distributionOf(f64x2.neg(assetD), assetDensity, assetRate);
    const cash = distributionOf(f64x2.neg(cashD), cashDensity, cashRate);
    value = f64x2.add(value, f64x2.mul(f64x2.sub(cash, asset), weight));
    const perSpread = f64x2.mul(perWidth, perPoint);
    const flow = f64x2.sub(cashDensity, assetDensity);
    first = f64x2.add(first, f64x2.mul(f64x2.add(f64x2.mul(flow, perSpread), asset), weight));
    const bent = f64x2.mul(f64x2.add(f64x2.mul(cashD, perSpread), coefficient(TABLE, 0)), flow);
    second = f64x2.add(second, f64x2.mul(f64x2.mul(f64x2.add(bent, assetDensity), perSpread), weight));
  }
  findMissedPeaks();
  leave(VALUE, f64x2.mul(f64x2.add(value, missedValue), perTotal()));
  leave(FIRST, f64x2.neg(f64x2.mul(f64x2.add(first, missedFirst), perTotal())));
  leave(SECOND, f64x2.mul(f64x2.add(second, missedSecond), perTotal()));
}
