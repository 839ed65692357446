import { PRICE } from '../arena';
import { coefficient } from '../lanes';
import { findBoundary } from './boundary';
import { findDriftExercise } from './drift-exercise';
import { strike, underlying } from './mirrored-put';
import { findPremium } from './premium';
import { storeWhere } from './row';
import { DISTANCE, DRIFT_VALUE, VALUE, WIDTH, find } from './scratch';

// The price, and which of four ways to treat the option it comes from.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  1e-6, 1e-6, // 0: at or below this width the underlying counts as only drifting
], 16);

// Masks of the pair; where none holds, the option is worth its European value.
/** Exercised now. */
export let now: v128 = i64x2.splat(0);
/** Exercised at the best time for a drifting underlying. */
export let onTheWay: v128 = i64x2.splat(0);
/** Held above a boundary. */
export let held: v128 = i64x2.splat(0);

/** Mask of the lanes where x is neither NaN nor infinite. */
@inline
export function isFinite(x: v128): v128 {
  return f64x2.eq(f64x2.sub(x, x), f64x2.splat(0));
}

/**
 * Adds the premium to PRICE in the lanes of `below`, sets the masks and returns where the price is finite. No error
 * of the premium takes the price below what exercise now, on the way or at expiry is worth, nor above the put's
 * strike.
 */
@inline
export function findPrices(numbers: usize, stride: usize, below: v128): v128 {
  const address = numbers + PRICE * stride;
  const european = v128.load(address);
  findBoundary();
  const wide = f64x2.gt(find(WIDTH), coefficient(TABLE, 0));
  const alive = v128.and(wide, f64x2.gt(find(DISTANCE), f64x2.splat(0)));
  if (v128.any_true(v128.and(alive, below))) findPremium();
  findDriftExercise();
  const premium = f64x2.mul(strike, v128.and(find(VALUE), alive));
  const base = f64x2.pmax(f64x2.add(european, premium), european);
  const drifted = f64x2.mul(strike, find(DRIFT_VALUE));
  const intrinsic = f64x2.sub(strike, underlying);
  const price = f64x2.pmin(f64x2.pmax(f64x2.pmax(base, drifted), intrinsic), strike);
  now = v128.and(f64x2.gt(intrinsic, f64x2.splat(0)), f64x2.le(price, intrinsic));
  onTheWay = v128.andnot(f64x2.lt(base, drifted), now);
  held = v128.andnot(v128.andnot(alive, now), onTheWay);
  storeWhere(below, address, price);
  return isFinite(price);
}
