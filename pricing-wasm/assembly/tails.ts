import {
  CENTRE,
  DENSITY,
  OUTSIDE_PRICE,
  STRIKE_NOW,
  STRIKE_TAIL,
  UNDERLYING_NOW,
  UNDERLYING_TAIL,
  WIDTH,
} from './arena';
import { binaryExponent, exponentialLessOne, exponentialOf, reducedFraction } from './exponential';
import { choose, coefficient } from './lanes';
import { compareTails, ratioFar, ratioNear } from './mills-ratio';

// Third stage: the normal tails, and the price of the out-of-the-money option of the pair (the call when the
// forward is below the strike, else the put).
//
// With U and K the present values and R the Mills ratio, U phi(d1) = K phi(d2) = density, so that
//   U N(-|d1|) = density R(|d1|),   K N(-|d2|) = density R(|d2|)
// and one exponential serves both tails. It is taken at the nearer of |d1| and |d2|, which the present value
// on the in-the-money side of the forward belongs to. The out-of-the-money price is
//   density (R(near) - R(far))                                         d1 and d2 on one side of 0
//   nearNow (1 - exp(-near^2 / 2)) + density (2 R(0) - R(near) - R(far))   on both sides
// sums of positive terms, so that the smallest price keeps its relative accuracy.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  0.5,                    0.5,                    // 0
  0.39894228040143267794, 0.39894228040143267794, // 1: 1 / sqrt(2 pi)
  1000.0,                 1000.0,                 // 2: farther than any density is above 0
  -708.0,                 -708.0,                 // 3: below it exp is no normal double; flushed to 0
], 16);

/** Leaves DENSITY, OUTSIDE_PRICE, UNDERLYING_TAIL and STRIKE_TAIL at `block`. */
@inline
export function findTails(block: usize): void {
  const half = coefficient(TABLE, 0);
  const largest = coefficient(TABLE, 2);
  const floor = coefficient(TABLE, 3);
  const centre = v128.load(block, CENTRE);
  const width = v128.load(block, WIDTH);
  const distance = f64x2.abs(centre);
  const halfWidth = f64x2.mul(width, half);
  const near = f64x2.pmin(f64x2.abs(f64x2.sub(distance, halfWidth)), largest);
  const far = f64x2.pmin(f64x2.add(distance, halfWidth), largest);
  const gap = f64x2.pmin(f64x2.pmin(f64x2.add(distance, distance), width), largest);
  const sameSide = f64x2.ge(distance, halfWidth);
  const strikeIsNear = f64x2.ge(centre, f64x2.splat(0));
  const nearNow = choose(strikeIsNear, v128.load(block, STRIKE_NOW), v128.load(block, UNDERLYING_NOW));

  const unfloored = f64x2.mul(f64x2.mul(near, near), f64x2.neg(half));
  const logarithm = f64x2.pmax(floor, unfloored);
  const exponent = binaryExponent(logarithm);
  const fraction = reducedFraction(logarithm, exponent);
  const bell = v128.and(exponentialOf(fraction, exponent), f64x2.gt(unfloored, floor));
  const density = f64x2.mul(nearNow, f64x2.mul(bell, coefficient(TABLE, 1)));

  const fromTails = f64x2.mul(density, compareTails(near, far, gap, sameSide));
  const fromBetween = v128.andnot(f64x2.mul(nearNow, exponentialLessOne(fraction, exponent)), sameSide);
  v128.store(block, density, DENSITY);
  v128.store(block, f64x2.sub(fromTails, fromBetween), OUTSIDE_PRICE);
  v128.store(block, f64x2.mul(density, choose(strikeIsNear, ratioFar, ratioNear)), UNDERLYING_TAIL);
  v128.store(block, f64x2.mul(density, choose(strikeIsNear, ratioNear, ratioFar)), STRIKE_TAIL);
}
