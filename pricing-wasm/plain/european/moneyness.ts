import { logarithmOfRatio } from '../logarithm.js';
import type { EuropeanRow } from './row.js';

/** First stage: how far the forward is from the strike, in standard deviations to expiry. Futures carry nothing. */
export const findMoneyness = (row: EuropeanRow): void => {
  const root = Math.sqrt(row.years);
  const width = row.volatility * root;
  const logarithm = logarithmOfRatio(row.underlying, row.strike);
  row.root = root;
  row.width = width;
  if (row.isFutures) {
    row.centre = logarithm / width;
    return;
  }
  const carry = (row.rate - row.dividendYield) * row.years;
  row.carry = carry;
  row.centre = (logarithm + carry) / width;
};
