import type { LegendreNodes } from './legendre-nodes.js';

/**
 * Where the boundary is sought and its integrals are taken: constants of a tier, the same for every option, with
 * the time to expiry as the unit. The boundary's variable is sqrt(time left); its collocation times are Chebyshev
 * points of that variable. Integrals over elapsed time s in [0, t] use s = t sin^2 theta: then the time left at
 * t - s has the root sqrt(t) cos theta, and neither end of the integral is singular.
 */
export interface Grid {
  readonly iterations: number;
  /** Roots of the collocation times, from 1 down; the last, 0, is left out, as the boundary is known there. */
  readonly roots: ReadonlyArray<number>;
  /** The boundary equation's points: for each collocation time one for expiry, then those of its quadrature. */
  readonly equation: Points;
  readonly pointsPerTime: number;
  /** The premium's points. */
  readonly premium: Points;
}

interface Points {
  /** Roots of the elapsed times. */
  readonly roots: Float64Array;
  readonly perRoot: Float64Array;
  readonly weights: Float64Array;
  /** For each point, what to multiply the boundary at the collocation times with to have it at the point. */
  readonly interpolation: Float64Array;
}

/** Builds a grid by the four arithmetic operations alone; `collocation` are the points (1 + cos(pi k / n)) / 2. */
export const gridOf = (
  quadrature: LegendreNodes,
  iterations: number,
  collocation: ReadonlyArray<number>,
  premium: LegendreNodes,
): Grid => {
  const pointsPerTime = quadrature.sines.length + 1;
  const equation = emptyPoints(collocation.length * pointsPerTime, collocation.length);
  collocation.forEach((root, time) => {
    const start = time * pointsPerTime;
    equation.roots[start] = root;
    equation.weights[start] = 1 / root;
    equation.perRoot[start] = 1 / root;
    fillPoints(equation, start + 1, quadrature, root, collocation, (cosine) => cosine * root);
  });
  const premiumPoints = emptyPoints(premium.sines.length, collocation.length);
  fillPoints(premiumPoints, 0, premium, 1, collocation, (cosine, sine) => cosine * sine);
  return { iterations, roots: collocation, equation, pointsPerTime, premium: premiumPoints };
};

const emptyPoints = (points: number, times: number): Points => ({
  roots: new Float64Array(points),
  perRoot: new Float64Array(points),
  weights: new Float64Array(points),
  interpolation: new Float64Array(points * times),
});

const fillPoints = (
  points: Points,
  start: number,
  { sines, doubleWeights }: LegendreNodes,
  root: number,
  collocation: ReadonlyArray<number>,
  measure: (cosine: number, sine: number) => number,
): void => {
  const last = sines.length - 1;
  sines.forEach((sine, index) => {
    const cosine = sines[last - index] ?? 0;
    const elapsed = root * sine;
    const at = start + index;
    points.roots[at] = elapsed;
    points.perRoot[at] = 1 / elapsed;
    points.weights[at] = (doubleWeights[Math.min(index, last - index)] ?? 0) * measure(cosine, sine);
    fillInterpolation(points.interpolation, at * collocation.length, root * cosine, collocation);
  });
};

/** Barycentric interpolation at Chebyshev points of the second kind (Berrut and Trefethen, 2004). */
const fillInterpolation = (
  weights: Float64Array,
  start: number,
  root: number,
  collocation: ReadonlyArray<number>,
): void => {
  const sign = collocation.length % 2 === 0 ? 0.5 : -0.5;
  let sum = sign / root;
  collocation.forEach((node, index) => {
    const weight = (index === 0 ? 0.5 : index % 2 === 0 ? 1 : -1) / (root - node);
    weights[start + index] = weight;
    sum += weight;
  });
  collocation.forEach((_, index) => {
    weights[start + index] = (weights[start + index] ?? 0) / sum;
  });
};
