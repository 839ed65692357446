import type { EuropeanRow } from './row.js';

/**
 * Too narrow, so that the price is a small difference of present values; too wide for the range of the Mills ratio's
 * fit; or carried so many widths that the carry may cancel against the moneyness.
 */
export const isOutOfShape = (row: EuropeanRow): boolean =>
  row.width < 0.00390625 || row.width > 64 || (!row.isFutures && Math.abs(row.carry) > row.width * 4);

/** So far in the tail that the rounding of d shows in the density, which feels it near^2 times; from 38 on it is 0. */
export const isDeep = (row: EuropeanRow): boolean => {
  const near = signedNear(row);
  return near > 16 && near < 38;
};

/** The near point; negative where d1 and d2 lie on both sides of 0. */
export const signedNear = (row: EuropeanRow): number => Math.abs(row.centre) - row.width * 0.5;
