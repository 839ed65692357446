import { coefficient } from './lanes';

// Sums and products with the rounding error beside them: value + error is exact (Dekker 1971, Knuth).
// A function returns one value; the error is the other result.

export let error: v128 = i64x2.splat(0);

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  134217729.0, 134217729.0, // 0: 2^27 + 1 splits a double into two halves
], 16);

/** a + b; `error` is what rounding lost. */
@inline
export function exactSum(a: v128, b: v128): v128 {
  const sum = f64x2.add(a, b);
  const fromB = f64x2.sub(sum, a);
  error = f64x2.add(f64x2.sub(a, f64x2.sub(sum, fromB)), f64x2.sub(b, fromB));
  return sum;
}

@inline
function highHalf(a: v128): v128 {
  const scaled = f64x2.mul(a, coefficient(TABLE, 0));
  return f64x2.sub(scaled, f64x2.sub(scaled, a));
}

/** a * b for magnitudes below 1e300; `error` is what rounding lost. */
@inline
export function exactProduct(a: v128, b: v128): v128 {
  const product = f64x2.mul(a, b);
  const aHigh = highHalf(a);
  const aLow = f64x2.sub(a, aHigh);
  const bHigh = highHalf(b);
  const bLow = f64x2.sub(b, bHigh);
  const crossed = f64x2.add(
    f64x2.add(f64x2.sub(f64x2.mul(aHigh, bHigh), product), f64x2.mul(aHigh, bLow)),
    f64x2.mul(aLow, bHigh),
  );
  error = f64x2.add(crossed, f64x2.mul(aLow, bLow));
  return product;
}
