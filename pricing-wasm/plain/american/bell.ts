import { exponential } from '../exponential.js';
import { millsRatio } from '../mills-ratio.js';

/** Beyond this many standard deviations a density, 1e-251, is as good as none, and all products stay normal. */
const farthest = 34;

/** |d|, at most 34. */
export const distanceOf = (d: number): number => (farthest < Math.abs(d) ? farthest : Math.abs(d));

/** exp(-distance^2 / 2): the normal density times sqrt(2 pi); that factor is left in `distributionOf` too. */
export const bell = (distance: number): number => exponential(distance * distance * -0.5);

/** sqrt(2 pi). */
export const total = 2.5066282746310002;

/** sqrt(2 pi) factor N(d), `density` = sqrt(2 pi) factor phi(d). */
export const distributionOf = (d: number, density: number, factor: number): number => {
  const tail = density * millsRatio(distanceOf(d));
  return d > 0 ? factor * total - tail : tail;
};

/** 1 / sqrt(2 pi). */
export const perTotal = 0.3989422804014327;
