import {
  ELEVEN_NODES,
  FIFTEEN_NODES,
  FIVE_NODES,
  FOUR_NODES,
  TEN_NODES,
  THIRTY_ONE_NODES,
} from './legendre-nodes';

// Where the boundary is sought and its integrals are taken: constants of a tier, the same for every option, with the
// time to expiry as the unit. The boundary's variable is sqrt(time left); its collocation times are Chebyshev points
// of that variable. Integrals over elapsed time s in [0, t] use s = t sin^2 theta: then the time left at t - s has
// the root sqrt(t) cos theta, and neither end of the integral is singular.
//
// A tier's grid is built by its first call, by the four arithmetic operations alone, into memory of its own:
// the equation's points (for each collocation time one for expiry, then those of its quadrature), then the premium's
// points. A point is POINT_BYTES of root of the elapsed time, its reciprocal and the weight, then for each
// collocation time what to multiply the boundary there with to have it at the point.

export const ROOT: usize = 0;
export const PER_ROOT: usize = 8;
export const WEIGHT: usize = 16;
export const INTERPOLATION: usize = 24;

/** The collocation roots (1 + cos(pi k / n)) / 2, from 1 down; the last, 0, is left out: there the boundary is known. */
// prettier-ignore
const FAST_ROOTS: usize = memory.data<f64>([1.0, 0.8535533905932737, 0.5, 0.14644660940672624], 8);
// prettier-ignore
const STANDARD_ROOTS: usize = memory.data<f64>(
  [1.0, 0.9330127018922193, 0.75, 0.5, 0.25, 0.06698729810778067], 8);
// prettier-ignore
const PRECISE_ROOTS: usize = memory.data<f64>([
  1.0, 0.9829629131445341, 0.9330127018922193, 0.8535533905932737, 0.75, 0.6294095225512604, 0.5,
  0.37059047744873963, 0.25, 0.14644660940672624, 0.06698729810778067, 0.017037086855465858,
], 8);

// (points, plus 11, 15 or 31 of the premium) times (3 + collocation times) numbers.
const FAST_GRID: usize = memory.data(31 * 7 * 8, 16);
const STANDARD_GRID: usize = memory.data(51 * 9 * 8, 16);
const PRECISE_GRID: usize = memory.data(163 * 15 * 8, 16);

// The grid of the tier chosen last.
export let iterations: i32 = 0;
export let times: usize = 0;
export let pointsPerTime: usize = 0;
export let premiumPoints: usize = 0;
export let pointBytes: usize = 0;
export let rootsStart: usize = 0;
export let equationStart: usize = 0;
export let premiumStart: usize = 0;

/** Chooses the tier: 0 fast, (4, 3, 4)-11; 1 standard, (5, 4, 6)-15; 2 precise, (10, 8, 12)-31. */
export function chooseTier(tier: i32): void {
  if (tier == 0) chooseGrid(FAST_GRID, FAST_ROOTS, 4, 3, FOUR_NODES, 4, ELEVEN_NODES, 11);
  else if (tier == 1) chooseGrid(STANDARD_GRID, STANDARD_ROOTS, 6, 4, FIVE_NODES, 5, FIFTEEN_NODES, 15);
  else chooseGrid(PRECISE_GRID, PRECISE_ROOTS, 12, 8, TEN_NODES, 10, THIRTY_ONE_NODES, 31);
}

function chooseGrid(
  grid: usize,
  roots: usize,
  collocationTimes: usize,
  steps: i32,
  nodes: usize,
  quadraturePoints: usize,
  premiumNodes: usize,
  points: usize,
): void {
  iterations = steps;
  times = collocationTimes;
  pointsPerTime = quadraturePoints + 1;
  premiumPoints = points;
  pointBytes = INTERPOLATION + times * 8;
  rootsStart = roots;
  equationStart = grid;
  premiumStart = grid + times * pointsPerTime * pointBytes;
  if (load<f64>(grid) != 0) return;
  for (let time: usize = 0; time < times; time++) {
    const root = load<f64>(roots + time * 8);
    const start = grid + time * pointsPerTime * pointBytes;
    store<f64>(start, root, ROOT);
    store<f64>(start, 1.0 / root, PER_ROOT);
    store<f64>(start, 1.0 / root, WEIGHT);
    fillPoints(start + pointBytes, nodes, quadraturePoints, root, false);
  }
  fillPoints(premiumStart, premiumNodes, points, 1.0, true);
}

/** The points of one integral; the measure is cos(theta) root of the equation, cos(theta) sin(theta) of the premium. */
function fillPoints(start: usize, nodes: usize, points: usize, root: f64, premium: bool): void {
  for (let index: usize = 0; index < points; index++) {
    const mirrored = points - 1 - index;
    const sine = load<f64>(nodes + index * 8);
    const cosine = load<f64>(nodes + mirrored * 8);
    const doubleWeight = load<f64>(nodes + (points + min(index, mirrored)) * 8);
    const point = start + index * pointBytes;
    store<f64>(point, root * sine, ROOT);
    store<f64>(point, 1.0 / (root * sine), PER_ROOT);
    store<f64>(point, doubleWeight * (cosine * (premium ? sine : root)), WEIGHT);
    fillInterpolation(point + INTERPOLATION, root * cosine);
  }
}

/** Barycentric interpolation at Chebyshev points of the second kind (Berrut and Trefethen, 2004). */
function fillInterpolation(weights: usize, root: f64): void {
  let sum = (times % 2 == 0 ? 0.5 : -0.5) / root;
  for (let index: usize = 0; index < times; index++) {
    const sign: f64 = index == 0 ? 0.5 : index % 2 == 0 ? 1.0 : -1.0;
    const weight = sign / (root - load<f64>(rootsStart + index * 8));
    store<f64>(weights + index * 8, weight);
    sum += weight;
  }
  for (let index: usize = 0; index < times; index++) {
    store<f64>(weights + index * 8, load<f64>(weights + index * 8) / sum);
  }
}
