/**
 * Exponential and logarithm near the place where carry and moneyness need them, in plain arithmetic, because
 * the engine's own differ in bits between machines. `growth`: relative error below 1e-15 for |x| ≤ 0.5 and
 * 1e-9 at 1; `logRatio`: below 1e-14 for ratios between 0.5 and 2, and below 1e-5 between 0.2 and 5.
 */
export const growth = (exponent: number): number => {
  let sum = 1;
  for (let term = 16; term >= 1; term -= 1) sum = 1 + (exponent / term) * sum;
  return sum;
};

/** The natural logarithm of `numerator / denominator`, both above zero: 2·artanh of their scaled difference. */
export const logRatio = (numerator: number, denominator: number): number => {
  const scaled = (numerator - denominator) / (numerator + denominator);
  const square = scaled * scaled;
  let sum = 0;
  for (let odd = 29; odd >= 1; odd -= 2) sum = 1 / odd + square * sum;
  return 2 * scaled * sum;
};

/** `base` to the power of `eighths`/8, by square roots and products only; `eighths` whole and not negative. */
export const powerInEighths = (base: number, eighths: number): number => {
  const eighthRoot = Math.sqrt(Math.sqrt(Math.sqrt(base)));
  let power = 1;
  for (let count = 0; count < eighths; count += 1) power *= eighthRoot;
  return power;
};
