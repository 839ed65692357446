/**
 * ln(a / b) without rounding a / b; the same operations in the same order as `assembly/logarithm.ts`, so the
 * same bits. `Math.log` may differ from engine to engine.
 */

const ln2High = 6.9314718036912381649e-1;
const ln2Low = 1.90821492927058770002e-10;

/** ln(a / b) for positive normal a, b with a normal quotient; relative error of about one unit, 0 if a = b. */
export const logarithmOfRatio = (a: number, b: number): number => {
  const e = exponentBetween(a, b);
  const k = b * power;
  const t = (a - k) / (a + k);
  return e * ln2High + (t + t + (afterLinear(t) + e * ln2Low));
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

const numbers = new Float64Array(3);
const words = new Uint32Array(numbers.buffer); // little-endian, as WebAssembly and every engine in use
let power = 1;

/** e that brings b 2^e next to a, and 2^e in `power`: the difference of their bits, rounded to whole exponents. */
const exponentBetween = (a: number, b: number): number => {
  numbers[0] = a;
  numbers[1] = b;
  const borrow = word(0) < word(2) ? 1 : 0;
  // 0x3FF80000: the high word of 1 and half a unit of the exponent field.
  const field = (word(1) - word(3) - borrow + 0x3ff80000) & 0x7ff00000;
  words[4] = 0;
  words[5] = field;
  power = numbers[2] as number;
  return (field >>> 20) - 1023;
};

const word = (index: number): number => words[index] as number;
