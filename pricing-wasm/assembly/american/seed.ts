import { exponential } from '../exponential';
import { choose, coefficient } from '../lanes';
import { logarithmOfRatio } from '../logarithm';
import { GREATEST_DEPTH, NEAR_EXPIRY, RATE_TIME, WIDTH, YIELD_TIME, find, leave } from './scratch';

// The ends of the boundary, and the first guess between them.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  1e-150, 1e-150, // 0: keeps quotients normal
  600.0,  600.0,  // 1: the deepest logarithm
  1.0,    1.0,    // 2
  0.5,    0.5,    // 3
], 16);

/** ln B(0+) = ln min(1, rate / yield) (Kim, 1990). */
@inline
export function nearExpiryOf(rateTime: v128, yieldTime: v128): v128 {
  const rate = f64x2.pmax(rateTime, coefficient(TABLE, 0));
  return v128.and(logarithmOfRatio(rate, yieldTime), f64x2.lt(rate, yieldTime));
}

/** Leaves NEAR_EXPIRY and GREATEST_DEPTH; B(infinity) is the perpetual put's (Merton, 1973). */
@inline
export function findEnds(): void {
  const rateTime = find(RATE_TIME);
  const yieldTime = find(YIELD_TIME);
  const width = find(WIDTH);
  const smallest = coefficient(TABLE, 0);
  const one = coefficient(TABLE, 2);
  const nearExpiry = nearExpiryOf(rateTime, yieldTime);
  // The negative root of a^2 + 2 m a - 2 rate / width^2 = 0, without cancellation.
  const perVariance = f64x2.div(one, f64x2.mul(width, width));
  const m = f64x2.sub(f64x2.mul(f64x2.sub(rateTime, yieldTime), perVariance), coefficient(TABLE, 3));
  const constant = f64x2.mul(f64x2.add(rateTime, rateTime), perVariance);
  const sum = f64x2.add(f64x2.abs(m), f64x2.sqrt(f64x2.add(f64x2.mul(m, m), constant)));
  const larger = f64x2.pmax(sum, smallest);
  const root = choose(f64x2.gt(m, f64x2.splat(0)), larger, f64x2.div(constant, larger));
  const floored = f64x2.pmax(root, smallest);
  const depth = f64x2.add(nearExpiry, logarithmOfRatio(f64x2.add(floored, one), floored));
  leave(NEAR_EXPIRY, nearExpiry);
  leave(GREATEST_DEPTH, f64x2.pmin(f64x2.pmax(depth, f64x2.splat(0)), coefficient(TABLE, 1)));
}

/**
 * First guess of ln(B(0+) / B(t)) at the root of a collocation time: the flat boundary of Bjerksund and Stensland
 * (1993, 2002), carried over to the put, between the two ends.
 */
@inline
export function boundarySeed(root: v128): v128 {
  const zero = f64x2.splat(0);
  const one = coefficient(TABLE, 2);
  const width = find(WIDTH);
  const nearExpiry = find(NEAR_EXPIRY);
  const greatestDepth = find(GREATEST_DEPTH);
  const span = f64x2.sub(exponential(greatestDepth), one);
  const carry = f64x2.mul(f64x2.mul(f64x2.sub(find(RATE_TIME), find(YIELD_TIME)), root), root);
  const drift = f64x2.sub(carry, f64x2.mul(f64x2.add(width, width), root));
  const exponent = f64x2.mul(
    f64x2.div(drift, f64x2.pmax(span, coefficient(TABLE, 0))),
    exponential(f64x2.add(nearExpiry, nearExpiry)),
  );
  const flat = f64x2.pmin(f64x2.pmax(exponent, f64x2.neg(coefficient(TABLE, 1))), zero);
  const ratio = f64x2.add(one, f64x2.mul(span, f64x2.sub(one, exponential(flat))));
  const depth = logarithmOfRatio(f64x2.pmax(ratio, one), one);
  return f64x2.pmin(f64x2.pmax(depth, zero), greatestDepth);
}
