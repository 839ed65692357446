import { exponential } from '../exponential';
import { coefficient } from '../lanes';
import {
  DRIFT_CASH,
  DRIFT_FIRST,
  DRIFT_SECOND,
  DRIFT_TIME,
  DRIFT_VALUE,
  MONEYNESS,
  RATE_TIME,
  RATIO,
  YIELD_TIME,
  find,
  leave,
} from './scratch';
import { nearExpiryOf } from './seed';

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  1.0, 1.0, // 0
], 16);

/**
 * The unit put exercised at the best time strictly between now and expiry if the underlying only drifts:
 * e^(-r t) - z e^(-q t) has its maximum where r e^(-r t) = q z e^(-q t), for 0 < r < q. By Jensen's inequality the
 * option is worth at least that at any volatility, and that, or exercise now or at expiry, at none. Leaves the
 * DRIFT_ parts, 0 where there is no such time.
 */
export function findDriftExercise(): void {
  const zero = f64x2.splat(0);
  const rateTime = find(RATE_TIME);
  const yieldTime = find(YIELD_TIME);
  const excess = f64x2.sub(yieldTime, rateTime);
  const nearExpiry = nearExpiryOf(rateTime, yieldTime);
  const time = f64x2.div(f64x2.sub(find(MONEYNESS), nearExpiry), excess);
  const maximum = v128.and(f64x2.gt(rateTime, zero), f64x2.gt(excess, zero));
  const between = v128.and(f64x2.gt(time, zero), f64x2.lt(time, coefficient(TABLE, 0)));
  const inside = v128.and(maximum, between);
  const cash = exponential(f64x2.neg(f64x2.mul(rateTime, time)));
  const asset = f64x2.mul(exponential(f64x2.neg(f64x2.mul(yieldTime, time))), find(RATIO));
  leave(DRIFT_VALUE, v128.and(f64x2.sub(cash, asset), inside));
  leave(DRIFT_FIRST, v128.and(f64x2.neg(asset), inside));
  leave(DRIFT_SECOND, v128.and(f64x2.div(f64x2.mul(yieldTime, asset), excess), inside));
  leave(DRIFT_TIME, v128.and(time, inside));
  leave(DRIFT_CASH, v128.and(cash, inside));
}
