import { exponential } from '../exponential.js';
import type { EuropeanRow } from './row.js';

/** Second stage: what the underlying and the strike, delivered at expiry, are worth now. */
export const findPresentValues = (row: EuropeanRow): void => {
  const discount = exponential(row.rate * -row.years);
  row.strikeNow = row.strike * discount;
  if (row.isFutures) {
    row.underlyingNow = row.underlying * discount;
    row.gain = discount * (row.underlying - row.strike);
    return;
  }
  row.underlyingNow = row.underlying * exponential(row.dividendYield * -row.years);
  row.gain = row.underlyingNow - row.strikeNow;
};
