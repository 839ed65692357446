/**
 * ln(a / b) without rounding a / b; the same operations in the same order as `assembly/logarithm.ts`, so the
 * same bits. `Math.log` may differ from engine to engine.
 */

const ln2High = 6.9314718036912381649e-1;
const ln2Low = 1.90821492927058770002e-10;

/** ln(a / b) for positive normal a, b with a normal quotient; relative error of about one unit, 0 if a = b. */
export const logarithmOfRatio = (a: number, b: number): number => {
  const e = centredExponent(a / b);
  const k = b * powerOfTwo;
  const t = (a - k) / (a + k);
  const t2 = t * t;
  let series = 0.1361228324114453;
  series = series * t2 + 0.13209284257177348;
  series = series * t2 + 0.1538888938432987;
  series = series * t2 + 0.18181737085579538;
  series = series * t2 + 0.22222223055248197;
  series = series * t2 + 0.28571428567234475;
  series = series * t2 + 0.40000000000008035;
  series = series * t2 + 0.6666666666666666;
  return e * ln2High + (t + t + (t * t2 * series + e * ln2Low));
};

const number = new Float64Array(1);
const words = new Uint32Array(number.buffer); // little-endian, as WebAssembly and every engine in use
let powerOfTwo = 1;

/** The exponent e that brings x / 2^e into [sqrt(1/2), sqrt(2)), and 2^e in `powerOfTwo`. */
const centredExponent = (x: number): number => {
  number[0] = x;
  const [low = 0, high = 0] = words;
  // 0x00095F61_9980C433 = bits(1) - bits(sqrt(1/2)), added as two words with the carry between them.
  const carry = low + 0x9980c433 > 0xffffffff ? 1 : 0;
  const exponentField = (high + 0x00095f61 + carry) & 0x7ff00000;
  words[0] = 0;
  words[1] = exponentField;
  [powerOfTwo = 1] = number;
  return (exponentField >>> 20) - 1023;
};
