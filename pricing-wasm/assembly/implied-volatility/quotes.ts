import { DIVIDEND_YIELD, NUMBER_BYTES, PAIR_BYTES, PRICE, RATE, STRIKE, UNDERLYING, YEARS } from '../arena';
import { loadRights } from '../european/read-rows';
import {
  binaryExponent,
  exponential,
  exponentialLessOne,
  exponentialOf,
  reducedFraction,
} from '../exponential';
import { choose, coefficient } from '../lanes';
import { logarithmOfRatio } from '../logarithm';
import {
  CARRY,
  CODE,
  DELICATE,
  DISCOUNT,
  EXCESS,
  FORWARD,
  GAIN,
  HIGH,
  MONEYNESS,
  TARGET,
  VALUE,
} from './block';
import { statusOfInputs, statusOfQuote } from './status';

// First stage: what the price says of the option out of the money on the same strike (put-call parity).

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  708.0,                   708.0,                   // 0: the farthest exponent
  0.25,                    0.25,                    // 1: up to here exp(carry) - 1 is the better difference
  -0.0,                    -0.0,                    // 2: the sign bit
  0.6,                     0.6,                     // 3: a smaller room is solved for instead of the value
  9.313225746154785e-10,   9.313225746154785e-10,   // 4: 2^-30, of the price: a smaller difference is delicate
  8.0,                     8.0,                     // 5: a carry of so many times its sum with the moneyness is, too
  1e100,                   1e100,                   // 6: greater gains need not be told apart
], 16);

/** The exponent, if the exponential can take it; a NaN is taken for the lower limit. */
@inline
export function clamped(exponent: v128): v128 {
  const limit = coefficient(TABLE, 0);
  return f64x2.pmin(f64x2.pmax(f64x2.neg(limit), exponent), limit);
}

/** Leaves what there is to solve of `length` bytes of rows, and their status so far; true if any is delicate. */
@inline
export function readQuotes(
  numbers: usize,
  stride: usize,
  rights: usize,
  block: usize,
  length: usize,
  futures: bool,
): bool {
  let any = i64x2.splat(0);
  for (let at: usize = 0; at < length; at += PAIR_BYTES) {
    readInputs(numbers + at, stride, rights + at / NUMBER_BYTES, block + at, futures);
  }
  for (let at: usize = 0; at < length; at += PAIR_BYTES) {
    findForward(numbers + at, stride, block + at, futures);
  }
  for (let at: usize = 0; at < length; at += PAIR_BYTES) {
    any = v128.or(any, judgePrice(numbers + at, stride, rights + at / NUMBER_BYTES, block + at, futures));
  }
  return v128.any_true(any);
}

/** Leaves CODE, CARRY and MONEYNESS, which still has its sign. */
@inline
function readInputs(numbers: usize, stride: usize, rights: usize, block: usize, futures: bool): void {
  const underlying = v128.load(numbers + UNDERLYING * stride);
  const strike = v128.load(numbers + STRIKE * stride);
  const years = v128.load(numbers + YEARS * stride);
  const rate = v128.load(numbers + RATE * stride);
  const dividendYield = futures ? rate : v128.load(numbers + DIVIDEND_YIELD * stride);
  const price = v128.load(numbers + PRICE * stride);
  const carry = futures ? f64x2.splat(0) : f64x2.mul(f64x2.sub(rate, dividendYield), years);
  const right = loadRights(rights);
  const code = statusOfInputs(right, underlying, strike, years, rate, dividendYield, carry, price);
  const logarithm = logarithmOfRatio(underlying, strike);
  v128.store(block, code, CODE);
  if (!futures) v128.store(block, carry, CARRY);
  v128.store(block, futures ? logarithm : f64x2.add(logarithm, carry), MONEYNESS);
}

