import type { EuropeanRow } from './row.js';

/**
 * vanna = -(density / S) d2 / volatility, volga = vega d1 d2 / volatility,
 * charm = q delta - (density / S) (2 (r - q) T / width - d2) / (2 T), with q = r for futures options;
 * 1 / volatility is sqrt(T) / width, 1 / (2 T) is half / sqrt(T)^2, so that a width of 0 divides nothing by 0.
 */
export const findSecondOrder = (row: EuropeanRow): void => {
  const { centre, width, root } = row;
  const halfWidth = width * 0.5;
  const d1 = centre + halfWidth;
  const d2 = centre - halfWidth;
  const perVolatility = root / width;
  const slope = row.density / row.underlying;
  row.vanna = 0 - slope * (d2 * perVolatility);
  row.volga = row.vega * (d1 * d2 * perVolatility);
  row.charm = row.dividendYield * row.delta - slope * driftOf(row, d2);
};

/** (2 (r - q) T / width - d2) / (2 T): how d1 moves as time passes, less its sign. */
export const driftOf = (row: EuropeanRow, d2: number): number => {
  const perYears = 0.5 / (row.root * row.root);
  return row.isFutures ? -(d2 * perYears) : ((row.carry + row.carry) / row.width - d2) * perYears;
};
