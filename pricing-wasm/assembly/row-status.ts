import { coefficient } from './lanes';

// The status of a row, as in core/pricing: 0 priced, 1 an input is NaN or infinite, 2 outside the domain.
// Masks are all ones or all zeros per lane, so that one lane never changes the other.

// prettier-ignore
const BITS: usize = memory.data<u64>([
  1, 1,                                         // 0: nonFinite; also the larger right code
  2, 2,                                         // 1: outOfDomain
  0x7FF8_0000_0000_0000, 0x7FF8_0000_0000_0000, // 2: the one NaN ever written
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

/** Mask: underlying and strike above zero, years and volatility not below, right 0 (call) or 1 (put). */
@inline
export function insideDomain(underlying: v128, strike: v128, years: v128, volatility: v128, right: v128): v128 {
  const zero = f64x2.splat(0);
  const prices = v128.and(f64x2.gt(underlying, zero), f64x2.gt(strike, zero));
  const widths = v128.and(f64x2.ge(years, zero), f64x2.ge(volatility, zero));
  const known = i32x4.le_u(right, coefficient(BITS, 0));
  return v128.and(v128.and(prices, widths), known);
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
