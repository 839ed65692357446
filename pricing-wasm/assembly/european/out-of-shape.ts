import { binaryExponent, exponentialLessOne, exponentialOf, reducedFraction } from '../exponential';
import { choose, coefficient } from '../lanes';
import { fallBetween, fallenTogether, ratioFar, ratioNear } from '../mills-ratio';
import {
  CENTRE,
  DENSITY,
  FAR,
  GAIN,
  NEAR,
  OUTSIDE_PRICE,
  ROOT,
  STRIKE_NOW,
  UNDERLYING_NOW,
  WIDTH,
} from './block';
import { isStrikeNear } from './tails';

// Rows that the fast formulas do not fit: the price on both sides of 0 from what N and R fall short of their values
// there, so that it keeps its digits as the width vanishes; the forward's gain from m, strikeNow (exp(m) - 1); the
// limits, a width of 0, where the price is the discounted intrinsic value, and one without bound.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  0.5,                      0.5,                      // 0
  0.39894228040143267794,   0.39894228040143267794,   // 1: 1 / sqrt(2 pi)
  9.33263618503218879e-302, 9.33263618503218879e-302, // 2: 2^-1000; a width at or below it counts as 0
  1000.0,                   1000.0,                   // 3: farther than any density is above 0
  708.0,                    708.0,                    // 4: beyond it exp(-x) is no normal double; flushed to 0
  0.25,                     0.25,                     // 5: up to here exp(m) - 1 is the better difference
  1.0,                      1.0,                      // 6
], 16);

/** Stores the value in the lanes of the mask. */
@inline
function keep(block: usize, offset: usize, mask: v128, value: v128): void {
  v128.store(block + offset, choose(mask, value, v128.load(block + offset)));
}

/** strikeNow (exp(m) - 1) where m is small, else the difference of the present values as it is. */
@inline
function gainOf(strikeNow: v128, moneyness: v128, difference: v128): v128 {
  const exponent = binaryExponent(moneyness);
  const gain = f64x2.mul(strikeNow, exponentialLessOne(reducedFraction(moneyness, exponent), exponent));
  return choose(f64x2.le(f64x2.abs(moneyness), coefficient(TABLE, 5)), gain, difference);
}

/** Works out two rows anew from ln(forward / strike) and near^2 / 2, and keeps those that `mask` names. */
@inline
export function workOut(
  block: usize,
  mask: v128,
  moneyness: v128,
  exponent: v128,
  exponentError: v128,
  futures: bool,
): void {
  const half = coefficient(TABLE, 0);
  const smallest = coefficient(TABLE, 2);
  const largest = coefficient(TABLE, 3);
  const one = coefficient(TABLE, 6);
  const width = v128.load(block, WIDTH);
  const hasWidth = f64x2.gt(width, smallest);
  const divisor = choose(hasWidth, width, smallest);
  const centre = f64x2.div(moneyness, divisor);
  const distance = f64x2.abs(centre);
  const halfWidth = f64x2.mul(width, half);
  const near = f64x2.pmin(largest, f64x2.abs(f64x2.sub(distance, halfWidth)));
  const far = f64x2.pmin(largest, f64x2.add(distance, halfWidth));
  const gap = f64x2.pmin(largest, f64x2.pmin(f64x2.add(distance, distance), width));
  const fall = fallBetween(near, far, gap);

  const strikeNow = v128.load(block, STRIKE_NOW);
  const nearNow = choose(isStrikeNear(centre), strikeNow, v128.load(block, UNDERLYING_NOW));
  const logarithm = f64x2.neg(f64x2.pmin(coefficient(TABLE, 4), exponent));
  const power = binaryExponent(logarithm);
  const fraction = reducedFraction(logarithm, power);
  const corrected = f64x2.mul(exponentialOf(fraction, power), f64x2.sub(one, exponentError));
  const bell = v128.and(corrected, f64x2.lt(exponent, coefficient(TABLE, 4)));
  const density = f64x2.mul(nearNow, f64x2.mul(bell, coefficient(TABLE, 1)));
  const between = f64x2.mul(nearNow, exponentialLessOne(fraction, power));
  const together = f64x2.sub(f64x2.mul(density, fallenTogether), between);
  const sameSide = f64x2.ge(distance, halfWidth);

  keep(block, CENTRE, mask, centre);
  keep(block, WIDTH, mask, divisor);
  keep(block, ROOT, mask, choose(hasWidth, v128.load(block, ROOT), one));
  if (!futures) keep(block, GAIN, mask, gainOf(strikeNow, moneyness, v128.load(block, GAIN)));
  keep(block, DENSITY, mask, v128.and(density, hasWidth));
  keep(block, OUTSIDE_PRICE, mask, choose(sameSide, f64x2.mul(density, fall), together));
  keep(block, NEAR, mask, f64x2.mul(density, ratioNear));
  keep(block, FAR, mask, f64x2.mul(density, ratioFar));
}
