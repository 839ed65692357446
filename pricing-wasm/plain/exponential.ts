import { powerOfTwo } from './power-of-two.js';

/**
 * exp(x) = 2^n exp(r), n = round(x / ln 2), |r| <= ln(2)/2; the same operations in the same order as
 * `assembly/exponential.ts`, so the same bits. `Math.exp` may differ from engine to engine.
 */

const perLn2 = 1.4426950408889634;
const roundingMagic = 6755399441055744; // 1.5 * 2^52: what is added to it is rounded to an integer
const ln2High = 6.9314718036912381649e-1; // fdlibm: 33 significant bits, n * ln2High is exact
const ln2Low = 1.90821492927058770002e-10;

/** exp(x) for |x| <= 708, to about half a unit in the last place. */
export const exponential = (x: number): number => {
  const n = nearestPower(x);
  return (reducedFraction(x, n) + 1) * powerOfTwo(n);
};

/** exp(x) - 1 for |x| <= 708, keeping its relative accuracy near 0. */
export const exponentialLessOne = (x: number): number => {
  const n = nearestPower(x);
  const scale = powerOfTwo(n);
  return scale * reducedFraction(x, n) + (scale - 1);
};

const nearestPower = (x: number): number => x * perLn2 + roundingMagic - roundingMagic;

/** exp(r) - 1, where x = n ln 2 + r. */
const reducedFraction = (x: number, n: number): number => {
  const r = x - n * ln2High - n * ln2Low;
  const r2 = r * r;
  let odd = 2.5100395159429243e-8;
  let even = 2.7620101012098e-7;
  odd = odd * r2 + 2.7557268439678e-6;
  even = even * r2 + 2.4801521269532122e-5;
  odd = odd * r2 + 0.00019841269863066696;
  even = even * r2 + 0.0013888888917230724;
  odd = odd * r2 + 0.00833333333333006;
  even = even * r2 + 0.041666666666624094;
  odd = odd * r2 + 0.16666666666666669;
  even = even * r2 + 0.5000000000000001;
  return r2 * (odd * r + even) + r;
};
