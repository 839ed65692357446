import {
  DIVIDEND_YIELD,
  NUMBER_BYTES,
  PAIR_BYTES,
  PRICE,
  RATE,
  STRIKE,
  UNDERLYING,
  VOLATILITY,
  YEARS,
} from '../arena';
import { coefficient } from '../lanes';
import { FARTHEST_DISCOUNT, HIGHEST_PRICE, LOWEST_PRICE, LOWEST_TIME, SUM } from './block';
import { loadRights } from './read-rows';

// The status of a row, as in core/pricing: 0 priced, 1 an input is NaN or infinite, 2 outside the domain. The
// extremes of a block say whether any row could be refused; only then are its rows looked at one by one.

// prettier-ignore
const BITS: usize = memory.data<u64>([
  1, 1,                                         // 0: nonFinite; also the larger right code
  2, 2,                                         // 1: outOfDomain
  0x7FF8_0000_0000_0000, 0x7FF8_0000_0000_0000, // 2: the one NaN ever written
], 16);

// prettier-ignore
const LIMITS: usize = memory.data<f64>([
  1e-150, 1e-150, // 0: the smallest price; its square is still a normal double
  1e150, 1e150,   // 1: the largest
  700.0, 700.0,   // 2: the largest |rate * years|: its exponential is a normal double
], 16);

/** Mask of the lanes where x is neither NaN nor infinite. */
@inline
function isFinite(x: v128): v128 {
  return f64x2.eq(f64x2.sub(x, x), f64x2.splat(0));
}

/** Mask: prices in [1e-150, 1e150], time at or above zero, discounts no farther than exp(+-700). */
@inline
function insideDomain(lowestPrice: v128, highestPrice: v128, lowestTime: v128, discount: v128): v128 {
  const prices = v128.and(
    f64x2.ge(lowestPrice, coefficient(LIMITS, 0)),
    f64x2.le(highestPrice, coefficient(LIMITS, 1)),
  );
  const times = v128.and(f64x2.ge(lowestTime, f64x2.splat(0)), f64x2.le(discount, coefficient(LIMITS, 2)));
  return v128.and(prices, times);
}

/** True if every right of a block is 0 or 1; reads up to seven codes beyond the last row. */
@inline
function areRights(rights: usize, rows: usize): bool {
  let all: u64 = 0;
  for (let row: usize = 0; row < rows; row += 8) all |= load<u64>(rights + row);
  return (all & 0xFEFE_FEFE_FEFE_FEFE) == 0;
}

/** True if every row of the block has been priced. */
@inline
function allPriced(rights: usize, block: usize, rows: usize): bool {
  const inside = insideDomain(
    v128.load(block, LOWEST_PRICE),
    v128.load(block, HIGHEST_PRICE),
    v128.load(block, LOWEST_TIME),
    v128.load(block, FARTHEST_DISCOUNT),
  );
  const priced = v128.and(inside, isFinite(v128.load(block, SUM)));
  return i64x2.all_true(priced) && areRights(rights, rows);
}

/** Statuses of the rows [0, length bytes), and NaN over the `values` value columns of those not priced. */
function judgeRows(
  numbers: usize,
  stride: usize,
  rights: usize,
  statuses: usize,
  length: usize,
  values: usize,
  futures: bool,
): void {
  for (let at: usize = 0; at < length; at += PAIR_BYTES) {
    const row = numbers + at;
    const underlying = v128.load(row + UNDERLYING * stride);
    const strike = v128.load(row + STRIKE * stride);
    const years = v128.load(row + YEARS * stride);
    const rate = v128.load(row + RATE * stride);
    const dividendYield = futures ? rate : v128.load(row + DIVIDEND_YIELD * stride);
    const volatility = v128.load(row + VOLATILITY * stride);
    const right = loadRights(rights + at / NUMBER_BYTES);
    let finite = v128.and(isFinite(underlying), isFinite(strike));
    finite = v128.and(v128.and(finite, isFinite(years)), v128.and(isFinite(rate), isFinite(dividendYield)));
    finite = v128.and(finite, isFinite(volatility));
    let priced = v128.and(
      finite,
      insideDomain(
        f64x2.pmin(underlying, strike),
        f64x2.pmax(underlying, strike),
        f64x2.pmin(years, volatility),
        f64x2.mul(f64x2.pmax(f64x2.abs(rate), f64x2.abs(dividendYield)), years),
      ),
    );
    priced = v128.and(priced, i64x2.eq(v128.andnot(right, coefficient(BITS, 0)), i64x2.splat(0)));
    for (let value: usize = 0; value < values; value++) {
      priced = v128.and(priced, isFinite(v128.load(row + (PRICE + value) * stride)));
    }
    for (let value: usize = 0; value < values; value++) {
      const address = row + (PRICE + value) * stride;
      v128.store(address, v128.bitselect(v128.load(address), coefficient(BITS, 2), priced));
    }
    const refused = v128.bitselect(coefficient(BITS, 1), coefficient(BITS, 0), finite);
    const codes = v128.andnot(refused, priced);
    v128.store8_lane(statuses + at / NUMBER_BYTES, codes, 0);
    v128.store8_lane(statuses + at / NUMBER_BYTES + 1, codes, 8);
  }
}

/** Zeroes for `rows` rows, a multiple of 4; for so few, `memory.fill` would leave the code and come back. */
@inline
function clear(statuses: usize, rows: usize): void {
  for (let row: usize = 0; row < rows; row += 4) store<u32>(statuses + row, 0);
}

/** Last stage: the statuses of `rows` rows, whose first `values` value columns have been written. */
@inline
export function writeStatuses(
  numbers: usize,
  stride: usize,
  rights: usize,
  statuses: usize,
  block: usize,
  rows: usize,
  values: usize,
  futures: bool,
): void {
  if (allPriced(rights, block, rows)) clear(statuses, rows);
  else judgeRows(numbers, stride, rights, statuses, rows * 8, values, futures);
}
