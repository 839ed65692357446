import { PAIR_BYTES } from '../arena';
import { choose, coefficient } from '../lanes';
import { CENTRE, DENOMINATOR, HIGH, MONEYNESS, NUMERATOR, WIDTH } from './block';

// The Mills ratio R(x) = N(-x) / phi(x) for x >= -3/4 as one rational function of t = x + 3/4, P of degree 10 over Q
// of degree 11, relative error 6.4e-17 up to x = 79: Remez exchange with 50 digits on R(t - 3/4), t in [0, 80]. R is
// completely monotone on the whole line, so that all coefficients are positive about any such origin. `value` needs R
// left of 0, where an option out of the money is worth more than its distance.
//
// The difference R(near) - R(far) to full relative accuracy is found as in `mills-ratio.ts`, p and q being P and Q
// without their lowest coefficients, pSlope and qSlope divided differences. Two pairs of lanes, a and b, go side by
// side, so that each coefficient is loaded once for both and eight chains keep the processor's units busy.

// prettier-ignore
const P: usize = memory.data<f64>([
  2.5681717549665747,     2.5681717549665747,     // P0
  4.0733083751691949,     4.0733083751691949,
  3.3687393381624304,     3.3687393381624304,
  1.843104074903868,      1.843104074903868,
  0.72595160331143529,    0.72595160331143529,
  0.21315997264754914,    0.21315997264754914,
  0.047088002504253711,   0.047088002504253711,
  0.0077333909699465541,  0.0077333909699465541,
  0.00090829092223455307, 0.00090829092223455307,
  6.963724727845892e-5,   6.963724727845892e-5,
  2.7051581072634073e-6,  2.7051581072634073e-6,  // P10
], 16);

// prettier-ignore
const Q: usize = memory.data<f64>([
  1.0,                    1.0,                    // Q0
  2.7254552495790001,     2.7254552495790001,
  3.4897931886314206,     3.4897931886314206,
  2.778262305332704,      2.778262305332704,
  1.5326247512401633,     1.5326247512401633,
  0.61738957829774302,    0.61738957829774302,
  0.18614744743210459,    0.18614744743210459,
  0.042244589387691633,   0.042244589387691633,
  0.0071238388956903014,  0.0071238388956903014,
  0.00085876814486356708, 0.00085876814486356708,
  6.7608378698151109e-5,  6.7608378698151109e-5,
  2.7051581072629702e-6,  2.7051581072629702e-6,  // Q11
], 16);

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  0.5,  0.5,  // 0
  0.75, 0.75, // 1
  -0.0, -0.0, // 2: the sign bit
], 16);

/** Leaves CENTRE, NUMERATOR and DENOMINATOR of `length` bytes of rows. */
@inline
export function findRatios(block: usize, length: usize): void {
  for (let at: usize = 0; at < length; at += PAIR_BYTES) {
    const row = block + at;
    v128.store(row, f64x2.div(v128.load(row, MONEYNESS), v128.load(row, WIDTH)), CENTRE);
  }
  for (let at: usize = 0; at < length; at += 2 * PAIR_BYTES) findTwo(block + at);
}

/** R's argument at the near point plus 3/4: near, or -near of a high row. */
@inline
function nearOf(row: usize): v128 {
  const centre = v128.load(row, CENTRE);
  const near = f64x2.sub(centre, f64x2.mul(v128.load(row, WIDTH), coefficient(TABLE, 0)));
  const sign = v128.and(v128.load(row, HIGH), coefficient(TABLE, 2));
  return f64x2.add(v128.xor(near, sign), coefficient(TABLE, 1));
}

@inline
function farOf(row: usize): v128 {
  const far = f64x2.add(v128.load(row, CENTRE), f64x2.mul(v128.load(row, WIDTH), coefficient(TABLE, 0)));
  return f64x2.add(far, coefficient(TABLE, 1));
}

