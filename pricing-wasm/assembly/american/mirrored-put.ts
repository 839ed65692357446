import {
  DIVIDEND_YIELD,
  RATE,
  STRIKE,
  UNDERLYING,
  VOLATILITY,
  YEARS,
} from '../arena';
import { choose, coefficient } from '../lanes';
import { logarithmOfRatio } from '../logarithm';
import { MONEYNESS, RATE_TIME, RATIO, WIDTH, YIELD_TIME, leave } from './scratch';

// The put that an option's early exercise is worth as much as: a call on S struck at K with rate r and yield q is
// worth a put on K struck at S with rate q and yield r (McDonald and Schroder, 1998).

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  100.0, 100.0, // 0: the greatest width: beyond it nothing changes any more
], 16);

export let underlying: v128 = i64x2.splat(0);
export let strike: v128 = i64x2.splat(0);
export let years: v128 = i64x2.splat(0);
export let rate: v128 = i64x2.splat(0);
export let dividendYield: v128 = i64x2.splat(0);

/** Reads the rows at `numbers`; `call` is a mask. Sets the mirrored put and leaves the unit put. */
@inline
export function findMirroredPut(numbers: usize, stride: usize, call: v128): void {
  const itsUnderlying = v128.load(numbers + UNDERLYING * stride);
  const itsStrike = v128.load(numbers + STRIKE * stride);
  const itsRate = v128.load(numbers + RATE * stride);
  const itsYield = v128.load(numbers + DIVIDEND_YIELD * stride);
  years = v128.load(numbers + YEARS * stride);
  underlying = choose(call, itsStrike, itsUnderlying);
  strike = choose(call, itsUnderlying, itsStrike);
  rate = choose(call, itsYield, itsRate);
  dividendYield = choose(call, itsRate, itsYield);
  const width = f64x2.mul(v128.load(numbers + VOLATILITY * stride), f64x2.sqrt(years));
  leave(RATIO, f64x2.div(underlying, strike));
  leave(MONEYNESS, logarithmOfRatio(underlying, strike));
  leave(WIDTH, f64x2.pmin(width, coefficient(TABLE, 0)));
  leaveRates(rate, dividendYield);
}

/** Leaves the unit put's rates. */
@inline
export function leaveRates(movedRate: v128, movedYield: v128): void {
  leave(RATE_TIME, f64x2.mul(movedRate, years));
  leave(YIELD_TIME, f64x2.mul(movedYield, years));
}

/** Mask of the puts exercised early below one boundary: holding the strike earns more than the underlying yields. */
@inline
export function exercisedBelow(): v128 {
  const zero = f64x2.splat(0);
  const unrewarded = v128.and(f64x2.eq(rate, zero), f64x2.lt(dividendYield, zero));
  return v128.or(f64x2.gt(rate, zero), unrewarded);
}

/** Mask of the puts exercised between two boundaries (Battauz, De Donno and Sbuelz, 2015), not priced here. */
@inline
export function exercisedBetween(): v128 {
  return v128.andnot(f64x2.lt(dividendYield, rate), exercisedBelow());
}
