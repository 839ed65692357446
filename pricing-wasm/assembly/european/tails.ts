import { PAIR_BYTES } from '../arena';
import { exponential } from '../exponential';
import { choose, coefficient } from '../lanes';
import {
  CARRY,
  CENTRE,
  DELICATE,
  DENSITY,
  FAR,
  GAP,
  NEAR,
  OUTSIDE_PRICE,
  STRIKE_NOW,
  UNDERLYING_NOW,
  WIDTH,
} from './block';
import { isDelicate } from './delicate';
import { findRatios } from './tail-ratios';

// Fourth to sixth stage: the normal tails, and the price of the option out of the money.
//
// With U and K the present values and R the Mills ratio, U phi(d1) = K phi(d2) = density, so that
//   U N(-|d1|) = density R(|d1|),   K N(-|d2|) = density R(|d2|)
// and one exponential serves both tails. It is taken at the near one, which the present value on the in-the-money
// side of the forward belongs to. The price is
//   density (R(near) - R(far))              d1 and d2 on one side of 0
//   nearNow - density (R(near) + R(far))    on both sides

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  0.5,                    0.5,                    // 0
  -0.5,                   -0.5,                   // 1
  -708.0,                 -708.0,                 // 2: below it exp is no normal double; flushed to 0
  0.39894228040143267794, 0.39894228040143267794, // 3: 1 / sqrt(2 pi)
], 16);

/** Mask: the strike's d2 is the near one. */
@inline
export function isStrikeNear(centre: v128): v128 {
  return f64x2.ge(centre, f64x2.splat(0));
}

/** exp(-near^2 / 2) from its logarithm. */
@inline
function bellOf(logarithm: v128): v128 {
  const floor = coefficient(TABLE, 2);
  return v128.and(exponential(f64x2.pmax(floor, logarithm)), f64x2.gt(logarithm, floor));
}

/** Leaves the points NEAR, FAR, their GAP and DENSITY at the near one, of `length` bytes of rows. */
@inline
export function findPoints(block: usize, length: usize): void {
  for (let at: usize = 0; at < length; at += 2 * PAIR_BYTES) {
    const logarithmA = writePoints(block + at);
    const logarithmB = writePoints(block + at + PAIR_BYTES);
    const bellA = bellOf(logarithmA);
    const bellB = bellOf(logarithmB);
    v128.store(block + at, f64x2.mul(bellA, coefficient(TABLE, 3)), DENSITY);
    v128.store(block + at + PAIR_BYTES, f64x2.mul(bellB, coefficient(TABLE, 3)), DENSITY);
  }
}

/** Writes NEAR, FAR and GAP of two rows; the logarithm of the bell at the near point. */
@inline
function writePoints(block: usize): v128 {
  const width = v128.load(block, WIDTH);
  const distance = f64x2.abs(v128.load(block, CENTRE));
  const halfWidth = f64x2.mul(width, coefficient(TABLE, 0));
  const near = f64x2.abs(f64x2.sub(distance, halfWidth));
  v128.store(block, near, NEAR);
  v128.store(block, f64x2.add(distance, halfWidth), FAR);
  v128.store(block, f64x2.pmin(f64x2.add(distance, distance), width), GAP);
  return f64x2.mul(f64x2.mul(near, near), coefficient(TABLE, 1));
}

/**
 * Leaves OUTSIDE_PRICE, the tails in NEAR and FAR, DENSITY and DELICATE of `length` bytes of rows; true if any is
 * delicate.
 */
@inline
export function findTails(block: usize, length: usize, futures: bool): bool {
  let any = i64x2.splat(0);
  for (let at: usize = 0; at < length; at += 2 * PAIR_BYTES) findRatios(block + at);
  for (let at: usize = 0; at < length; at += PAIR_BYTES) {
    const row = block + at;
    const centre = v128.load(row, CENTRE);
    const width = v128.load(row, WIDTH);
    const distance = f64x2.abs(centre);
    const halfWidth = f64x2.mul(width, coefficient(TABLE, 0));
    const sameSide = f64x2.ge(distance, halfWidth);
    const nearNow = choose(isStrikeNear(centre), v128.load(row, STRIKE_NOW), v128.load(row, UNDERLYING_NOW));
    const density = f64x2.mul(nearNow, v128.load(row, DENSITY));
    const nearTail = f64x2.mul(density, v128.load(row, NEAR));
    const farTail = f64x2.mul(density, v128.load(row, FAR));
    const apart = f64x2.mul(density, v128.load(row, GAP));
    const between = f64x2.sub(f64x2.sub(nearNow, nearTail), farTail);
    v128.store(row, choose(sameSide, apart, between), OUTSIDE_PRICE);
    v128.store(row, density, DENSITY);
    v128.store(row, nearTail, NEAR);
    v128.store(row, farTail, FAR);
    const near = f64x2.sub(distance, halfWidth);
    const delicate = isDelicate(near, width, futures ? near : v128.load(row, CARRY), futures);
    v128.store(row, delicate, DELICATE);
    any = v128.or(any, delicate);
  }
  return v128.any_true(any);
}
