import { coefficient, horner } from '../lanes';
import { P, Q } from '../mills-ratio';

/** The Mills ratio R(x) = N(-x) / phi(x), x >= 0, at one point. */
@inline
export function millsRatio(x: v128): v128 {
  let p = horner(coefficient(P, 9), x, P, 8);
  let q = horner(coefficient(Q, 10), x, Q, 9);
  q = horner(q, x, Q, 8);
  p = horner(p, x, P, 7);
  q = horner(q, x, Q, 7);
  p = horner(p, x, P, 6);
  q = horner(q, x, Q, 6);
  p = horner(p, x, P, 5);
  q = horner(q, x, Q, 5);
  p = horner(p, x, P, 4);
  q = horner(q, x, Q, 4);
  p = horner(p, x, P, 3);
  q = horner(q, x, Q, 3);
  p = horner(p, x, P, 2);
  q = horner(q, x, Q, 2);
  p = horner(p, x, P, 1);
  q = horner(q, x, Q, 1);
  return f64x2.div(horner(p, x, P, 0), horner(q, x, Q, 0));
}
