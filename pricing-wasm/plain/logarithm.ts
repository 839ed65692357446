import { errorOfProduct, errorOfSum, type DoubleDouble } from './double-double.js';
import { powerOfTwo } from './power-of-two.js';

/**
 * ln(a / b) without rounding a / b; the same operations in the same order as `assembly/logarithm.ts`, so the
 * same bits. `Math.log` may differ from engine to engine.
 */

const ln2High = 6.9314718036912381649e-1;
const ln2Low = 1.90821492927058770002e-10;

/** ln(a / b) for positive normal a, b with a normal quotient; relative error of about one unit, 0 if a = b. */
export const logarithmOfRatio = (a: number, b: number): number => {
  const e = exponentBetween(a, b);
  const k = b * powerOfTwo(e);
  const t = (a - k) / (a + k);
  return e * ln2High + (t + t + (afterLinear(t) + e * ln2Low));
};

/** As `logarithmOfRatio`, to about 1e-18 of itself. */
export const findPreciseLogarithm = (logarithm: DoubleDouble, a: number, b: number): void => {
  const e = exponentBetween(a, b);
  const k = b * powerOfTwo(e);
  const numerator = a - k;
  const denominator = a + k;
  const t = numerator / denominator;
  const product = t * denominator;
  const rest =
    numerator - product - errorOfProduct(t, denominator, product) - t * errorOfSum(a, k, denominator);
  const tError = rest / denominator;
  const whole = e * ln2High;
  const sum = whole + (t + t);
  const small = afterLinear(t) + e * ln2Low;
  const tail = errorOfSum(whole, t + t, sum) + (small + (tError + tError));
  logarithm.high = sum + tail;
  logarithm.low = sum - logarithm.high + tail;
};

/** t^3 L(t^2), where ln((1 + t) / (1 - t)) = 2 t + t^3 L(t^2). */
const afterLinear = (t: number): number => {
  const t2 = t * t;
  const t4 = t2 * t2;
  let odd = 0.13611336574899124;
  let even = 0.1320938465023558;
  odd = odd * t4 + 0.15388885641268274;
  even = even * t4 + 0.18181737138866963;
  odd = odd * t4 + 0.22222223055189252;
  even = even * t4 + 0.28571428567230267;
  odd = odd * t4 + 0.40000000000008057;
  even = even * t4 + 0.6666666666666666;
  return t * t2 * (odd * t2 + even);
};

const numbers = new Float64Array(2);
const words = new Uint32Array(numbers.buffer); // little-endian, as WebAssembly and every engine in use

/** e that brings b 2^e next to a: the difference of their bits, rounded to whole exponents. */
const exponentBetween = (a: number, b: number): number => {
  numbers[0] = a;
  numbers[1] = b;
  const borrow = word(0) < word(2) ? 1 : 0;
  // 0x3FF80000: the high word of 1 and half a unit of the exponent field.
  const field = (word(1) - word(3) - borrow + 0x3ff80000) & 0x7ff00000;
  return (field >>> 20) - 1023;
};

const word = (index: number): number => words[index] as number;
