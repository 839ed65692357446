import { coefficient } from './lanes';

// The status of a row, as in core/pricing: 0 priced, 1 an input is NaN or infinite, 2 outside the domain.
// Masks are all ones or all zeros per lane, so that one lane never changes the other.

// prettier-ignore
const BITS: usize = memory.data<u64>([
  1, 1,                                         // 0: nonFinite; also the larger right code
  2, 2,                                         // 1: outOfDomain
  0x7FF8_0000_0000_0000, 0x7FF8_0000_0000_0000, // 2: the one NaN ever written
], 16);

// prettier-ignore
const LIMITS: usize = memory.data<f64>([
  1e-150, 1e-150, // 0: the smallest price; its square is still a normal double
  1e150, 1e150,   // 1: the largest
  700.0, 700.0,   // 2: the largest |rate * years|: its exponential is a normal double
], 16);

/** Zero for a finite number, NaN otherwise: sums of these tell whether all of several numbers are finite. */
@inline
export function zeroIfFinite(x: v128): v128 {
  return f64x2.sub(x, x);
}

/** Mask of the lanes where a sum of `zeroIfFinite` is zero. */
@inline
export function allFinite(zeros: v128): v128 {
  return f64x2.eq(zeros, zeros);
}

/** Mask: prices in [1e-150, 1e150], years and volatility not below zero, right 0 (call) or 1 (put). */
@inline
export function insideDomain(underlying: v128, strike: v128, years: v128, volatility: v128, right: v128): v128 {
  const zero = f64x2.splat(0);
  const prices = v128.and(
    f64x2.ge(f64x2.pmin(underlying, strike), coefficient(LIMITS, 0)),
    f64x2.le(f64x2.pmax(underlying, strike), coefficient(LIMITS, 1)),
  );
  const widths = v128.and(f64x2.ge(years, zero), f64x2.ge(volatility, zero));
  const known = i64x2.eq(v128.andnot(right, coefficient(BITS, 0)), i64x2.splat(0));
  return v128.and(v128.and(prices, widths), known);
}

/** Mask: neither |rate * years| nor |dividendYield * years| above 700. */
@inline
export function discountable(years: v128, rate: v128, dividendYield: v128): v128 {
  const larger = f64x2.pmax(f64x2.abs(rate), f64x2.abs(dividendYield));
  return f64x2.le(f64x2.mul(larger, years), coefficient(LIMITS, 2));
}

/** Status code of each 64-bit lane. */
@inline
export function statusCodes(inputsFinite: v128, priced: v128): v128 {
  const outOfDomain = v128.andnot(coefficient(BITS, 1), priced);
  return v128.bitselect(outOfDomain, coefficient(BITS, 0), inputsFinite);
}

/** The value where the row is priced, NaN elsewhere; adding zero turns -0 into 0. */
@inline
export function orNaN(priced: v128, value: v128): v128 {
  return v128.bitselect(f64x2.add(value, f64x2.splat(0)), coefficient(BITS, 2), priced);
}
