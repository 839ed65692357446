import { DISCOUNT, DIVIDEND_YIELD, RATE, STRIKE, STRIKE_NOW, UNDERLYING, UNDERLYING_NOW, YEARS } from './arena';
import { exponential } from './exponential';

// Second stage: what the underlying and the strike, delivered at expiry, are worth now.

/** Reads the row at `numbers`, leaves DISCOUNT, UNDERLYING_NOW and STRIKE_NOW at `block`. */
@inline
export function findPresentValues(numbers: usize, block: usize, futures: bool): void {
  const minusYears = f64x2.neg(v128.load(numbers, YEARS));
  const discount = exponential(f64x2.mul(v128.load(numbers, RATE), minusYears));
  const carry = futures
    ? discount
    : exponential(f64x2.mul(v128.load(numbers, DIVIDEND_YIELD), minusYears));
  v128.store(block, discount, DISCOUNT);
  v128.store(block, f64x2.mul(v128.load(numbers, UNDERLYING), carry), UNDERLYING_NOW);
  v128.store(block, f64x2.mul(v128.load(numbers, STRIKE), discount), STRIKE_NOW);
}
