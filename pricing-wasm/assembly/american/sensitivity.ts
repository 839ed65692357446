import { choose, coefficient } from '../lanes';
import { findBoundary } from './boundary';
import { dividendYield, leaveRates, rate } from './mirrored-put';
import { findPremium } from './premium';
import { VALUE, WIDTH, find, leave } from './scratch';

// The premium's derivatives by volatility and rate are central differences of premiums solved anew. The premium is
// smooth to the last digits, so the steps are small: their error is below that of the premium itself.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  1.000244140625,     1.000244140625,     // 0: 1 + 2^-12
  0.999755859375,     0.999755859375,     // 1: 1 - 2^-12
  0.00048828125,      0.00048828125,      // 2: their difference
  0.0001220703125,    0.0001220703125,    // 3: 2^-13, the greatest step of a rate
  9.5367431640625e-7, 9.5367431640625e-7, // 4: 2^-20, the least
  0.03125,            0.03125,            // 5: as a part of the rate
], 16);

function premiumValue(): v128 {
  findBoundary();
  findPremium();
  return find(VALUE);
}

/** dp/dvolatility of the premium p in units of the strike; WIDTH is kept, the other results are overwritten. */
@inline
export function premiumVega(volatility: v128): v128 {
  const width = find(WIDTH);
  leave(WIDTH, f64x2.mul(width, coefficient(TABLE, 0)));
  const up = premiumValue();
  leave(WIDTH, f64x2.mul(width, coefficient(TABLE, 1)));
  const down = premiumValue();
  leave(WIDTH, width);
  return f64x2.div(f64x2.sub(up, down), f64x2.mul(volatility, coefficient(TABLE, 2)));
}

/**
 * dp/drate of the premium p in units of the strike; no step takes the put's rate below 0. The masks tell which of
 * the mirrored put's rates move when the rate does. Overwrites the unit put's rates and the results.
 */
@inline
export function premiumRho(rateMoves: v128, yieldMoves: v128): v128 {
  const zero = f64x2.splat(0);
  const most = f64x2.pmin(f64x2.mul(rate, coefficient(TABLE, 5)), coefficient(TABLE, 3));
  const step = f64x2.pmax(most, coefficient(TABLE, 4));
  const rateUp = choose(rateMoves, f64x2.add(rate, step), rate);
  const rateDown = choose(rateMoves, f64x2.pmax(f64x2.sub(rate, step), zero), rate);
  const yieldUp = choose(yieldMoves, f64x2.add(dividendYield, step), dividendYield);
  const yieldDown = choose(yieldMoves, f64x2.sub(dividendYield, step), dividendYield);
  leaveRates(rateUp, yieldUp);
  const up = premiumValue();
  leaveRates(rateDown, yieldDown);
  const down = premiumValue();
  const apart = choose(rateMoves, f64x2.sub(rateUp, rateDown), f64x2.sub(yieldUp, yieldDown));
  return f64x2.div(f64x2.sub(up, down), apart);
}
