import { exponential } from '../exponential';
import { coefficient } from '../lanes';
import { logarithmError, preciseLogarithmOfRatio } from '../logarithm';
import { clamped } from './forward';

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  1.0, 1.0, // 0
], 16);

// A function returns one value; this is the other result of `preciseExponential`.
export let low: v128 = i64x2.splat(0);

/** exp(x + xError) to about 1e-18 |x|: one Newton step on its logarithm. Sets `low` to what rounding lost. */
@inline
export function preciseExponential(x: v128, xError: v128): v128 {
  const high = exponential(clamped(x));
  const logarithm = preciseLogarithmOfRatio(high, coefficient(TABLE, 0));
  const correction = f64x2.add(f64x2.sub(f64x2.sub(x, logarithm), logarithmError), xError);
  low = f64x2.mul(high, correction);
  return high;
}
