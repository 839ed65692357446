import {
  DIVIDEND_YIELD,
  NUMBER_BYTES,
  QUANTITY,
  RATE,
  STRIKE,
  UNDERLYING,
  VOLATILITY,
  YEARS,
} from '../arena';
import { exponential } from '../exponential';
import { coefficient } from '../lanes';
import { logarithmOfRatio } from '../logarithm';
import { loadRights } from '../european/read-rows';
import {
  AMOUNT,
  HALF_WIDTH,
  MONEYNESS,
  PER_WIDTH,
  SIGN,
  STRIKE_NOW,
  UNDERLYING_NOW,
  WIDTH,
} from './layout';

// What is found once: for two legs on a day, and for their width at a volatility.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  0.5,                      0.5,                      // 0
  37.0,                     37.0,                     // 1: farther than any density is felt
  9.33263618503218879e-302, 9.33263618503218879e-302, // 2: 2^-1000, so that no division is by 0
  1.0,                      1.0,                      // 3
], 16);

/** Leaves what two legs need, `forward` years from now, at `legs`. */
export function readLegs(row: usize, stride: usize, rights: usize, forward: f64, legs: usize): void {
  const underlying = v128.load(row + UNDERLYING * stride);
  const strike = v128.load(row + STRIKE * stride);
  const rate = v128.load(row + RATE * stride);
  const dividendYield = v128.load(row + DIVIDEND_YIELD * stride);
  const years = f64x2.pmax(f64x2.splat(0), f64x2.sub(v128.load(row + YEARS * stride), f64x2.splat(forward)));
  const carry = f64x2.mul(f64x2.sub(rate, dividendYield), years);
  const backwards = f64x2.neg(years);
  const width = f64x2.mul(v128.load(row + VOLATILITY * stride), f64x2.sqrt(years));
  v128.store(legs, f64x2.add(logarithmOfRatio(underlying, strike), carry), MONEYNESS);
  v128.store(legs, f64x2.mul(underlying, exponential(f64x2.mul(dividendYield, backwards))), UNDERLYING_NOW);
  v128.store(legs, f64x2.mul(strike, exponential(f64x2.mul(rate, backwards))), STRIKE_NOW);
  v128.store(legs, width, WIDTH);
  v128.store(legs, i64x2.shl(loadRights(rights), 63), SIGN);
  v128.store(legs, v128.load(row + QUANTITY * stride), AMOUNT);
}

/**
 * Leaves the width of two legs at a multiple of their volatility. No width at all makes the points of every spot but
 * the strike's lie at the farthest, and near and far the same: the price is the intrinsic value.
 */
@inline
export function widen(legs: usize, multiplier: v128): void {
  const width = f64x2.mul(v128.load(legs, WIDTH), multiplier);
  const half = f64x2.pmin(coefficient(TABLE, 1), f64x2.mul(width, coefficient(TABLE, 0)));
  v128.store(legs, f64x2.div(coefficient(TABLE, 3), f64x2.pmax(coefficient(TABLE, 2), width)), PER_WIDTH);
  v128.store(legs, half, HALF_WIDTH);
}
