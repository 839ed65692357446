import { DIVIDEND_YIELD, PAIR_BYTES, RATE, STRIKE, UNDERLYING, YEARS } from '../arena';
import { exponential, exponentialNearZero, isNearZero } from '../exponential';
import { DISCOUNT, FARTHEST_DISCOUNT, GAIN, STEEPEST_YIELD, STRIKE_NOW, UNDERLYING_NOW } from './block';

// Third stage: what the underlying and the strike, delivered at expiry, are worth now. Where every discount of the
// block is near 1, as almost always, the exponentials need no range reduction, and where nothing is yielded there is
// one less: the bits are the same.

/** Leaves DISCOUNT, UNDERLYING_NOW, STRIKE_NOW and GAIN of `length` bytes of rows. */
@inline
export function findPresentValues(numbers: usize, stride: usize, block: usize, length: usize, futures: bool): void {
  if (!isNearZero(v128.load(block, FARTHEST_DISCOUNT))) {
    discountRows(numbers, stride, block, length, futures, true, false);
  } else if (futures || v128.any_true(v128.load(block, STEEPEST_YIELD))) {
    discountRows(numbers, stride, block, length, futures, true, true);
  } else discountRows(numbers, stride, block, length, futures, false, true);
}

@inline
function discountRows(
  numbers: usize,
  stride: usize,
  block: usize,
  length: usize,
  futures: bool,
  yields: bool,
  nearZero: bool,
): void {
  for (let at: usize = 0; at < length; at += 2 * PAIR_BYTES) {
    const row = numbers + at;
    const discountA = discountOf(row, stride, RATE, nearZero);
    const discountB = discountOf(row + PAIR_BYTES, stride, RATE, nearZero);
    let yieldA = discountA;
    let yieldB = discountB;
    if (yields && !futures) {
      yieldA = discountOf(row, stride, DIVIDEND_YIELD, nearZero);
      yieldB = discountOf(row + PAIR_BYTES, stride, DIVIDEND_YIELD, nearZero);
    }
    writePresentValues(row, stride, block + at, discountA, yieldA, futures, yields);
    writePresentValues(row + PAIR_BYTES, stride, block + at + PAIR_BYTES, discountB, yieldB, futures, yields);
  }
}

/** exp(-rate years) for the rate in the given column. */
@inline
function discountOf(row: usize, stride: usize, column: usize, nearZero: bool): v128 {
  const power = f64x2.mul(v128.load(row + column * stride), f64x2.neg(v128.load(row + YEARS * stride)));
  return nearZero ? exponentialNearZero(power) : exponential(power);
}

@inline
function writePresentValues(
  row: usize,
  stride: usize,
  block: usize,
  discount: v128,
  yieldDiscount: v128,
  futures: bool,
  yields: bool,
): void {
  const underlying = v128.load(row + UNDERLYING * stride);
  const strike = v128.load(row + STRIKE * stride);
  const underlyingNow = yields ? f64x2.mul(underlying, yieldDiscount) : underlying;
  const strikeNow = f64x2.mul(strike, discount);
  const gain = futures
    ? f64x2.mul(discount, f64x2.sub(underlying, strike))
    : f64x2.sub(underlyingNow, strikeNow);
  v128.store(block, discount, DISCOUNT);
  v128.store(block, underlyingNow, UNDERLYING_NOW);
  v128.store(block, strikeNow, STRIKE_NOW);
  v128.store(block, gain, GAIN);
}
