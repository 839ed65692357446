import { choose, coefficient } from '../lanes';

// The status of a quote, as in core/pricing. What comes first in this list decides:
//   1 an input is NaN or infinite   2 outside the domain   3 the price is negative
//   7 above, 4 below the bounds     6, 5 at them           2 no time left, between the bounds
// A price of less than 2^-1000 of nearNow above the intrinsic value counts as at it: there volatility would be
// told by digits that a double does not have.

// prettier-ignore
const LIMITS: usize = memory.data<f64>([
  1e-150, 1e-150,                               // 0: the smallest underlying and strike
  1e150, 1e150,                                 // 1: the largest
  700.0, 700.0,                                 // 2: the largest |rate years|, |dividendYield years| and carry
  9.33263618503218879e-302, 9.33263618503218879e-302, // 3: 2^-1000
], 16);

// prettier-ignore
const CODES: usize = memory.data<u64>([
  1, 1, // 0: nonFinite; also the larger right code
  2, 2, // 1: outOfDomain
  3, 3, // 2: negativePrice
  4, 4, // 3: belowIntrinsic
  5, 5, // 4: atIntrinsic
  6, 6, // 5: atUpperBound
  7, 7, // 6: aboveUpperBound
], 16);

/** 0 for a finite x, else NaN. */
@inline
function zeroIfFinite(x: v128): v128 {
  return f64x2.sub(x, x);
}

/** Status of the inputs alone: 0, 1 or 2. `right` are integers. */
@inline
export function statusOfInputs(
  right: v128,
  underlying: v128,
  strike: v128,
  years: v128,
  rate: v128,
  dividendYield: v128,
  carry: v128,
  price: v128,
): v128 {
  const prices = f64x2.add(f64x2.add(zeroIfFinite(underlying), zeroIfFinite(strike)), zeroIfFinite(price));
  const rates = f64x2.add(f64x2.add(zeroIfFinite(rate), zeroIfFinite(dividendYield)), zeroIfFinite(years));
  const finite = f64x2.eq(f64x2.add(prices, rates), f64x2.splat(0));
  const steepest = f64x2.mul(f64x2.pmax(f64x2.abs(rate), f64x2.abs(dividendYield)), years);
  const farthest = f64x2.pmax(steepest, f64x2.abs(carry));
  let inside = v128.and(
    f64x2.ge(f64x2.pmin(underlying, strike), coefficient(LIMITS, 0)),
    f64x2.le(f64x2.pmax(underlying, strike), coefficient(LIMITS, 1)),
  );
  inside = v128.and(inside, v128.and(f64x2.ge(years, f64x2.splat(0)), f64x2.le(farthest, coefficient(LIMITS, 2))));
  inside = v128.and(inside, i64x2.eq(v128.andnot(right, coefficient(CODES, 0)), i64x2.splat(0)));
  const code = v128.andnot(coefficient(CODES, 1), inside);
  return choose(finite, code, coefficient(CODES, 0));
}

/**
 * Status of a quote: `above` is the price less the intrinsic value, `below` the upper bound less the price, both
 * of exact sign, `value` is `above` as a fraction of nearNow.
 */
@inline
export function statusOfQuote(inputs: v128, years: v128, price: v128, above: v128, below: v128, value: v128): v128 {
  const zero = f64x2.splat(0);
  let code = v128.and(coefficient(CODES, 1), f64x2.eq(years, zero));
  code = choose(f64x2.le(value, coefficient(LIMITS, 3)), coefficient(CODES, 4), code);
  code = choose(f64x2.eq(below, zero), coefficient(CODES, 5), code);
  code = choose(f64x2.lt(above, zero), coefficient(CODES, 3), code);
  code = choose(f64x2.lt(below, zero), coefficient(CODES, 6), code);
  code = choose(f64x2.lt(price, zero), coefficient(CODES, 2), code);
  return choose(i64x2.eq(inputs, i64x2.splat(0)), code, inputs);
}

/** `outOfDomain` for a priced row whose volatility is no positive finite number. */
@inline
export function statusOfVolatility(code: v128, volatility: v128): v128 {
  const real = v128.and(
    f64x2.gt(volatility, f64x2.splat(0)),
    f64x2.eq(zeroIfFinite(volatility), f64x2.splat(0)),
  );
  const lost = v128.andnot(i64x2.eq(code, i64x2.splat(0)), real);
  return choose(lost, coefficient(CODES, 1), code);
}