/** Leaves DISCOUNT, FORWARD and EXCESS. */
@inline
function findForward(numbers: usize, stride: usize, block: usize, futures: bool): void {
  const underlying = v128.load(numbers + UNDERLYING * stride);
  const strike = v128.load(numbers + STRIKE * stride);
  const rate = v128.load(numbers + RATE * stride);
  const years = v128.load(numbers + YEARS * stride);
  v128.store(block, exponential(clamped(f64x2.mul(f64x2.neg(rate), years))), DISCOUNT);
  const difference = f64x2.sub(underlying, strike);
  if (futures) {
    v128.store(block, underlying, FORWARD);
    v128.store(block, difference, EXCESS);
    return;
  }
  const carry = v128.load(block, CARRY);
  const exponent = clamped(carry);
  const power = binaryExponent(exponent);
  const fraction = reducedFraction(exponent, power);
  const forward = f64x2.mul(underlying, exponentialOf(fraction, power));
  const small = f64x2.le(f64x2.abs(carry), coefficient(TABLE, 1));
  const grown = f64x2.mul(underlying, exponentialLessOne(fraction, power));
  v128.store(block, forward, FORWARD);
  v128.store(block, choose(small, f64x2.add(difference, grown), f64x2.sub(forward, strike)), EXCESS);
}

/** Reads the price; the mask of delicate rows. */
@inline
function judgePrice(numbers: usize, stride: usize, rights: usize, block: usize, futures: bool): v128 {
  const zero = f64x2.splat(0);
  const right = loadRights(rights);
  const price = v128.load(numbers + PRICE * stride);
  const discount = v128.load(block, DISCOUNT);
  const moneyness = v128.load(block, MONEYNESS);
  const gain = f64x2.mul(discount, v128.load(block, EXCESS));
  const intrinsic = v128.xor(gain, i64x2.shl(right, 63));
  const above = choose(f64x2.gt(intrinsic, zero), f64x2.sub(price, intrinsic), price);
  const underlyingNow = f64x2.mul(discount, v128.load(block, FORWARD));
  const strikeNow = f64x2.mul(discount, v128.load(numbers + STRIKE * stride));
  const bound = choose(i64x2.eq(right, i64x2.splat(0)), underlyingNow, strikeNow);
  const below = f64x2.sub(bound, price);
  const nearNow = choose(f64x2.ge(gain, zero), strikeNow, underlyingNow);
  const years = v128.load(numbers + YEARS * stride);
  const value = writeQuote(block, moneyness, gain, nearNow, above, below, years, price);

  const near = f64x2.mul(price, coefficient(TABLE, 4));
  const tied = v128.or(f64x2.le(f64x2.abs(above), near), f64x2.le(f64x2.abs(below), near));
  let delicate = v128.and(tied, f64x2.gt(price, zero));
  if (!futures) {
    const carry = f64x2.abs(v128.load(block, CARRY));
    const cancelled = f64x2.lt(f64x2.mul(f64x2.abs(moneyness), coefficient(TABLE, 5)), carry);
    const felt = f64x2.lt(f64x2.mul(value, coefficient(TABLE, 5)), carry);
    delicate = v128.or(delicate, v128.and(cancelled, felt));
  }
  v128.store(block, delicate, DELICATE);
  return delicate;
}

/** Writes what there is to solve and the status, of which the inputs' part has been written; the value. */
@inline
export function writeQuote(
  block: usize,
  moneyness: v128,
  gain: v128,
  nearNow: v128,
  above: v128,
  below: v128,
  years: v128,
  price: v128,
): v128 {
  const value = f64x2.div(above, nearNow);
  const room = f64x2.div(below, nearNow);
  const high = f64x2.lt(room, coefficient(TABLE, 3));
  v128.store(block, f64x2.abs(moneyness), MONEYNESS);
  v128.store(block, value, VALUE);
  v128.store(block, choose(high, room, value), TARGET);
  v128.store(block, high, HIGH);
  v128.store(block, f64x2.pmin(f64x2.div(f64x2.abs(gain), nearNow), coefficient(TABLE, 6)), GAIN);
  v128.store(block, statusOfQuote(v128.load(block, CODE), years, price, above, below, value), CODE);
  return value;
}
