import { PAIR_BYTES } from '../arena';
import { coefficient } from '../lanes';
import { P, Q } from '../mills-ratio';
import { FAR, GAP, NEAR } from './block';

// `fallBetween` of `mills-ratio.ts` for two pairs of lanes, a and b, at once, the same operations on each: eight
// chains side by side keep the processor's units busy, and each coefficient is loaded once for both. It is written
// out because a function returns one value. p, q are the sums at `near`, pSlope, qSlope their divided differences.

/** Replaces NEAR, FAR and GAP of four rows by R(near), R(far) and R(near) - R(far). */
@inline
export function findRatios(block: usize): void {
  const nearA = v128.load(block, NEAR);
  const farA = v128.load(block, FAR);
  const nearB = v128.load(block + PAIR_BYTES, NEAR);
  const farB = v128.load(block + PAIR_BYTES, FAR);
  let next = coefficient(Q, 10);
  let qA = next, qB = next, qSlopeA = next, qSlopeB = next;
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
  next = coefficient(P, 9);
  let pA = next, pB = next, pSlopeA = next, pSlopeB = next;
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
  writeRatios(block, nearA, farA, pA, pSlopeA, qA, qSlopeA);
  writeRatios(block + PAIR_BYTES, nearB, farB, pB, pSlopeB, qB, qSlopeB);
}

@inline
function writeRatios(block: usize, near: v128, far: v128, p: v128, pSlope: v128, q: v128, qSlope: v128): void {
  const gap = v128.load(block, GAP);
  const pFar = f64x2.add(f64x2.mul(pSlope, gap), p);
  const qFar = f64x2.add(f64x2.mul(qSlope, gap), q);
  const pNear0 = f64x2.add(f64x2.mul(p, near), coefficient(P, 0));
  const qNear0 = f64x2.add(f64x2.mul(q, near), coefficient(Q, 0));
  const pFar0 = f64x2.add(f64x2.mul(pFar, far), coefficient(P, 0));
  const qFar0 = f64x2.add(f64x2.mul(qFar, far), coefficient(Q, 0));
  const pDifference = f64x2.add(f64x2.mul(pSlope, far), p);
  const qDifference = f64x2.add(f64x2.mul(qSlope, far), q);
  const apart = f64x2.sub(f64x2.mul(pNear0, qDifference), f64x2.mul(pDifference, qNear0));
  v128.store(block, f64x2.div(pNear0, qNear0), NEAR);
  v128.store(block, f64x2.div(pFar0, qFar0), FAR);
  v128.store(block, f64x2.div(f64x2.mul(gap, apart), f64x2.mul(qNear0, qFar0)), GAP);
}
