import { errorOfProduct, errorOfSum } from '../double-double.js';
import { findPreciseLogarithm } from '../logarithm.js';
import type { EuropeanRow } from './row.js';

/**
 * near^2 / 2 with more digits than a double has: it is the logarithm of the density, and deep in the tail a unit of
 * its last place is hundreds of units of the density.
 *   near^2 / 2 = (|m| - V / 2)^2 / (2 V),  V = volatility^2 years,  m = ln(forward / strike)
 * with m and V held as two doubles each.
 */
export const findPreciseExponent = (row: EuropeanRow): void => {
  findPreciseMoneyness(row);
  const { volatility, years, moneyness, exponent } = row;
  const square = volatility * volatility;
  const variance = square * years;
  const varianceError =
    errorOfProduct(square, years, variance) + errorOfProduct(volatility, volatility, square) * years;
  // Never -0: a sum is -0 only if both of its terms are, and the logarithm is not.
  const isNegative = moneyness.high < 0;
  const magnitude = isNegative ? -moneyness.high : moneyness.high;
  const magnitudeError = isNegative ? -moneyness.low : moneyness.low;
  const distance = magnitude - variance * 0.5;
  const distanceError =
    errorOfSum(magnitude, -(variance * 0.5), distance) + (magnitudeError - varianceError * 0.5);
  const numerator = distance * distance;
  const numeratorError =
    errorOfProduct(distance, distance, numerator) + (distance + distance) * distanceError;
  const denominator = leastDenominator < variance + variance ? variance + variance : leastDenominator;
  const quotient = numerator / denominator;
  const product = quotient * denominator;
  const remainder = numerator - product - errorOfProduct(quotient, denominator, product) + numeratorError;
  exponent.high = quotient;
  exponent.low = (remainder - quotient * (varianceError + varianceError)) / denominator;
};

const leastDenominator = 9.33263618503218879e-302; // 2^-1000, so that no division is by 0

/** ln(forward / strike); nothing is carried where the underlying is a futures price. */
const findPreciseMoneyness = ({
  underlying,
  strike,
  years,
  rate,
  dividendYield,
  isFutures,
  moneyness,
}: EuropeanRow): void => {
  findPreciseLogarithm(moneyness, underlying, strike);
  if (isFutures) return;
  const logarithm = moneyness.high;
  const growth = rate - dividendYield;
  const carry = growth * years;
  const carryError = errorOfProduct(growth, years, carry) + errorOfSum(rate, -dividendYield, growth) * years;
  const sum = logarithm + carry;
  const rest = errorOfSum(logarithm, carry, sum) + (moneyness.low + carryError);
  moneyness.high = sum + rest;
  moneyness.low = sum - moneyness.high + rest;
};
