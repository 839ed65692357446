import { DIVIDEND_YIELD, PRICE, RATE, STRIKE, UNDERLYING, YEARS } from '../arena';
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
import { CARRY, CODE, DISCOUNT, EXCESS, FORWARD, MONEYNESS } from './block';
import { statusOfInputs } from './status';

// What does not depend on the price: the moneyness, the forward, and by how much it exceeds the strike.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  708.0, 708.0, // 0: the farthest exponent
  0.25,  0.25,  // 1: up to here exp(carry) - 1 is the better difference
], 16);

/** The exponent, if the exponential can take it; a NaN is taken for the lower limit. */
@inline
export function clamped(exponent: v128): v128 {
  const limit = coefficient(TABLE, 0);
  return f64x2.pmin(f64x2.pmax(f64x2.neg(limit), exponent), limit);
}

/** Leaves CODE, CARRY and MONEYNESS, which still has its sign. */
@inline
export function readInputs(numbers: usize, stride: usize, rights: usize, block: usize, futures: bool): void {
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
export function findForward(numbers: usize, stride: usize, block: usize, futures: bool): void {
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
