import type { EuropeanRow } from './row.js';
import { driftOf } from './second-order.js';

/**
 * speed = -gamma (d1 / width + 1) / S, zomma = gamma (d1 d2 - 1) / volatility,
 * color = gamma (q + 1 / (2 T) + d1 (2 (r - q) T / width - d2) / (2 T)), with q = r for futures options.
 */
export const findThirdOrder = (row: EuropeanRow): void => {
  const { centre, width, root, gamma } = row;
  const halfWidth = width * 0.5;
  const d1 = centre + halfWidth;
  const d2 = centre - halfWidth;
  row.speed = 0 - (gamma / row.underlying) * (d1 / width + 1);
  row.zomma = gamma * ((d1 * d2 - 1) * (root / width));
  row.color = gamma * (row.dividendYield + 0.5 / (root * root) + d1 * driftOf(row, d2));
};
