import type { EuropeanRow } from './row.js';
import { isStrikeNear } from './tails.js';

/**
 * delta = N(d1) exp(-q T), gamma = density / (S^2 width), vega = density sqrt(T),
 * theta = q asset - r cash - density volatility / (2 sqrt(T)), rho = T cash, where asset and cash are the present
 * values times N(d1), N(d2) of a call, N(-d1), N(-d2) of a put.
 */
export const findFirstOrder = (row: EuropeanRow): void => {
  const { underlying, years, rate, root, density, centre, width } = row;
  const isCall = row.right === 0;
  const strikeNear = isStrikeNear(row);
  const halfWidth = width * 0.5;
  const d1 = centre + halfWidth;
  const asset = weighted(row.underlyingNow, strikeNear ? row.farTail : row.nearTail, isCall ? d1 : -d1);
  const perUnderlying = 1 / underlying;
  const delta = asset * perUnderlying;
  // A sum with 0 is never -0.
  row.delta = (isCall ? delta : -delta) + 0;
  row.gamma = (density * perUnderlying) / (underlying * width);
  row.vega = density * root;
  const decay = density * ((row.volatility * 0.5) / root);
  if (row.isFutures) {
    row.theta = rate * row.price - decay;
    row.rho = 0 - years * row.price;
    return;
  }
  const d2 = centre - halfWidth;
  const cash = weighted(row.strikeNow, strikeNear ? row.nearTail : row.farTail, isCall ? d2 : -d2);
  const financing = row.dividendYield * asset - rate * cash;
  row.theta = (isCall ? financing : -financing) - decay + 0;
  row.rho = (isCall ? years * cash : -(years * cash)) + 0;
};

/** A present value times N(d): its tail, or the whole less the tail where that is above 1/2. */
const weighted = (whole: number, tail: number, d: number): number => (d >= 0 ? whole - tail : tail);
