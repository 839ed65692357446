import { exponential } from '../exponential.js';
import { compareRatios } from '../mills-ratio.js';
import type { EuropeanRow } from './row.js';

/**
 * Third stage: the normal tails, and the price of the option out of the money. With U and K the present values and R
 * the Mills ratio, U phi(d1) = K phi(d2) = density, so that
 *   U N(-|d1|) = density R(|d1|),   K N(-|d2|) = density R(|d2|)
 * and one exponential serves both tails. It is taken at the near one, which the present value on the in-the-money
 * side of the forward belongs to. The price is
 *   density (R(near) - R(far))              d1 and d2 on one side of 0
 *   nearNow - density (R(near) + R(far))    on both sides
 */
export const findTails = (row: EuropeanRow): void => {
  const { width, points } = row;
  const distance = Math.abs(row.centre);
  const halfWidth = width * 0.5;
  const near = Math.abs(distance - halfWidth);
  const twice = distance + distance;
  points.near = near;
  points.far = distance + halfWidth;
  points.gap = width < twice ? width : twice;
  compareRatios(points);
  const nearNow = isStrikeNear(row) ? row.strikeNow : row.underlyingNow;
  const density = nearNow * (bellOf(near * near * -0.5) * perRootTwoPi);
  row.density = density;
  row.nearTail = density * points.nearRatio;
  row.farTail = density * points.farRatio;
  row.outsidePrice = distance >= halfWidth ? density * points.fall : nearNow - row.nearTail - row.farTail;
};

/** Of the two points, the strike's d2 is the near one. */
export const isStrikeNear = (row: EuropeanRow): boolean => row.centre >= 0;

export const perRootTwoPi = 0.39894228040143267794;

/** exp(-near^2 / 2) from its logarithm; below -708 it is no normal double, and flushed to 0. */
const bellOf = (logarithm: number): number => (logarithm > -708 ? exponential(logarithm) : 0);
