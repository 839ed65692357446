import { CENTRE, DIVIDEND_YIELD, RATE, STRIKE, UNDERLYING, VOLATILITY, WIDTH, YEARS } from './arena';
import { coefficient } from './lanes';
import { logarithmOfRatio } from './logarithm';

// First stage: how far the forward is from the strike, in standard deviations to expiry.
//   width = volatility sqrt(years),  centre = ln(forward / strike) / width,  d1, d2 = centre +- width / 2

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  9.33263618503218879e-302, 9.33263618503218879e-302, // 2^-1000
], 16);

/** A width at or below this counts as zero: the option is at its limit, its discounted intrinsic value. */
@inline
export function smallestWidth(): v128 {
  return coefficient(TABLE, 0);
}

/** Reads the row at `numbers`, leaves CENTRE and WIDTH at `block`. Black-76 (`futures`) carries nothing. */
@inline
export function findMoneyness(numbers: usize, block: usize, futures: bool): void {
  const years = v128.load(numbers, YEARS);
  const width = f64x2.mul(v128.load(numbers, VOLATILITY), f64x2.sqrt(years));
  let moneyness = logarithmOfRatio(v128.load(numbers, UNDERLYING), v128.load(numbers, STRIKE));
  if (!futures) {
    const carry = f64x2.sub(v128.load(numbers, RATE), v128.load(numbers, DIVIDEND_YIELD));
    moneyness = f64x2.add(moneyness, f64x2.mul(carry, years));
  }
  v128.store(block, f64x2.div(moneyness, f64x2.pmax(smallestWidth(), width)), CENTRE);
  v128.store(block, width, WIDTH);
}
