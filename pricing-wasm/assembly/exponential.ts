import { coefficient, horner } from './lanes';

// exp(x) = 2^n exp(r) with n = round(x / ln 2) and |r| <= ln(2)/2.
// Rounding: adding 1.5 * 2^52 leaves n in the low bits of the sum ("magic number").
// Reduction: Cody and Waite (1980), ln 2 split as in fdlibm e_exp.c, so that n * LN2_HIGH is exact.
// exp(r) = 1 + r + r^2 E(r): E is a degree 9 minimax fit; its error stays below the rounding of the sum. E is
// summed as two Horner chains in r^2 (Estrin), half as long as one.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  1.4426950408889634,        1.4426950408889634,        // 0: 1 / ln 2
  6755399441055744.0,        6755399441055744.0,        // 1: 1.5 * 2^52
  6.93147180369123816490e-1, 6.93147180369123816490e-1, // 2: LN2_HIGH, 33 significant bits
  1.90821492927058770002e-10, 1.90821492927058770002e-10, // 3: LN2_LOW
  0.5000000000000001,        0.5000000000000001,        // 4: E0
  0.16666666666666669,       0.16666666666666669,       // 5: E1
  0.041666666666624094,      0.041666666666624094,
  0.00833333333333006,       0.00833333333333006,
  0.0013888888917230724,     0.0013888888917230724,
  0.00019841269863066696,    0.00019841269863066696,
  2.4801521269532122e-05,    2.4801521269532122e-05,
  2.7557268439678e-06,       2.7557268439678e-06,
  2.7620101012098e-07,       2.7620101012098e-07,
  2.5100395159429243e-08,    2.5100395159429243e-08,    // 13: E9
  1.0,                       1.0,                       // 14
  0.3465,                    0.3465,                    // 15: just below ln(2)/2
], 16);

/** n, in the low bits of a large double; meaningful for |x| <= 708. */
@inline
export function binaryExponent(x: v128): v128 {
  return f64x2.add(f64x2.mul(x, coefficient(TABLE, 0)), coefficient(TABLE, 1));
}

/** exp(r) - 1, where exp(x) = 2^n exp(r). */
@inline
export function reducedFraction(x: v128, exponent: v128): v128 {
  const n = f64x2.sub(exponent, coefficient(TABLE, 1));
  const r = f64x2.sub(
    f64x2.sub(x, f64x2.mul(n, coefficient(TABLE, 2))),
    f64x2.mul(n, coefficient(TABLE, 3)),
  );
  return fractionOf(r);
}

/** exp(r) - 1 for |r| <= ln(2)/2. */
@inline
function fractionOf(r: v128): v128 {
  const r2 = f64x2.mul(r, r);
  let odd = coefficient(TABLE, 13);
  let even = coefficient(TABLE, 12);
  odd = horner(odd, r2, TABLE, 11);
  even = horner(even, r2, TABLE, 10);
  odd = horner(odd, r2, TABLE, 9);
  even = horner(even, r2, TABLE, 8);
  odd = horner(odd, r2, TABLE, 7);
  even = horner(even, r2, TABLE, 6);
  odd = horner(odd, r2, TABLE, 5);
  even = horner(even, r2, TABLE, 4);
  return f64x2.add(f64x2.mul(r2, f64x2.add(f64x2.mul(odd, r), even)), r);
}

/** exp(x) from its parts: adding n to the exponent bits multiplies by 2^n. */
@inline
export function exponentialOf(fraction: v128, exponent: v128): v128 {
  return i64x2.add(f64x2.add(fraction, coefficient(TABLE, 14)), i64x2.shl(exponent, 52));
}

/** exp(x) - 1 from its parts, keeping its relative accuracy near 0. */
@inline
export function exponentialLessOne(fraction: v128, exponent: v128): v128 {
  const one = coefficient(TABLE, 14);
  const scale = i64x2.add(one, i64x2.shl(exponent, 52));
  return f64x2.add(f64x2.mul(scale, fraction), f64x2.sub(scale, one));
}

/** exp of both lanes for |x| <= 708, to about half a unit in the last place. */
@inline
export function exponential(x: v128): v128 {
  const exponent = binaryExponent(x);
  return exponentialOf(reducedFraction(x, exponent), exponent);
}

/** True if both lanes are below ln(2)/2, where n is 0 and `exponentialNearZero` gives the bits of `exponential`. */
@inline
export function isNearZero(magnitude: v128): bool {
  return i64x2.all_true(f64x2.lt(magnitude, coefficient(TABLE, 15)));
}

@inline
export function exponentialNearZero(x: v128): v128 {
  return f64x2.add(fractionOf(x), coefficient(TABLE, 14));
}
