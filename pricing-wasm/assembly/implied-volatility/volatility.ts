import { NUMBER_BYTES, PAIR_BYTES, VOLATILITY, YEARS } from '../arena';
import { choose, coefficient } from '../lanes';
import { CODE, WIDTH } from './block';
import { statusOfVolatility } from './status';

// prettier-ignore
const BITS: usize = memory.data<u64>([
  0x7FF8_0000_0000_0000, 0x7FF8_0000_0000_0000, // 0: the one NaN ever written
], 16);

/** Last stage: VOLATILITY, or NaN, and the statuses of `length` bytes of rows. */
@inline
export function writeVolatilities(
  numbers: usize,
  stride: usize,
  statuses: usize,
  block: usize,
  length: usize,
): void {
  for (let at: usize = 0; at < length; at += PAIR_BYTES) {
    const row = numbers + at;
    const root = f64x2.sqrt(v128.load(row + YEARS * stride));
    const volatility = f64x2.div(v128.load(block + at, WIDTH), root);
    const code = statusOfVolatility(v128.load(block + at, CODE), volatility);
    const priced = i64x2.eq(code, i64x2.splat(0));
    v128.store(row + VOLATILITY * stride, choose(priced, volatility, coefficient(BITS, 0)));
    v128.store8_lane(statuses + at / NUMBER_BYTES, code, 0);
    v128.store8_lane(statuses + at / NUMBER_BYTES + 1, code, 8);
  }
}
