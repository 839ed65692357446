import { DIVIDEND_YIELD, NUMBER_BYTES, PAIR_BYTES, RATE, STRIKE, UNDERLYING, VOLATILITY, YEARS } from '../arena';
import { error } from '../double-double';
import { CARRY, DELICATE, WIDTH } from './block';
import { correctDeepRows } from './deep-rows';
import { isOutOfShape } from './delicate';
import { workOut } from './out-of-shape';
import { findExponent, findPreciseMoneyness, moneyness } from './precise-exponent';

/** Works out anew the two rows at `numbers`, for those that `mask` names. */
function workOutPair(numbers: usize, stride: usize, block: usize, mask: v128, futures: bool): void {
  const years = v128.load(numbers + YEARS * stride);
  findPreciseMoneyness(
    v128.load(numbers + UNDERLYING * stride),
    v128.load(numbers + STRIKE * stride),
    years,
    v128.load(numbers + RATE * stride),
    v128.load(numbers + DIVIDEND_YIELD * stride),
    futures,
  );
  const exponent = findExponent(v128.load(numbers + VOLATILITY * stride), years);
  workOut(block, mask, moneyness, exponent, error, futures);
}

/** Looks again, with more digits, at the delicate ones of `length` bytes of rows. */
@inline
export function lookAgainAtDelicateRows(
  numbers: usize,
  stride: usize,
  block: usize,
  length: usize,
  futures: bool,
): void {
  let waiting: isize = -1;
  for (let at: usize = 0; at < length; at += PAIR_BYTES) {
    const mask = v128.load(block + at, DELICATE);
    if (!v128.any_true(mask)) continue;
    const width = v128.load(block + at, WIDTH);
    const outOfShape = isOutOfShape(width, futures ? width : v128.load(block + at, CARRY), futures);
    if (v128.any_true(outOfShape)) workOutPair(numbers + at, stride, block + at, outOfShape, futures);
    const deep = v128.andnot(mask, outOfShape);
    for (let lane: usize = 0; lane < 2; lane++) {
      const isDeep = lane == 0 ? i64x2.extract_lane(deep, 0) : i64x2.extract_lane(deep, 1);
      if (isDeep == 0) continue;
      const row = at + lane * NUMBER_BYTES;
      if (waiting < 0) {
        waiting = <isize>row;
        continue;
      }
      correctDeepRows(numbers, stride, block, <usize>waiting, row, futures);
      waiting = -1;
    }
  }
  if (waiting >= 0) correctDeepRows(numbers, stride, block, <usize>waiting, <usize>waiting, futures);
}
