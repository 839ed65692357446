import { exponential } from '../exponential.js';
import type { PutPart } from './premium.js';
import { nearExpiryOf } from './seed.js';
import type { UnitPut } from './unit-put.js';

/**
 * The put struck at 1 exercised at the best time strictly between now and expiry if the underlying only drifts:
 * e^(-r t) - z e^(-q t) has its maximum where r e^(-r t) = q z e^(-q t), for 0 < r < q. By Jensen's inequality the
 * option is worth at least that at any volatility, and that, or exercise now or at expiry, at none.
 * The value is 0 where there is no such time.
 */
export interface DriftExercise extends PutPart {
  /** The time, as a part of the time to expiry. */
  readonly time: number;
  /** What the strike and the underlying, delivered at that time, are worth now. */
  readonly cash: number;
  readonly asset: number;
}

export const driftExercise = ({ ratio, moneyness, rateTime, yieldTime }: UnitPut): DriftExercise => {
  const nearExpiry = nearExpiryOf(rateTime, yieldTime);
  const excess = yieldTime - rateTime;
  const time = (moneyness - nearExpiry) / excess;
  const inside = rateTime > 0 && excess > 0 && time > 0 && time < 1;
  if (!inside) return never;
  const cash = exponential(-(rateTime * time));
  const asset = exponential(-(yieldTime * time)) * ratio;
  return { value: cash - asset, slope: -asset, curvature: (yieldTime * asset) / excess, time, cash, asset };
};

const never: DriftExercise = { value: 0, slope: 0, curvature: 0, time: 0, cash: 0, asset: 0 };
