import { error, exactProduct, exactSum } from './double-double';
import { coefficient, horner } from './lanes';

// ln(a / b) without rounding a / b: with k = b * 2^e near a, a - k is exact (Sterbenz), and
// ln(a / b) = e ln 2 + 2 atanh(t), t = (a - k) / (a + k), |t| <= 0.2.
// e is the difference of the bits of a and b, rounded to whole exponents: a / k stays in [2/3, 3/2].
// 2 atanh(t) = 2 t + t^3 L(t^2); L is a degree 7 minimax fit, summed as two Horner chains in t^4 (Estrin). Equal a
// and b give exactly 0.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  6.93147180369123816490e-1,  6.93147180369123816490e-1,  // 0: LN2_HIGH (fdlibm), e * LN2_HIGH is exact
  1.90821492927058770002e-10, 1.90821492927058770002e-10, // 1: LN2_LOW
  4503599627371519.0,         4503599627371519.0,         // 2: 2^52 + 1023
  0.6666666666666666,         0.6666666666666666,         // 3: L0
  0.40000000000008057,        0.40000000000008057,
  0.28571428567230267,        0.28571428567230267,
  0.22222223055189252,        0.22222223055189252,
  0.18181737138866963,        0.18181737138866963,
  0.15388885641268274,        0.15388885641268274,
  0.1320938465023558,         0.1320938465023558,
  0.13611336574899124,        0.13611336574899124,        // 10: L7
], 16);

// prettier-ignore
const BITS: usize = memory.data<u64>([
  0x3FF8_0000_0000_0000, 0x3FF8_0000_0000_0000, // 0: bits(1) and half a unit of the exponent field
  0x7FF0_0000_0000_0000, 0x7FF0_0000_0000_0000, // 1: the exponent field
  0x4330_0000_0000_0000, 0x4330_0000_0000_0000, // 2: bits(2^52)
], 16);

// A function returns one value; this is the other result of `preciseLogarithmOfRatio`.
export let logarithmError: v128 = i64x2.splat(0);

/** 2^e that brings b 2^e next to a. */
@inline
function powerBetween(a: v128, b: v128): v128 {
  return v128.and(i64x2.add(i64x2.sub(a, b), coefficient(BITS, 0)), coefficient(BITS, 1));
}

/** e of 2^e. */
@inline
function exponentOf(power: v128): v128 {
  return f64x2.sub(v128.or(i64x2.shr_u(power, 52), coefficient(BITS, 2)), coefficient(TABLE, 2));
}

/** t^3 L(t^2). */
@inline
function afterLinear(t: v128): v128 {
  const t2 = f64x2.mul(t, t);
  const t4 = f64x2.mul(t2, t2);
  let odd = coefficient(TABLE, 10);
  let even = coefficient(TABLE, 9);
  odd = horner(odd, t4, TABLE, 8);
  even = horner(even, t4, TABLE, 7);
  odd = horner(odd, t4, TABLE, 6);
  even = horner(even, t4, TABLE, 5);
  odd = horner(odd, t4, TABLE, 4);
  even = horner(even, t4, TABLE, 3);
  return f64x2.mul(f64x2.mul(t, t2), f64x2.add(f64x2.mul(odd, t2), even));
}

/** ln(a / b) for positive normal a, b with a normal quotient; relative error of about one unit. */
@inline
export function logarithmOfRatio(a: v128, b: v128): v128 {
  const power = powerBetween(a, b);
  const k = f64x2.mul(b, power);
  const e = exponentOf(power);
  const t = f64x2.div(f64x2.sub(a, k), f64x2.add(a, k));
  const small = f64x2.add(afterLinear(t), f64x2.mul(e, coefficient(TABLE, 1)));
  return f64x2.add(f64x2.mul(e, coefficient(TABLE, 0)), f64x2.add(f64x2.add(t, t), small));
}

/** As `logarithmOfRatio`, with `logarithmError` beside it: together to about 1e-18 of the logarithm. */
@inline
export function preciseLogarithmOfRatio(a: v128, b: v128): v128 {
  const power = powerBetween(a, b);
  const k = f64x2.mul(b, power);
  const e = exponentOf(power);
  const numerator = f64x2.sub(a, k);
  const denominator = exactSum(a, k);
  const denominatorError = error;
  const t = f64x2.div(numerator, denominator);
  const product = exactProduct(t, denominator);
  const rest = f64x2.sub(f64x2.sub(f64x2.sub(numerator, product), error), f64x2.mul(t, denominatorError));
  const tError = f64x2.div(rest, denominator);
  const sum = exactSum(f64x2.mul(e, coefficient(TABLE, 0)), f64x2.add(t, t));
  const small = f64x2.add(afterLinear(t), f64x2.mul(e, coefficient(TABLE, 1)));
  const tail = f64x2.add(error, f64x2.add(small, f64x2.add(tError, tError)));
  const logarithm = f64x2.add(sum, tail);
  logarithmError = f64x2.add(f64x2.sub(sum, logarithm), tail);
  return logarithm;
}
