import { PAIR_BYTES } from '../arena';
import { coefficient } from '../lanes';
import { logarithmOfRatio } from '../logarithm';
import { CENTRE, DENOMINATOR, HIGH, NUMERATOR, TARGET, WIDTH } from './block';

// A third-order Householder step, of fourth-order convergence, on the logarithm of the value or the room, as in
// Jaeckel, Let's Be Rational (2013):
//   h(width) = ln(value / target)     h' = 1 / v,   v = value / phi(near) = numerator / denominator
//   value'' / value' = near far / width = A,   A' = -3 moneyness^2 / width^4 - 1/4
//   h'' / h' = A - h',   h''' / h' = A^2 + A' - 3 A h' + 2 h'^2
// and the same for the room with v negative. Everything is scaled by the width, so that nothing overflows. The
// logarithm of the density is -near^2 / 2 - ln sqrt(2 pi): no exponential is needed, and what the sum of the
// logarithms loses deep in the tail weighs 1 / near^2 in the width.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  0.5,                  0.5,                  // 0
  0.91893853320467274,  0.91893853320467274,  // 1: ln sqrt(2 pi)
  -0.0,                 -0.0,                 // 2: the sign bit
  3.0,                  3.0,                  // 3
  0.25,                 0.25,                 // 4
  1.0,                  1.0,                  // 5
  0.16666666666666666,  0.16666666666666666,  // 6: 1 / 6
], 16);

/** Refines WIDTH of `length` bytes of rows. */
@inline
export function refineWidths(block: usize, length: usize): void {
  for (let at: usize = 0; at < length; at += PAIR_BYTES) writeOffset(block + at);
  for (let at: usize = 0; at < length; at += PAIR_BYTES) writeWidth(block + at);
}

/** Leaves -h in NUMERATOR and width h' in DENOMINATOR. */
@inline
function writeOffset(row: usize): void {
  const width = v128.load(row, WIDTH);
  const numerator = v128.load(row, NUMERATOR);
  const denominator = v128.load(row, DENOMINATOR);
  const sign = v128.and(v128.load(row, HIGH), coefficient(TABLE, 2));
  const near = f64x2.sub(v128.load(row, CENTRE), f64x2.mul(width, coefficient(TABLE, 0)));
  const bell = f64x2.add(f64x2.mul(f64x2.mul(near, near), coefficient(TABLE, 0)), coefficient(TABLE, 1));
  const quotient = logarithmOfRatio(numerator, f64x2.mul(denominator, v128.load(row, TARGET)));
  v128.store(row, f64x2.sub(bell, quotient), NUMERATOR);
  v128.store(row, v128.xor(f64x2.div(f64x2.mul(width, denominator), numerator), sign), DENOMINATOR);
}

@inline
function writeWidth(row: usize): void {
  const half = coefficient(TABLE, 0);
  const one = coefficient(TABLE, 5);
  const width = v128.load(row, WIDTH);
  const centre = v128.load(row, CENTRE);
  const slope = v128.load(row, DENOMINATOR);
  const step = f64x2.div(v128.load(row, NUMERATOR), slope);
  const halfWidth = f64x2.mul(width, half);
  const bend = f64x2.mul(f64x2.sub(centre, halfWidth), f64x2.add(centre, halfWidth));
  const bendSlope = f64x2.neg(
    f64x2.add(
      f64x2.mul(f64x2.mul(centre, centre), coefficient(TABLE, 3)),
      f64x2.mul(f64x2.mul(width, width), coefficient(TABLE, 4)),
    ),
  );
  const second = f64x2.sub(bend, slope);
  const slopes = f64x2.mul(slope, f64x2.sub(f64x2.add(slope, slope), f64x2.mul(bend, coefficient(TABLE, 3))));
  const third = f64x2.add(f64x2.add(f64x2.mul(bend, bend), bendSlope), slopes);
  const above = f64x2.add(f64x2.mul(f64x2.mul(second, half), step), one);
  const cubic = f64x2.add(f64x2.mul(f64x2.mul(third, coefficient(TABLE, 6)), step), second);
  const below = f64x2.add(f64x2.mul(cubic, step), one);
  const scaled = f64x2.div(f64x2.mul(step, above), below);
  v128.store(row, f64x2.add(f64x2.mul(width, scaled), width), WIDTH);
}
