import type { OptionTerms } from './option-terms.js';

const leastPrice = 1e-150;
const mostPrice = 1e150;
const mostDiscount = 700;

export const finiteInputs = (option: OptionTerms): boolean =>
  [
    option.underlying,
    option.strike,
    option.years,
    option.rate,
    option.dividendYield,
    option.volatility,
  ].every(Number.isFinite);

/** As in `assembly/european/row-status.ts`. */
export const insideDomain = (option: OptionTerms): boolean => {
  const { right, underlying, strike, years, rate, dividendYield, volatility } = option;
  const code: number = right;
  return (
    (code === 0 || code === 1) &&
    Math.min(underlying, strike) >= leastPrice &&
    Math.max(underlying, strike) <= mostPrice &&
    Math.min(years, volatility) >= 0 &&
    Math.max(Math.abs(rate), Math.abs(dividendYield)) * years <= mostDiscount
  );
};
