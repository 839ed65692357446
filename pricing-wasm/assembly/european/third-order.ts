import { COLOR, DIVIDEND_YIELD, GAMMA, PAIR_BYTES, RATE, SPEED, UNDERLYING, ZOMMA } from '../arena';
import { coefficient } from '../lanes';
import { CENTRE, ROOT, WIDTH, addToSum } from './block';
import { drift } from './second-order';

// speed = -gamma (d1 / width + 1) / S, zomma = gamma (d1 d2 - 1) / volatility,
// color = gamma (q + 1 / (2 T) + d1 (2 (r - q) T / width - d2) / (2 T)), with q = r for futures options.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  0.5, 0.5, // 0
  1.0, 1.0, // 1
], 16);

/** Writes the three columns SPEED .. ZOMMA of `length` bytes of rows; the first order has been written. */
@inline
export function writeThirdOrder(
  numbers: usize,
  stride: usize,
  block: usize,
  length: usize,
  futures: bool,
): void {
  const zero = f64x2.splat(0);
  const half = coefficient(TABLE, 0);
  const one = coefficient(TABLE, 1);
  let sum = zero;
  for (let at: usize = 0; at < length; at += PAIR_BYTES) {
    const row = numbers + at;
    const centre = v128.load(block + at, CENTRE);
    const width = v128.load(block + at, WIDTH);
    const root = v128.load(block + at, ROOT);
    const gamma = v128.load(row + GAMMA * stride);
    const halfWidth = f64x2.mul(width, half);
    const d1 = f64x2.add(centre, halfWidth);
    const d2 = f64x2.sub(centre, halfWidth);
    const perUnderlying = f64x2.div(gamma, v128.load(row + UNDERLYING * stride));
    const speed = f64x2.sub(zero, f64x2.mul(perUnderlying, f64x2.add(f64x2.div(d1, width), one)));
    const curvature = f64x2.mul(f64x2.sub(f64x2.mul(d1, d2), one), f64x2.div(root, width));
    const zomma = f64x2.mul(gamma, curvature);
    const dividendYield = v128.load(row + (futures ? RATE : DIVIDEND_YIELD) * stride);
    const waning = f64x2.add(dividendYield, f64x2.div(half, f64x2.mul(root, root)));
    const turning = f64x2.mul(d1, drift(block + at, d2, width, root, futures));
    const color = f64x2.mul(gamma, f64x2.add(waning, turning));
    v128.store(row + SPEED * stride, speed);
    v128.store(row + COLOR * stride, color);
    v128.store(row + ZOMMA * stride, zomma);
    sum = f64x2.add(sum, f64x2.add(f64x2.add(speed, color), zomma));
  }
  addToSum(block, sum);
}
