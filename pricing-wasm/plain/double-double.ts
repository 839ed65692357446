/**
 * What rounding lost of a sum and of a product: value + error is exact (Dekker 1971, Knuth). The same operations in
 * the same order as `assembly/double-double.ts`, so the same bits.
 */

/** A number as the sum of two; the functions that find one write it, so that nothing is allocated on the way. */
export interface DoubleDouble {
  high: number;
  low: number;
}

/** The error of `sum` = a + b. */
export const errorOfSum = (a: number, b: number, sum: number): number => {
  const fromB = sum - a;
  return a - (sum - fromB) + (b - fromB);
};

/** The error of `product` = a * b, for magnitudes below 1e300. */
export const errorOfProduct = (a: number, b: number, product: number): number => {
  const aHigh = highHalf(a);
  const aLow = a - aHigh;
  const bHigh = highHalf(b);
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
};

const highHalf = (a: number): number => {
  const scaled = a * 134217729; // 2^27 + 1
  return scaled - (scaled - a);
};
