import { coefficient, horner } from './lanes';

// The Mills ratio R(x) = N(-x) / phi(x) of the standard normal distribution on [0, 40] as one rational
// function, P of degree 9 over Q of degree 10, relative error 9.5e-17. All coefficients are positive, so
// neither polynomial cancels, and the tail keeps its relative accuracy where erfc-based forms need branches.
// Beyond 40 the quotient still behaves like 1/x.
//
// An option needs R at two points and, when they are close, their difference to full relative accuracy.
// Synthetic division gives it for the price of the second value. With P(x) = P0 + x p(x), far = near + gap,
//   p(far) = p(near) + gap p[near, far]                       (p[,]: the divided difference, all terms >= 0)
//   R(near) - R(far) = gap (P(near) Q[near, far] - P[near, far] Q(near)) / (Q(near) Q(far))
//   R(0) - R(x) = x (P0 q(x) - p(x)) / Q(x)

// prettier-ignore
export const P: usize = memory.data<f64>([
  1.2533141373155001,     1.2533141373155001,     // P0 = sqrt(pi / 2), up to the fit
  1.9465576298640739,     1.9465576298640739,
  1.495130620744631,      1.495130620744631,
  0.72954882116895,       0.72954882116895,
  0.24680591661471118,    0.24680591661471118,
  0.05978940563837088,    0.05978940563837088,
  0.010371227498271933,   0.010371227498271933,
  0.0012464787276564907,  0.0012464787276564907,
  9.490976487703701e-05,  9.490976487703701e-05,
  3.539374381695656e-06,  3.539374381695656e-06,  // P9
], 16);

// prettier-ignore
export const Q: usize = memory.data<f64>([
  1.0,                    1.0,                    // Q0
  2.3510128403844215,     2.3510128403844215,
  2.5687784862680085,     2.5687784862680085,
  1.7221395351506155,     1.7221395351506155,
  0.7868808831123079,     0.7868808831123079,
  0.2569873142590225,     0.2569873142590225,
  0.0610288059825763,     0.0610288059825763,
  0.010466137253814498,   0.010466137253814498,
  0.0012500181021993545,  0.0012500181021993545,
  9.490976487536711e-05,  9.490976487536711e-05,
  3.5393743817034457e-06, 3.5393743817034457e-06, // Q10
], 16);

// A function returns one value; these are the other results of `fallBetween`.
export let ratioNear: v128 = i64x2.splat(0);
export let ratioFar: v128 = i64x2.splat(0);
export let fallenTogether: v128 = i64x2.splat(0);

/**
 * R(near) - R(far), 0 <= near <= far; `gap` is far - near without rounding error. Sets `ratioNear` = R(near),
 * `ratioFar` = R(far) and `fallenTogether` = 2 R(0) - R(near) - R(far).
 */
@inline
export function fallBetween(near: v128, far: v128, gap: v128): v128 {
  let q = coefficient(Q, 10);
  let qSlope = q;
  q = horner(q, near, Q, 9);
  let p = coefficient(P, 9);
  let pSlope = p;
  qSlope = f64x2.add(f64x2.mul(qSlope, far), q);
  q = horner(q, near, Q, 8);
  p = horner(p, near, P, 8);
  qSlope = f64x2.add(f64x2.mul(qSlope, far), q);
  q = horner(q, near, Q, 7);
  pSlope = f64x2.add(f64x2.mul(pSlope, far), p);
  p = horner(p, near, P, 7);
  qSlope = f64x2.add(f64x2.mul(qSlope, far), q);
  q = horner(q, near, Q, 6);
  pSlope = f64x2.add(f64x2.mul(pSlope, far), p);
  p = horner(p, near, P, 6);
  qSlope = f64x2.add(f64x2.mul(qSlope, far), q);
  q = horner(q, near, Q, 5);
  pSlope = f64x2.add(f64x2.mul(pSlope, far), p);
  p = horner(p, near, P, 5);
  qSlope = f64x2.add(f64x2.mul(qSlope, far), q);
  q = horner(q, near, Q, 4);
  pSlope = f64x2.add(f64x2.mul(pSlope, far), p);
  p = horner(p, near, P, 4);
  qSlope = f64x2.add(f64x2.mul(qSlope, far), q);
  q = horner(q, near, Q, 3);
  pSlope = f64x2.add(f64x2.mul(pSlope, far), p);
  p = horner(p, near, P, 3);
  qSlope = f64x2.add(f64x2.mul(qSlope, far), q);
  q = horner(q, near, Q, 2);
  pSlope = f64x2.add(f64x2.mul(pSlope, far), p);
  p = horner(p, near, P, 2);
  qSlope = f64x2.add(f64x2.mul(qSlope, far), q);
  q = horner(q, near, Q, 1);
  pSlope = f64x2.add(f64x2.mul(pSlope, far), p);
  p = horner(p, near, P, 1);
  // p, q at near and their divided differences between near and far.
  const pFar = f64x2.add(f64x2.mul(pSlope, gap), p);
  const qFar = f64x2.add(f64x2.mul(qSlope, gap), q);
  const numeratorNear = horner(p, near, P, 0);
  const denominatorNear = horner(q, near, Q, 0);
  const denominatorFar = horner(qFar, far, Q, 0);
  ratioNear = f64x2.div(numeratorNear, denominatorNear);
  ratioFar = f64x2.div(horner(pFar, far, P, 0), denominatorFar);
  const toNear = f64x2.sub(f64x2.mul(coefficient(P, 0), q), p);
  const toFar = f64x2.sub(f64x2.mul(coefficient(P, 0), qFar), pFar);
  fallenTogether = f64x2.add(
    f64x2.div(f64x2.mul(near, toNear), denominatorNear),
    f64x2.div(f64x2.mul(far, toFar), denominatorFar),
  );
  const pDifference = f64x2.add(f64x2.mul(pSlope, far), p);
  const qDifference = f64x2.add(f64x2.mul(qSlope, far), q);
  const apart = f64x2.sub(f64x2.mul(numeratorNear, qDifference), f64x2.mul(pDifference, denominatorNear));
  return f64x2.div(f64x2.mul(gap, apart), f64x2.mul(denominatorNear, denominatorFar));
}
