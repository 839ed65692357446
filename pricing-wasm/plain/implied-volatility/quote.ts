import { RowStatus } from '../../../core/pricing/index.js';
import { exponential, exponentialLessOne } from '../exponential.js';
import { logarithmOfRatio } from '../logarithm.js';
import type { QuoteRow } from './quote-row.js';
import { statusOfInputs, statusOfQuote } from './status.js';

/**
 * First stage: what the price says of the option out of the money on the same strike (put-call parity), and the
 * status so far. True if it needs another look, see `delicate-quote.ts`.
 */
export const readQuote = (row: QuoteRow): boolean => {
  const { underlying, strike, years, rate, price, isFutures } = row;
  const carry = isFutures ? 0 : (rate - row.dividendYield) * years;
  row.status = statusOfInputs(row, carry);
  if (row.status !== RowStatus.priced) return false;
  const discount = exponential(clamped(-rate * years));
  const forward = isFutures ? underlying : underlying * exponential(clamped(carry));
  const logarithm = logarithmOfRatio(underlying, strike);
  const moneyness = isFutures ? logarithm : logarithm + carry;
  const gain = discount * (isFutures ? underlying - strike : excessOf(underlying, strike, carry, forward));
  const intrinsic = row.right === 0 ? gain : -gain;
  const above = intrinsic > 0 ? price - intrinsic : price;
  const underlyingNow = discount * forward;
  const strikeNow = discount * strike;
  const below = (row.right === 0 ? underlyingNow : strikeNow) - price;
  writeQuote(row, moneyness, gain, gain >= 0 ? strikeNow : underlyingNow, above, below);
  return isTied(price, above, below) || (!isFutures && isCancelled(moneyness, carry, row.value));
};

/** forward - strike. */
const excessOf = (underlying: number, strike: number, carry: number, forward: number): number =>
  Math.abs(carry) <= 0.25
    ? underlying - strike + underlying * exponentialLessOne(clamped(carry))
    : forward - strike;

/** The price is so near a bound that rounding would decide on which side it is. */
const isTied = (price: number, above: number, below: number): boolean => {
  const near = price * 9.313225746154785e-10; // 2^-30
  return (Math.abs(above) <= near || Math.abs(below) <= near) && price > 0;
};

/** The carry all but cancels the moneyness, and the width is small enough to feel it. */
const isCancelled = (moneyness: number, carry: number, value: number): boolean =>
  Math.abs(moneyness) * 8 < Math.abs(carry) && value * 8 < Math.abs(carry);

/** The exponent, if the exponential can take it; a NaN is taken for the lower limit. */
export const clamped = (exponent: number): number => {
  const raised = exponent > -708 ? exponent : -708;
  return raised > 708 ? 708 : raised;
};

/** Writes what there is to solve and the status. */
export const writeQuote = (
  row: QuoteRow,
  moneyness: number,
  gain: number,
  nearNow: number,
  above: number,
  below: number,
): void => {
  const value = above / nearNow;
  const room = below / nearNow;
  const share = Math.abs(gain) / nearNow;
  row.moneyness = Math.abs(moneyness);
  row.value = value;
  row.isHigh = room < 0.6;
  row.target = row.isHigh ? room : value;
  row.gain = share > 1e100 ? 1e100 : share;
  row.status = statusOfQuote(row, above, below, value);
};
