import { exponential } from './exponential.js';
import { millsRatio } from './mills-ratio.js';

/** The density of the standard normal distribution; 0 where it is below 1e-308. */
export const normalDensity = (x: number): number => {
  const logarithm = -0.5 * x * x;
  return logarithm < -708 ? 0 : exponential(logarithm) * perRootTwoPi;
};

/** N(x), the probability of less than x: about 1e-15 of itself in the left tail, down to 1e-308. */
export const cumulativeNormal = (x: number): number =>
  x < 0 ? normalDensity(x) * tailRatio(-x) : 1 - normalDensity(x) * tailRatio(x);

/** The Mills ratio, kept within the range of its fit; the density is 0 beyond. */
const tailRatio = (x: number): number => millsRatio(Math.min(x, 1_000));

const perRootTwoPi = 0.3989422804014327;
