import { coefficient, horner } from './lanes';

// ln(a / b) without rounding a / b: with k = b * 2^e near a, a - k is exact (Sterbenz), and
// ln(a / b) = e ln 2 + 2 atanh(t), t = (a - k) / (a + k), |t| <= 0.1716.
// 2 atanh(t) = 2 t + t^3 L(t^2); L is a degree 7 minimax fit. Equal a and b give exactly 0.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  6.93147180369123816490e-1,  6.93147180369123816490e-1,  // 0: LN2_HIGH (fdlibm), e * LN2_HIGH is exact
  1.90821492927058770002e-10, 1.90821492927058770002e-10, // 1: LN2_LOW
  4503599627371519.0,         4503599627371519.0,         // 2: 2^52 + 1023
  0.6666666666666666,         0.6666666666666666,         // 3: L0
  0.40000000000008035,        0.40000000000008035,
  0.28571428567234475,        0.28571428567234475,
  0.22222223055248197,        0.22222223055248197,
  0.18181737085579538,        0.18181737085579538,
  0.1538888938432987,         0.1538888938432987,
  0.13209284257177348,        0.13209284257177348,
  0.1361228324114453,         0.1361228324114453,         // 10: L7
], 16);

// prettier-ignore
const BITS: usize = memory.data<u64>([
  0x0009_5F61_9980_C433, 0x0009_5F61_9980_C433, // 0: bits(1) - bits(sqrt(1/2)): centres the mantissa on 1
  0x7FF0_0000_0000_0000, 0x7FF0_0000_0000_0000, // 1: the exponent field
  0x4330_0000_0000_0000, 0x4330_0000_0000_0000, // 2: bits(2^52)
], 16);

/** ln(a / b) for positive normal a, b with a normal quotient; relative error of about one unit. */
@inline
export function logarithmOfRatio(a: v128, b: v128): v128 {
  const centred = i64x2.add(f64x2.div(a, b), coefficient(BITS, 0));
  const powerOfTwo = v128.and(centred, coefficient(BITS, 1));
  const k = f64x2.mul(b, powerOfTwo);
  const biased = v128.or(i64x2.shr_u(powerOfTwo, 52), coefficient(BITS, 2));
  const e = f64x2.sub(biased, coefficient(TABLE, 2));
  const t = f64x2.div(f64x2.sub(a, k), f64x2.add(a, k));
  const t2 = f64x2.mul(t, t);
  let series = coefficient(TABLE, 10);
  series = horner(series, t2, TABLE, 9);
  series = horner(series, t2, TABLE, 8);
  series = horner(series, t2, TABLE, 7);
  series = horner(series, t2, TABLE, 6);
  series = horner(series, t2, TABLE, 5);
  series = horner(series, t2, TABLE, 4);
  series = horner(series, t2, TABLE, 3);
  const small = f64x2.add(f64x2.mul(f64x2.mul(t, t2), series), f64x2.mul(e, coefficient(TABLE, 1)));
  return f64x2.add(f64x2.mul(e, coefficient(TABLE, 0)), f64x2.add(f64x2.add(t, t), small));
}
