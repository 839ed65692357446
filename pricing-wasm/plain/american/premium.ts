import { exponential } from '../exponential.js';
import { millsRatio } from '../mills-ratio.js';
import { bell, distanceOf, total } from './bell.js';
import type { Boundary } from './boundary.js';
import type { Grid } from './grid.js';
import type { UnitPut } from './put.js';

/** The early-exercise premium p(z) of a put struck at 1, z = underlying / strike. */
export interface Premium {
  readonly value: number;
  /** z p'(z). */
  readonly slope: number;
  /** z^2 p''(z). */
  readonly curvature: number;
}

const perTotal = 0.3989422804014327;

/**
 * Kim (1990), Jacka (1991), Carr, Jarrow and Myneni (1992): what exercise earns, for as long as the underlying is
 * below the boundary, int r e^(-r s) N(-d-) - q z e^(-q s) N(-d+) ds. The boundary does not depend on z, so the
 * derivatives go under the integral.
 */
export const premiumOf = (put: UnitPut, boundary: Boundary, { premium, roots }: Grid): Premium => {
  const { ratio, rateTime, yieldTime, width } = put;
  const { nearExpiry, perWidth, slope, squares } = boundary;
  const { interpolation } = premium;
  const times = roots.length;
  const distanceNow = (put.moneyness - nearExpiry) * perWidth;
  let value = 0;
  let first = 0;
  let second = 0;
  for (let point = 0; point < premium.roots.length; point += 1) {
    let square = interpolation[point * times]! * squares[0]!;
    for (let other = 1; other < times; other += 1) {
      square += interpolation[point * times + other]! * squares[other]!;
    }
    const depth = Math.sqrt(square < 0 ? 0 : square);
    const root = premium.roots[point]!;
    const perRoot = premium.perRoot[point]!;
    const weight = premium.weights[point]!;
    const minusElapsed = -(root * root);
    const cashRate = exponential(rateTime * minusElapsed) * rateTime;
    const assetRate = exponential(yieldTime * minusElapsed) * (yieldTime * ratio);
    const assetD = (distanceNow + depth) * perRoot + slope * root;
    const cashD = assetD - width * root;
    const assetDistance = distanceOf(assetD);
    const cashDistance = distanceOf(cashD);
    const assetDensity = bell(assetDistance) * assetRate;
    const cashDensity = bell(cashDistance) * cashRate;
    const assetTail = assetDensity * millsRatio(assetDistance);
    const cashTail = cashDensity * millsRatio(cashDistance);
    const asset = assetD > 0 ? assetTail : assetRate * total - assetTail;
    const cash = cashD > 0 ? cashTail : cashRate * total - cashTail;
    const perSpread = perWidth * perRoot;
    const flow = cashDensity - assetDensity;
    value += (cash - asset) * weight;
    first += (flow * perSpread + asset) * weight;
    second += ((cashD * perSpread + 1) * flow + assetDensity) * perSpread * weight;
  }
  return { value: value * perTotal, slope: -(first * perTotal), curvature: second * perTotal };
};
