import { errorOfProduct, errorOfSum, type DoubleDouble } from '../double-double.js';
import { exponential } from '../exponential.js';
import { findPreciseLogarithm } from '../logarithm.js';
import type { QuoteRow } from './quote-row.js';
import { clamped, writeQuote } from './quote.js';

/**
 * Reads a quote anew with present values as two doubles each, so that the price above or below a bound has its sign
 * and most of its digits, and a moneyness that the carry all but cancels, too. With no rates, or none that matter, the
 * bounds are exact.
 */
export const lookAgain = (row: QuoteRow): void => {
  const { underlying, strike, price, growth, discount } = row;
  findFactors(row);
  const forward = row.isFutures ? underlying : underlying * growth.high;
  const forwardLow = row.isFutures
    ? 0
    : errorOfProduct(underlying, growth.high, forward) + underlying * growth.low;
  const difference = forward - strike;
  const differenceLow = errorOfSum(forward, -strike, difference) + forwardLow;
  const excess = difference + differenceLow;
  const excessLow = errorOfSum(difference, differenceLow, excess);
  const gain = excess * discount.high;
  const gainLow =
    errorOfProduct(excess, discount.high, gain) + (excess * discount.low + excessLow * discount.high);
  const underlyingNow = forward * discount.high;
  const strikeNow = strike * discount.high;
  const isCall = row.right === 0;
  const intrinsic = isCall ? gain : -gain;
  const whole = price - intrinsic;
  const rest = errorOfSum(price, -intrinsic, whole) - (isCall ? gainLow : -gainLow);
  const above = intrinsic > 0 ? whole + rest : price;
  const bound = isCall ? underlyingNow : strikeNow;
  const boundLow = isCall
    ? errorOfProduct(forward, discount.high, underlyingNow) +
      (forward * discount.low + forwardLow * discount.high)
    : errorOfProduct(strike, discount.high, strikeNow) + strike * discount.low;
  const room = bound - price;
  const below = room + (errorOfSum(bound, -price, room) + boundLow);
  writeQuote(row, row.logarithm.high, gain, gain >= 0 ? strikeNow : underlyingNow, above, below);
};

/** Leaves exp(carry) in `growth`, exp(-rate years) in `discount` and ln(forward / strike) in `logarithm`. */
const findFactors = (row: QuoteRow): void => {
  const { years, rate, dividendYield, logarithm } = row;
  const exponent = -rate * years;
  const exponentError = errorOfProduct(-rate, years, exponent);
  findPreciseExponential(row.discount, exponent, exponentError, logarithm);
  if (row.isFutures) {
    findPreciseLogarithm(logarithm, row.underlying, row.strike);
    return;
  }
  const growth = rate - dividendYield;
  const carry = growth * years;
  const carryError = errorOfProduct(growth, years, carry) + errorOfSum(rate, -dividendYield, growth) * years;
  findPreciseExponential(row.growth, carry, carryError, logarithm);
  findPreciseLogarithm(logarithm, row.underlying, row.strike);
  const sum = logarithm.high + carry;
  logarithm.high = sum + (errorOfSum(logarithm.high, carry, sum) + (logarithm.low + carryError));
};

/** exp(x + xError) to about 1e-18 |x|: one Newton step on its logarithm, which overwrites `logarithm`. */
const findPreciseExponential = (
  power: DoubleDouble,
  x: number,
  xError: number,
  logarithm: DoubleDouble,
): void => {
  power.high = exponential(clamped(x));
  findPreciseLogarithm(logarithm, power.high, 1);
  power.low = power.high * (x - logarithm.high - logarithm.low + xError);
};
