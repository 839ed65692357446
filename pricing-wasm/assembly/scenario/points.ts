import { coefficient } from '../lanes';
import {
  BELL,
  FAR,
  HALF_WIDTH,
  MONEYNESS,
  NEAR,
  PAIR_STEP,
  PER_WIDTH,
  POINT_BYTES,
  SECOND,
  SPOT_BYTES,
} from './layout';

// First stage of a cell. With centre = ln(forward / strike) / width, near = |centre| - width / 2 and
// far = |centre| + width / 2 are |d1| and |d2| in some order; near is negative where they lie on both sides of 0.
// exp(-near^2 / 2) = 2^n 2^f, n = round(-near^2 / (2 ln 2)), |f| <= 1/2; 2^f = 1 + f E(f) with E a degree 9 minimax
// fit, relative error 3e-16, summed as two Horner chains in f^2 (Estrin).

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  37.0,                   37.0,                   // 0: farther than any density is felt
  -0.7213475204444817,    -0.7213475204444817,    // 1: -1 / (2 ln 2)
  6755399441055744.0,     6755399441055744.0,     // 2: 1.5 * 2^52
  1.0,                    1.0,                    // 3
  0.6931471805599516,     0.6931471805599516,     // 4: E0
  0.24022650695910472,    0.24022650695910472,
  0.055504108664346595,   0.055504108664346595,
  0.009618129107380722,   0.009618129107380722,
  0.001333355824647934,   0.001333355824647934,
  0.00015403530800807628, 0.00015403530800807628,
  1.5252647748458753e-05, 1.5252647748458753e-05,
  1.321523564006805e-06,  1.321523564006805e-06,
  1.0210506320316116e-07, 1.0210506320316116e-07,
  7.111757810496622e-09,  7.111757810496622e-09,  // 13: E9
], 16);

/** Leaves the points of two pairs of legs at every spot. */
@inline
export function findPoints(spots: usize, count: usize, legs: usize, points: usize): void {
  for (let spot: usize = 0; spot < count; spot++) {
    const shock = v128.load64_splat(spots + spot * SPOT_BYTES + 8);
    const point = points + spot * POINT_BYTES;
    const a = writePoint(shock, legs, point);
    const b = writePoint(shock, legs + PAIR_STEP, point + SECOND);
    const nA = f64x2.add(a, coefficient(TABLE, 2));
    const nB = f64x2.add(b, coefficient(TABLE, 2));
    const fA = f64x2.sub(a, f64x2.sub(nA, coefficient(TABLE, 2)));
    const fB = f64x2.sub(b, f64x2.sub(nB, coefficient(TABLE, 2)));
    const squareA = f64x2.mul(fA, fA);
    const squareB = f64x2.mul(fB, fB);
    let next = coefficient(TABLE, 13);
    let oddA = f64x2.mul(next, squareA), oddB = f64x2.mul(next, squareB);
    next = coefficient(TABLE, 12);
    let evenA = f64x2.mul(next, squareA), evenB = f64x2.mul(next, squareB);
    next = coefficient(TABLE, 11);
    oddA = f64x2.mul(f64x2.add(oddA, next), squareA);
    oddB = f64x2.mul(f64x2.add(oddB, next), squareB);
    next = coefficient(TABLE, 10);
    evenA = f64x2.mul(f64x2.add(evenA, next), squareA);
    evenB = f64x2.mul(f64x2.add(evenB, next), squareB);
    next = coefficient(TABLE, 9);
    oddA = f64x2.mul(f64x2.add(oddA, next), squareA);
    oddB = f64x2.mul(f64x2.add(oddB, next), squareB);
    next = coefficient(TABLE, 8);
    evenA = f64x2.mul(f64x2.add(evenA, next), squareA);
    evenB = f64x2.mul(f64x2.add(evenB, next), squareB);
    next = coefficient(TABLE, 7);
    oddA = f64x2.mul(f64x2.add(oddA, next), squareA);
    oddB = f64x2.mul(f64x2.add(oddB, next), squareB);
    next = coefficient(TABLE, 6);
    evenA = f64x2.mul(f64x2.add(evenA, next), squareA);
    evenB = f64x2.mul(f64x2.add(evenB, next), squareB);
    next = coefficient(TABLE, 5);
    oddA = f64x2.add(oddA, next);
    oddB = f64x2.add(oddB, next);
    next = coefficient(TABLE, 4);
    evenA = f64x2.add(evenA, next);
    evenB = f64x2.add(evenB, next);
    v128.store(point, bellOf(fA, f64x2.add(f64x2.mul(oddA, fA), evenA), nA), BELL);
    v128.store(point + SECOND, bellOf(fB, f64x2.add(f64x2.mul(oddB, fB), evenB), nB), BELL);
  }
}

/** Writes NEAR and FAR of two legs; the binary logarithm of the bell. */
@inline
function writePoint(shock: v128, legs: usize, point: usize): v128 {
  const half = v128.load(legs, HALF_WIDTH);
  const centre = f64x2.mul(f64x2.add(v128.load(legs, MONEYNESS), shock), v128.load(legs, PER_WIDTH));
  const distance = f64x2.pmin(coefficient(TABLE, 0), f64x2.abs(centre));
  const near = f64x2.sub(distance, half);
  v128.store(point, near, NEAR);
  v128.store(point, f64x2.add(distance, half), FAR);
  return f64x2.mul(f64x2.mul(near, near), coefficient(TABLE, 1));
}

/** (1 + f E(f)) 2^n: n is in the low bits of `exponent`. */
@inline
function bellOf(f: v128, sum: v128, exponent: v128): v128 {
  return i64x2.add(f64x2.add(f64x2.mul(f, sum), coefficient(TABLE, 3)), i64x2.shl(exponent, 52));
}
