import { DIVIDEND_YIELD, PAIR_BYTES, PRICE, RATE, STRIKE, UNDERLYING, YEARS, NUMBER_BYTES } from '../arena';
import { error, exactProduct, exactSum } from '../double-double';
import { findPreciseMoneyness, moneyness } from '../european/precise-exponent';
import { loadRights } from '../european/read-rows';
import { exponential } from '../exponential';
import { choose, coefficient } from '../lanes';
import { logarithmError, preciseLogarithmOfRatio } from '../logarithm';
import { CODE, DELICATE, GAIN, HIGH, MONEYNESS, TARGET, VALUE } from './block';
import { clamped, writeQuote } from './quotes';
import { statusOfInputs } from './status';

// Quotes so near their bounds that rounding would decide on which side they are, and those whose carry all but cancels
// the moneyness: present values as two doubles each, so that the price above or below a bound has its sign and most
// of its digits. With no rates, or none that matter, the bounds are exact.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  1.0,  1.0,  // 0
  -0.0, -0.0, // 1: the sign bit
], 16);

// A function returns one value; this is the other result of `preciseExponential`.
let low: v128 = i64x2.splat(0);

/** exp(x + xError) to about 1e-18 |x|: one Newton step on its logarithm. Sets `low` to what rounding lost. */
@inline
function preciseExponential(x: v128, xError: v128): v128 {
  const high = exponential(clamped(x));
  const logarithm = preciseLogarithmOfRatio(high, coefficient(TABLE, 0));
  const correction = f64x2.add(f64x2.sub(f64x2.sub(x, logarithm), logarithmError), xError);
  low = f64x2.mul(high, correction);
  return high;
}

/** Stores the value in the lanes that are delicate. */
@inline
function keepOthers(block: usize, offset: usize, before: v128): void {
  v128.store(block + offset, choose(v128.load(block, DELICATE), v128.load(block + offset), before));
}

/** Looks again, with more digits, at the delicate ones of `length` bytes of rows. */
@inline
export function lookAgainAtDelicateQuotes(
  numbers: usize,
  stride: usize,
  rights: usize,
  block: usize,
  length: usize,
  futures: bool,
): void {
  for (let at: usize = 0; at < length; at += PAIR_BYTES) {
    if (!v128.any_true(v128.load(block + at, DELICATE))) continue;
    lookAgain(numbers + at, stride, rights + at / NUMBER_BYTES, block + at, futures);
  }
}

/** Reads two rows anew and keeps those that are delicate. */
function lookAgain(numbers: usize, stride: usize, rights: usize, block: usize, futures: bool): void {
  const moneynessBefore = v128.load(block, MONEYNESS);
  const valueBefore = v128.load(block, VALUE);
  const targetBefore = v128.load(block, TARGET);
  const highBefore = v128.load(block, HIGH);
  const gainBefore = v128.load(block, GAIN);
  const codeBefore = v128.load(block, CODE);
  readPrecisely(numbers, stride, loadRights(rights), block, futures);
  keepOthers(block, MONEYNESS, moneynessBefore);
  keepOthers(block, VALUE, valueBefore);
  keepOthers(block, TARGET, targetBefore);
  keepOthers(block, HIGH, highBefore);
  keepOthers(block, GAIN, gainBefore);
  keepOthers(block, CODE, codeBefore);
}

@inline
function readPrecisely(numbers: usize, stride: usize, right: v128, block: usize, futures: bool): void {
  const underlying = v128.load(numbers + UNDERLYING * stride);
  const strike = v128.load(numbers + STRIKE * stride);
  const years = v128.load(numbers + YEARS * stride);
  const rate = v128.load(numbers + RATE * stride);
  const dividendYield = futures ? rate : v128.load(numbers + DIVIDEND_YIELD * stride);
  const price = v128.load(numbers + PRICE * stride);
  findPreciseMoneyness(underlying, strike, years, rate, dividendYield, futures);

  let carry = f64x2.splat(0);
  let forward = underlying;
  let forwardLow = carry;
  if (!futures) {
    const growth = exactSum(rate, f64x2.neg(dividendYield));
    const growthError = error;
    carry = exactProduct(growth, years);
    const power = preciseExponential(carry, f64x2.add(error, f64x2.mul(growthError, years)));
    forward = exactProduct(underlying, power);
    forwardLow = f64x2.add(error, f64x2.mul(underlying, low));
  }
  const exponent = exactProduct(f64x2.neg(rate), years);
  const discount = preciseExponential(exponent, error);
  const discountLow = low;

  const difference = exactSum(forward, f64x2.neg(strike));
  const excess = exactSum(difference, f64x2.add(error, forwardLow));
  const excessLow = error;
  const gain = exactProduct(excess, discount);
  const gainLow = f64x2.add(
    error,
    f64x2.add(f64x2.mul(excess, discountLow), f64x2.mul(excessLow, discount)),
  );
  const underlyingNow = exactProduct(forward, discount);
  const underlyingNowLow = f64x2.add(
    error,
    f64x2.add(f64x2.mul(forward, discountLow), f64x2.mul(forwardLow, discount)),
  );
  const strikeNow = exactProduct(strike, discount);
  const strikeNowLow = f64x2.add(error, f64x2.mul(strike, discountLow));

  const sign = i64x2.shl(right, 63);
  const intrinsic = v128.xor(gain, sign);
  const whole = exactSum(price, f64x2.neg(intrinsic));
  const rest = f64x2.sub(error, v128.xor(gainLow, sign));
  const above = choose(f64x2.gt(intrinsic, f64x2.splat(0)), f64x2.add(whole, rest), price);
  const isCall = i64x2.eq(right, i64x2.splat(0));
  const room = exactSum(choose(isCall, underlyingNow, strikeNow), f64x2.neg(price));
  const below = f64x2.add(room, f64x2.add(error, choose(isCall, underlyingNowLow, strikeNowLow)));
  const nearNow = choose(f64x2.ge(gain, f64x2.splat(0)), strikeNow, underlyingNow);
  v128.store(block, statusOfInputs(right, underlying, strike, years, rate, dividendYield, carry, price), CODE);
  writeQuote(block, moneyness, gain, nearNow, above, below, years, price);
}
