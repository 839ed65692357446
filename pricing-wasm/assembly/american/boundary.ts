import { scratchStart } from '../arena';
import { coefficient } from '../lanes';
import { fillDiscounts, takeStep } from './fixed-point';
import { iterations, rootsStart, times } from './grid';
import {
  DISTANCE,
  IMPROVED,
  MONEYNESS,
  NEAR_EXPIRY,
  PER_WIDTH,
  RATE_TIME,
  SLOPE,
  SMOOTH_SHARE,
  SQUARES,
  WIDTH,
  YIELD_TIME,
  find,
  leave,
} from './scratch';
import { boundarySeed, findEnds } from './seed';

// The early-exercise boundary, by fixed-point steps from the guess of `boundarySeed`. The square of its logarithm's
// depth is nearly a polynomial of sqrt(time left), so it is that which is interpolated (Andersen, Lake and
// Offengenden, High-performance American option pricing, 2016).

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  1.0, 1.0, // 0
  0.5, 0.5, // 1
  1.7, 1.7, // 2: the steepness where value matching has it all
], 16);

/** From the unit put, leaves the boundary in SQUARES, and NEAR_EXPIRY .. DISTANCE. */
export function findBoundary(): void {
  const one = coefficient(TABLE, 0);
  const width = find(WIDTH);
  const perWidth = f64x2.div(one, width);
  const steepness = f64x2.mul(f64x2.sub(find(RATE_TIME), find(YIELD_TIME)), perWidth);
  leave(PER_WIDTH, perWidth);
  leave(SLOPE, f64x2.add(steepness, f64x2.mul(width, coefficient(TABLE, 1))));
  // Smooth pasting converges faster, but not at all where (rate - yield) sqrt(years) / volatility is well above 1,
  // where value matching does. In between, 0.7 to 1.7, their opposite errors nearly cancel in the mean.
  const share = f64x2.sub(coefficient(TABLE, 2), steepness);
  const smoothShare = f64x2.pmin(f64x2.pmax(share, f64x2.splat(0)), one);
  leave(SMOOTH_SHARE, smoothShare);
  findEnds();
  fillDiscounts();
  for (let time: usize = 0; time < times; time++) {
    const depth = f64x2.mul(boundarySeed(v128.load64_splat(rootsStart + time * 8)), perWidth);
    leave(SQUARES + time * 16, f64x2.mul(depth, depth));
  }
  const mixed = v128.any_true(f64x2.lt(smoothShare, one));
  for (let step = 0; step < iterations; step++) {
    if (mixed) takeStep(true);
    else takeStep(false);
    memory.copy(scratchStart() + SQUARES, scratchStart() + IMPROVED, times * 16);
  }
  const distanceNow = f64x2.mul(f64x2.sub(find(MONEYNESS), find(NEAR_EXPIRY)), perWidth);
  leave(DISTANCE, f64x2.add(distanceNow, f64x2.sqrt(find(SQUARES))));
}
