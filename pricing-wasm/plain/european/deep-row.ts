import { signedNear } from './delicate.js';
import { findPreciseExponent } from './precise-exponent.js';
import type { EuropeanRow } from './row.js';

/**
 * A row deep in the tail: what is proportional to the density is multiplied by exp(near^2 / 2 as rounded - as it is),
 * which is near 1.
 */
export const correctDeepRow = (row: EuropeanRow): void => {
  findPreciseExponent(row);
  const near = signedNear(row);
  const correction = near * near * 0.5 - row.exponent.high - row.exponent.low;
  row.density += row.density * correction;
  row.outsidePrice += row.outsidePrice * correction;
  row.nearTail += row.nearTail * correction;
  row.farTail += row.farTail * correction;
};
