import { exponential } from '../exponential';
import { choose, coefficient } from '../lanes';
import { millsRatio } from './mills-ratio';

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  34.0,               34.0,               // 0: beyond it a density, 1e-251, is as good as none
  -0.5,               -0.5,               // 1
  2.5066282746310002, 2.5066282746310002, // 2: sqrt(2 pi)
  0.3989422804014327, 0.3989422804014327, // 3: 1 / sqrt(2 pi)
], 16);

/** |d|, at most 34, so that all products stay normal. */
@inline
export function distanceOf(d: v128): v128 {
  return f64x2.pmin(f64x2.abs(d), coefficient(TABLE, 0));
}

/** exp(-distance^2 / 2): the normal density times sqrt(2 pi). That factor is left in `distributionOf` too. */
@inline
export function bell(distance: v128): v128 {
  return exponential(f64x2.mul(f64x2.mul(distance, distance), coefficient(TABLE, 1)));
}

/** sqrt(2 pi). */
@inline
export function total(): v128 {
  return coefficient(TABLE, 2);
}

/** sqrt(2 pi) factor N(d), `density` = sqrt(2 pi) factor phi(d). */
@inline
export function distributionOf(d: v128, density: v128, factor: v128): v128 {
  const tail = f64x2.mul(density, millsRatio(distanceOf(d)));
  const rest = f64x2.sub(f64x2.mul(factor, total()), tail);
  return choose(f64x2.gt(d, f64x2.splat(0)), rest, tail);
}

/** 1 / sqrt(2 pi). */
@inline
export function perTotal(): v128 {
  return coefficient(TABLE, 3);
}
