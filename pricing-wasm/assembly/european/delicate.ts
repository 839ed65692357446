import { coefficient } from '../lanes';

// Where the fast stages would lose digits of a small price, or their formulas their meaning.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  16.0,       16.0,       // 0: from here on the rounding of d shows in the density: it is felt near^2 times
  38.0,       38.0,       // 1: from here on the density is 0
  0.00390625, 0.00390625, // 2: narrower than this, the price is a small difference of present values
  64.0,       64.0,       // 3: wider, the far point leaves the range of the Mills ratio's fit
  4.0,        4.0,        // 4: a carry of so many widths may cancel against the moneyness
], 16);

/** Mask: so far in the tail that the exponent needs more digits than a double has. */
@inline
export function isDeep(near: v128): v128 {
  return v128.and(f64x2.gt(near, coefficient(TABLE, 0)), f64x2.lt(near, coefficient(TABLE, 1)));
}

/** Mask: too narrow, too wide, or carried too far for the fast formulas. */
@inline
export function isOutOfShape(width: v128, carry: v128, futures: bool): v128 {
  const outside = v128.or(f64x2.lt(width, coefficient(TABLE, 2)), f64x2.gt(width, coefficient(TABLE, 3)));
  if (futures) return outside;
  return v128.or(outside, f64x2.gt(f64x2.abs(carry), f64x2.mul(width, coefficient(TABLE, 4))));
}

/** Mask: deep or out of shape. `near` may be negative where d1 and d2 lie on both sides of 0. */
@inline
export function isDelicate(near: v128, width: v128, carry: v128, futures: bool): v128 {
  return v128.or(isDeep(near), isOutOfShape(width, carry, futures));
}
