import { CHARM, DELTA, DIVIDEND_YIELD, PAIR_BYTES, RATE, UNDERLYING, VANNA, VEGA, VOLGA } from '../arena';
import { coefficient } from '../lanes';
import { CARRY, CENTRE, DENSITY, ROOT, WIDTH, addToSum } from './block';

// vanna = -(density / S) d2 / volatility, volga = vega d1 d2 / volatility,
// charm = q delta - (density / S) (2 (r - q) T / width - d2) / (2 T), with q = r for futures options;
// 1 / volatility is sqrt(T) / width, 1 / (2 T) is half / sqrt(T)^2, so that a width of 0 divides nothing by 0.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  0.5, 0.5, // 0
], 16);

/** (2 (r - q) T / width - d2) / (2 T): how d1 moves as time passes, less its sign. */
@inline
export function drift(block: usize, d2: v128, width: v128, root: v128, futures: bool): v128 {
  const perYears = f64x2.div(coefficient(TABLE, 0), f64x2.mul(root, root));
  if (futures) return f64x2.neg(f64x2.mul(d2, perYears));
  const carry = v128.load(block, CARRY);
  return f64x2.mul(f64x2.sub(f64x2.div(f64x2.add(carry, carry), width), d2), perYears);
}

/** Writes the three columns VANNA .. CHARM of `length` bytes of rows; the first order has been written. */
@inline
export function writeSecondOrder(
  numbers: usize,
  stride: usize,
  block: usize,
  length: usize,
  futures: bool,
): void {
  const zero = f64x2.splat(0);
  let sum = zero;
  for (let at: usize = 0; at < length; at += PAIR_BYTES) {
    const row = numbers + at;
    const centre = v128.load(block + at, CENTRE);
    const width = v128.load(block + at, WIDTH);
    const root = v128.load(block + at, ROOT);
    const halfWidth = f64x2.mul(width, coefficient(TABLE, 0));
    const d1 = f64x2.add(centre, halfWidth);
    const d2 = f64x2.sub(centre, halfWidth);
    const perVolatility = f64x2.div(root, width);
    const slope = f64x2.div(v128.load(block + at, DENSITY), v128.load(row + UNDERLYING * stride));
    const vanna = f64x2.sub(zero, f64x2.mul(slope, f64x2.mul(d2, perVolatility)));
    const volga = f64x2.mul(v128.load(row + VEGA * stride), f64x2.mul(f64x2.mul(d1, d2), perVolatility));
    const dividendYield = v128.load(row + (futures ? RATE : DIVIDEND_YIELD) * stride);
    const carried = f64x2.mul(dividendYield, v128.load(row + DELTA * stride));
    const charm = f64x2.sub(carried, f64x2.mul(slope, drift(block + at, d2, width, root, futures)));
    v128.store(row + VANNA * stride, vanna);
    v128.store(row + VOLGA * stride, volga);
    v128.store(row + CHARM * stride, charm);
    sum = f64x2.add(sum, f64x2.add(f64x2.add(vanna, volga), charm));
  }
  addToSum(block, sum);
}
