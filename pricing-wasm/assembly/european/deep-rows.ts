import { DIVIDEND_YIELD, RATE, STRIKE, UNDERLYING, VOLATILITY, YEARS } from '../arena';
import { error } from '../double-double';
import { coefficient } from '../lanes';
import { CENTRE, DENSITY, FAR, NEAR, OUTSIDE_PRICE, WIDTH } from './block';
import { findExponent, findPreciseMoneyness } from './precise-exponent';

// Rows deep in the tail: what is proportional to the density is multiplied by exp(near^2 / 2 as rounded - as it is),
// which is near 1. Such rows are few and scattered; two at a time share the work.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  0.5, 0.5, // 0
], 16);

/** The numbers at two addresses, one in each lane. */
@inline
function gather(first: usize, second: usize): v128 {
  return v128.load64_lane(second, v128.load64_zero(first), 1);
}

/** Corrects the rows at offsets `first` and `second`; only one if they are the same. */
export function correctDeepRows(
  numbers: usize,
  stride: usize,
  block: usize,
  first: usize,
  second: usize,
  futures: bool,
): void {
  const rowA = numbers + first;
  const rowB = numbers + second;
  const years = gather(rowA + YEARS * stride, rowB + YEARS * stride);
  const underlying = gather(rowA + UNDERLYING * stride, rowB + UNDERLYING * stride);
  const strike = gather(rowA + STRIKE * stride, rowB + STRIKE * stride);
  const rate = gather(rowA + RATE * stride, rowB + RATE * stride);
  const dividendYield = gather(rowA + DIVIDEND_YIELD * stride, rowB + DIVIDEND_YIELD * stride);
  findPreciseMoneyness(underlying, strike, years, rate, dividendYield, futures);
  const volatility = gather(rowA + VOLATILITY * stride, rowB + VOLATILITY * stride);
  const exponent = findExponent(volatility, years);
  const exponentError = error;

  const half = coefficient(TABLE, 0);
  const width = gather(block + first + WIDTH, block + second + WIDTH);
  const centre = gather(block + first + CENTRE, block + second + CENTRE);
  const near = f64x2.sub(f64x2.abs(centre), f64x2.mul(width, half));
  const rounded = f64x2.mul(f64x2.mul(near, near), half);
  const correction = f64x2.sub(f64x2.sub(rounded, exponent), exponentError);
  correctRow(block + first, f64x2.extract_lane(correction, 0));
  if (second != first) correctRow(block + second, f64x2.extract_lane(correction, 1));
}

@inline
function correctRow(row: usize, correction: f64): void {
  correct(row + DENSITY, correction);
  correct(row + OUTSIDE_PRICE, correction);
  correct(row + NEAR, correction);
  correct(row + FAR, correction);
}

@inline
function correct(address: usize, correction: f64): void {
  const value = load<f64>(address);
  store<f64>(address, value + value * correction);
}