@inline
function findTwo(block: usize): void {
  const nearA = nearOf(block);
  const farA = farOf(block);
  const nearB = nearOf(block + PAIR_BYTES);
  const farB = farOf(block + PAIR_BYTES);
  let next = coefficient(Q, 11);
  let qA = next, qB = next, qSlopeA = next, qSlopeB = next;
  next = coefficient(Q, 10);
  qA = f64x2.add(f64x2.mul(qA, nearA), next);
  qB = f64x2.add(f64x2.mul(qB, nearB), next);
  qSlopeA = f64x2.add(f64x2.mul(qSlopeA, farA), qA);
  qSlopeB = f64x2.add(f64x2.mul(qSlopeB, farB), qB);
  next = coefficient(Q, 9);
  qA = f64x2.add(f64x2.mul(qA, nearA), next);
  qB = f64x2.add(f64x2.mul(qB, nearB), next);
  qSlopeA = f64x2.add(f64x2.mul(qSlopeA, farA), qA);
  qSlopeB = f64x2.add(f64x2.mul(qSlopeB, farB), qB);
  next = coefficient(Q, 8);
  qA = f64x2.add(f64x2.mul(qA, nearA), next);
  qB = f64x2.add(f64x2.mul(qB, nearB), next);
  qSlopeA = f64x2.add(f64x2.mul(qSlopeA, farA), qA);
  qSlopeB = f64x2.add(f64x2.mul(qSlopeB, farB), qB);
  next = coefficient(Q, 7);
  qA = f64x2.add(f64x2.mul(qA, nearA), next);
  qB = f64x2.add(f64x2.mul(qB, nearB), next);
  qSlopeA = f64x2.add(f64x2.mul(qSlopeA, farA), qA);
  qSlopeB = f64x2.add(f64x2.mul(qSlopeB, farB), qB);
  next = coefficient(Q, 6);
  qA = f64x2.add(f64x2.mul(qA, nearA), next);
  qB = f64x2.add(f64x2.mul(qB, nearB), next);
  qSlopeA = f64x2.add(f64x2.mul(qSlopeA, farA), qA);
  qSlopeB = f64x2.add(f64x2.mul(qSlopeB, farB), qB);
  next = coefficient(Q, 5);
  qA = f64x2.add(f64x2.mul(qA, nearA), next);
  qB = f64x2.add(f64x2.mul(qB, nearB), next);
  qSlopeA = f64x2.add(f64x2.mul(qSlopeA, farA), qA);
  qSlopeB = f64x2.add(f64x2.mul(qSlopeB, farB), qB);
  next = coefficient(Q, 4);
  qA = f64x2.add(f64x2.mul(qA, nearA), next);
  qB = f64x2.add(f64x2.mul(qB, nearB), next);
  qSlopeA = f64x2.add(f64x2.mul(qSlopeA, farA), qA);
  qSlopeB = f64x2.add(f64x2.mul(qSlopeB, farB), qB);
  next = coefficient(Q, 3);
  qA = f64x2.add(f64x2.mul(qA, nearA), next);
  qB = f64x2.add(f64x2.mul(qB, nearB), next);
  qSlopeA = f64x2.add(f64x2.mul(qSlopeA, farA), qA);
  qSlopeB = f64x2.add(f64x2.mul(qSlopeB, farB), qB);
  next = coefficient(Q, 2);
  qA = f64x2.add(f64x2.mul(qA, nearA), next);
  qB = f64x2.add(f64x2.mul(qB, nearB), next);
  qSlopeA = f64x2.add(f64x2.mul(qSlopeA, farA), qA);
  qSlopeB = f64x2.add(f64x2.mul(qSlopeB, farB), qB);
  next = coefficient(Q, 1);
  qA = f64x2.add(f64x2.mul(qA, nearA), next);
  qB = f64x2.add(f64x2.mul(qB, nearB), next);
  next = coefficient(P, 10);
  let pA = next, pB = next, pSlopeA = next, pSlopeB = next;
  next = coefficient(P, 9);
  pA = f64x2.add(f64x2.mul(pA, nearA), next);
  pB = f64x2.add(f64x2.mul(pB, nearB), next);
  pSlopeA = f64x2.add(f64x2.mul(pSlopeA, farA), pA);
  pSlopeB = f64x2.add(f64x2.mul(pSlopeB, farB), pB);
  next = coefficient(P, 8);
  pA = f64x2.add(f64x2.mul(pA, nearA), next);
  pB = f64x2.add(f64x2.mul(pB, nearB), next);
  pSlopeA = f64x2.add(f64x2.mul(pSlopeA, farA), pA);
  pSlopeB = f64x2.add(f64x2.mul(pSlopeB, farB), pB);
  next = coefficient(P, 7);
  pA = f64x2.add(f64x2.mul(pA, nearA), next);
  pB = f64x2.add(f64x2.mul(pB, nearB), next);
  pSlopeA = f64x2.add(f64x2.mul(pSlopeA, farA), pA);
  pSlopeB = f64x2.add(f64x2.mul(pSlopeB, farB), pB);
  next = coefficient(P, 6);
  pA = f64x2.add(f64x2.mul(pA, nearA), next);
  pB = f64x2.add(f64x2.mul(pB, nearB), next);
  pSlopeA = f64x2.add(f64x2.mul(pSlopeA, farA), pA);
  pSlopeB = f64x2.add(f64x2.mul(pSlopeB, farB), pB);
  next = coefficient(P, 5);
  pA = f64x2.add(f64x2.mul(pA, nearA), next);
  pB = f64x2.add(f64x2.mul(pB, nearB), next);
  pSlopeA = f64x2.add(f64x2.mul(pSlopeA, farA), pA);
  pSlopeB = f64x2.add(f64x2.mul(pSlopeB, farB), pB);
  next = coefficient(P, 4);
  pA = f64x2.add(f64x2.mul(pA, nearA), next);
  pB = f64x2.add(f64x2.mul(pB, nearB), next);
  pSlopeA = f64x2.add(f64x2.mul(pSlopeA, farA), pA);
  pSlopeB = f64x2.add(f64x2.mul(pSlopeB, farB), pB);
  next = coefficient(P, 3);
  pA = f64x2.add(f64x2.mul(pA, nearA), next);
  pB = f64x2.add(f64x2.mul(pB, nearB), next);
  pSlopeA = f64x2.add(f64x2.mul(pSlopeA, farA), pA);
  pSlopeB = f64x2.add(f64x2.mul(pSlopeB, farB), pB);
  next = coefficient(P, 2);
  pA = f64x2.add(f64x2.mul(pA, nearA), next);
  pB = f64x2.add(f64x2.mul(pB, nearB), next);
  pSlopeA = f64x2.add(f64x2.mul(pSlopeA, farA), pA);
  pSlopeB = f64x2.add(f64x2.mul(pSlopeB, farB), pB);
  next = coefficient(P, 1);
  pA = f64x2.add(f64x2.mul(pA, nearA), next);
  pB = f64x2.add(f64x2.mul(pB, nearB), next);
  writeRatio(block, nearA, farA, pA, pSlopeA, qA, qSlopeA);
  writeRatio(block + PAIR_BYTES, nearB, farB, pB, pSlopeB, qB, qSlopeB);
}

