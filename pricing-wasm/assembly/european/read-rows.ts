import {
  DIVIDEND_YIELD,
  NUMBER_BYTES,
  PAIR_BYTES,
  RATE,
  STRIKE,
  UNDERLYING,
  VOLATILITY,
  YEARS,
} from '../arena';
import {
  CARRY,
  FARTHEST_DISCOUNT,
  HIGHEST_PRICE,
  LOWEST_PRICE,
  LOWEST_TIME,
  ROOT,
  SIGN,
  STEEPEST_YIELD,
  SUM,
  WIDTH,
} from './block';

// First stage, in which every input is read: what needs no long calculation, and the extremes, which tell whether any
// row of the block could be refused.

/** Two right codes, 0 call and 1 put, one in each 64-bit lane. */
@inline
export function loadRights(codes: usize): v128 {
  const first = i64x2.splat(<i64>load<u8>(codes));
  return i64x2.replace_lane(first, 1, <i64>load<u8>(codes + 1));
}

/**
 * Leaves SIGN, ROOT, WIDTH and CARRY of `length` bytes of rows, and the extremes. Futures options (`futures`) carry
 * nothing, and their dividend yield is not read.
 */
@inline
export function readRows(
  numbers: usize,
  stride: usize,
  rights: usize,
  block: usize,
  length: usize,
  futures: bool,
): void {
  const underlyings = numbers + UNDERLYING * stride;
  const strikes = numbers + STRIKE * stride;
  const times = numbers + YEARS * stride;
  const rates = numbers + RATE * stride;
  const yields = numbers + DIVIDEND_YIELD * stride;
  const volatilities = numbers + VOLATILITY * stride;
  let sum = f64x2.splat(0);
  let lowestTime = sum;
  let farthest = sum;
  let steepestYield = sum;
  let lowest = f64x2.splat(1);
  let highest = lowest;
  for (let at: usize = 0; at < length; at += PAIR_BYTES) {
    const underlying = v128.load(underlyings + at);
    const strike = v128.load(strikes + at);
    const years = v128.load(times + at);
    const volatility = v128.load(volatilities + at);
    const rate = v128.load(rates + at);
    const dividendYield = futures ? rate : v128.load(yields + at);
    const yieldSize = f64x2.abs(dividendYield);
    const steepest = f64x2.pmax(f64x2.abs(rate), yieldSize);
    steepestYield = f64x2.pmax(steepestYield, yieldSize);
    farthest = f64x2.pmax(farthest, f64x2.mul(steepest, years));
    lowest = f64x2.pmin(lowest, f64x2.pmin(underlying, strike));
    highest = f64x2.pmax(highest, f64x2.pmax(underlying, strike));
    lowestTime = f64x2.pmin(lowestTime, f64x2.pmin(years, volatility));
    const row = f64x2.add(f64x2.add(underlying, strike), f64x2.add(rate, dividendYield));
    sum = f64x2.add(sum, f64x2.add(row, f64x2.add(years, volatility)));
    const root = f64x2.sqrt(years);
    if (!futures) v128.store(block + at, f64x2.mul(f64x2.sub(rate, dividendYield), years), CARRY);
    v128.store(block + at, root, ROOT);
    v128.store(block + at, f64x2.mul(volatility, root), WIDTH);
    v128.store(block + at, i64x2.shl(loadRights(rights + at / NUMBER_BYTES), 63), SIGN);
  }
  v128.store(block, lowest, LOWEST_PRICE);
  v128.store(block, highest, HIGHEST_PRICE);
  v128.store(block, lowestTime, LOWEST_TIME);
  v128.store(block, farthest, FARTHEST_DISCOUNT);
  v128.store(block, steepestYield, STEEPEST_YIELD);
  v128.store(block, sum, SUM);
}
