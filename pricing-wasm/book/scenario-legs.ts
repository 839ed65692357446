import type { OptionColumns } from '../../core/pricing/index.js';
import { exponential } from '../plain/exponential.js';
import type { Shocks } from './scenario-axes.js';

/**
 * How many legs cannot be priced at every spot, by the domain of `blackScholesMerton` for the leg as it is and with its
 * underlying at the least and greatest shock; also a leg whose amount, quantity times all that it could deliver, is
 * above 1e300, so that no sum of amounts leaves the doubles.
 */
export const countUnpriced = (
  options: OptionColumns,
  quantity: Float64Array,
  { spots }: Pick<Shocks, 'spots'>,
): number => {
  const least = spots.reduce((a, b) => Math.min(a, b), 1);
  const greatest = spots.reduce((a, b) => Math.max(a, b), 1);
  let unpriced = 0;
  for (let row = 0; row < quantity.length; row += 1) {
    const underlying = options.underlying[row] as number;
    const strike = options.strike[row] as number;
    const isPriced =
      (options.right[row] as number) <= 1 &&
      isPrice(underlying * least) &&
      isPrice(underlying * greatest) &&
      isPrice(strike) &&
      isTime(options, row) &&
      isAmount(quantity[row] as number, Math.max(underlying * greatest, strike), carry(options, row));
    if (!isPriced) unpriced += 1;
  }
  return unpriced;
};

const isPrice = (price: number): boolean => price >= 1e-150 && price <= 1e150;

const isTime = ({ years, volatility }: OptionColumns, row: number): boolean =>
  (years[row] as number) >= 0 && (volatility[row] as number) >= 0 && (volatility[row] as number) < Infinity;

/** The farthest that a present value may be from what it is the present value of, as a logarithm. */
const carry = ({ years, rate, dividendYield }: OptionColumns, row: number): number =>
  Math.max(Math.abs(rate[row] as number), Math.abs(dividendYield[row] as number)) * (years[row] as number);

const isAmount = (quantity: number, price: number, logarithm: number): boolean =>
  logarithm <= 700 && Math.abs(quantity) * price * exponential(logarithm) <= 1e300;