/** R(near) - R(far), or R(-near) + R(far) of a high row, as a numerator and a denominator. */
@inline
function writeRatio(row: usize, near: v128, far: v128, p: v128, pSlope: v128, q: v128, qSlope: v128): void {
  const gap = f64x2.sub(far, near);
  const pNear = f64x2.add(f64x2.mul(p, near), coefficient(P, 0));
  const qNear = f64x2.add(f64x2.mul(q, near), coefficient(Q, 0));
  const pFar = f64x2.add(f64x2.mul(f64x2.add(f64x2.mul(pSlope, gap), p), far), coefficient(P, 0));
  const qFar = f64x2.add(f64x2.mul(f64x2.add(f64x2.mul(qSlope, gap), q), far), coefficient(Q, 0));
  const pDifference = f64x2.add(f64x2.mul(pSlope, far), p);
  const qDifference = f64x2.add(f64x2.mul(qSlope, far), q);
  const apart = f64x2.sub(f64x2.mul(pNear, qDifference), f64x2.mul(pDifference, qNear));
  const fall = f64x2.mul(v128.load(row, WIDTH), apart);
  const sum = f64x2.add(f64x2.mul(pNear, qFar), f64x2.mul(pFar, qNear));
  v128.store(row, choose(v128.load(row, HIGH), sum, fall), NUMERATOR);
  v128.store(row, f64x2.mul(qNear, qFar), DENOMINATOR);
}
