import { coefficient, horner } from './lanes';

// The Mills ratio R(x) = N(-x) / phi(x) of the standard normal distribution on [0, 40] as one rational
// function, P of degree 9 over Q of degree 10, relative error 9.5e-17. All coefficients are positive, so
// neither polynomial cancels, and the tail keeps its relative accuracy where erfc-based forms need branches.

// prettier-ignore
const P: usize = memory.data<f64>([
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
const Q: usize = memory.data<f64>([
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

/** R(x) of both lanes, x in [0, 40]. */
@inline
export function millsRatio(x: v128): v128 {
  let q = coefficient(Q, 10);
  q = horner(q, x, Q, 9);
  let p = coefficient(P, 9);
  q = horner(q, x, Q, 8);
  p = horner(p, x, P, 8);
  q = horner(q, x, Q, 7);
  p = horner(p, x, P, 7);
  q = horner(q, x, Q, 6);
  p = horner(p, x, P, 6);
  q = horner(q, x, Q, 5);
  p = horner(p, x, P, 5);
  q = horner(q, x, Q, 4);
  p = horner(p, x, P, 4);
  q = horner(q, x, Q, 3);
  p = horner(p, x, P, 3);
  q = horner(q, x, Q, 2);
  p = horner(p, x, P, 2);
  q = horner(q, x, Q, 1);
  p = horner(p, x, P, 1);
  q = horner(q, x, Q, 0);
  p = horner(p, x, P, 0);
  return f64x2.div(p, q);
}
