import { RowStatus } from '../../../core/pricing/index.js';
import type { QuoteRow } from './quote-row.js';

/** What the inputs alone say: priced, unless one is NaN or infinite, or outside its domain. */
export const statusOfInputs = (row: QuoteRow, carry: number): number => {
  const { right, underlying, strike, years, rate, dividendYield, price } = row;
  const isFinite =
    zeroIfFinite(underlying) + zeroIfFinite(strike) + zeroIfFinite(price) === 0 &&
    zeroIfFinite(rate) + zeroIfFinite(dividendYield) + zeroIfFinite(years) === 0;
  if (!isFinite) return RowStatus.nonFinite;
  const isInside =
    isPrice(underlying) &&
    isPrice(strike) &&
    years >= 0 &&
    Math.abs(rate) * years <= farthestExponent &&
    Math.abs(dividendYield) * years <= farthestExponent &&
    Math.abs(carry) <= farthestExponent &&
    (right === 0 || right === 1);
  return isInside ? RowStatus.priced : RowStatus.outOfDomain;
};

/**
 * What the price says: `above` is the price less the intrinsic value, `below` the upper bound less the price, `value`
 * is `above` as a fraction of nearNow.
 */
export const statusOfQuote = (row: QuoteRow, above: number, below: number, value: number): number => {
  if (row.price < 0) return RowStatus.negativePrice;
  if (below < 0) return RowStatus.aboveUpperBound;
  if (above < 0) return RowStatus.belowIntrinsic;
  if (below === 0) return RowStatus.atUpperBound;
  if (value <= leastValue) return RowStatus.atIntrinsic;
  return row.years === 0 ? RowStatus.outOfDomain : RowStatus.priced;
};

/** `outOfDomain` for a volatility that is no positive finite number. */
export const statusOfVolatility = (volatility: number): number =>
  volatility > 0 && zeroIfFinite(volatility) === 0 ? RowStatus.priced : RowStatus.outOfDomain;

/** 0 for a finite number, else NaN. */
const zeroIfFinite = (x: number): number => x - x;

const isPrice = (x: number): boolean => x >= 1e-150 && x <= 1e150;

const farthestExponent = 700; // its exponential is a normal double
const leastValue = 9.33263618503218879e-302; // 2^-1000
