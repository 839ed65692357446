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
 * What the price says: `value` and `room` are the price less the intrinsic value and the upper bound less the price, as
 * fractions of nearNow.
 */
export const statusOfQuote = (row: QuoteRow, nearNow: number, value: number, room: number): number => {
  if (row.price < 0) return RowStatus.negativePrice;
  if (room < 0) return RowStatus.aboveUpperBound;
  if (value < 0) return RowStatus.belowIntrinsic;
  if (room <= leastShare) return RowStatus.atUpperBound;
  if (value <= leastShare) return RowStatus.atIntrinsic;
  return row.years === 0 || nearNow < leastShare ? RowStatus.outOfDomain : RowStatus.priced;
};

/** `outOfDomain` for a volatility that is no positive finite number. */
export const statusOfVolatility = (volatility: number): number =>
  volatility > 0 && zeroIfFinite(volatility) === 0 ? RowStatus.priced : RowStatus.outOfDomain;

/** 0 for a finite number, else NaN. */
const zeroIfFinite = (x: number): number => x - x;

const isPrice = (x: number): boolean => x >= 1e-150 && x <= 1e150;

const farthestExponent = 700; // its exponential is a normal double
const leastShare = 9.33263618503218879e-302; // 2^-1000; a price nearer to a bound is at it
