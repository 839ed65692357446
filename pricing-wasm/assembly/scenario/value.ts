import { coefficient } from '../lanes';
import { AMOUNT, BELL, NEAR, SIGN, STRIKE_NOW, UNDERLYING_NOW } from './layout';

// Third stage of a cell. With lower the smaller present value of underlying and strike, the option out of the money is
// worth, as in `european/tails.ts`,
//   lower ((near < 0 ? 1 : 0) + exp(-near^2 / 2) (sign(near) P/Q(|near|) - P/Q(far)))
// and the other one the difference of the present values more.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  1.0, 1.0,   // 0
  -0.0, -0.0, // 1: the sign bit
], 16);

/** Quantity times price of two legs. */
@inline
export function valueOf(
  multiplier: v128,
  legs: usize,
  point: usize,
  pNear: v128,
  qNear: v128,
  pFar: v128,
  qFar: v128,
): v128 {
  const near = v128.load(point, NEAR);
  const signed = v128.xor(pNear, v128.and(near, coefficient(TABLE, 1)));
  const apart = f64x2.sub(f64x2.mul(signed, qFar), f64x2.mul(pFar, qNear));
  const tails = f64x2.mul(v128.load(point, BELL), f64x2.div(apart, f64x2.mul(qNear, qFar)));
  const whole = v128.and(f64x2.lt(near, f64x2.splat(0)), coefficient(TABLE, 0));
  const underlying = f64x2.mul(v128.load(legs, UNDERLYING_NOW), multiplier);
  const strike = v128.load(legs, STRIKE_NOW);
  const gain = v128.xor(f64x2.sub(underlying, strike), v128.load(legs, SIGN));
  const outside = f64x2.mul(f64x2.pmin(underlying, strike), f64x2.add(whole, tails));
  const price = f64x2.add(outside, f64x2.pmax(f64x2.splat(0), gain));
  return f64x2.mul(price, v128.load(legs, AMOUNT));
}
