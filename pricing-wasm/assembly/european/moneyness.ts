import { PAIR_BYTES, STRIKE, UNDERLYING } from '../arena';
import { logarithmOfRatio } from '../logarithm';
import { CARRY, CENTRE, WIDTH } from './block';

// Second stage: how far the forward is from the strike, in standard deviations to expiry.
//   width = volatility sqrt(years),  centre = ln(forward / strike) / width,  d1, d2 = centre +- width / 2

/** Leaves CENTRE of `length` bytes of rows. Futures options (`futures`) carry nothing. */
@inline
export function findMoneyness(numbers: usize, stride: usize, block: usize, length: usize, futures: bool): void {
  for (let at: usize = 0; at < length; at += 2 * PAIR_BYTES) {
    const centreA = centreOf(numbers + at, stride, block + at, futures);
    const centreB = centreOf(numbers + at + PAIR_BYTES, stride, block + at + PAIR_BYTES, futures);
    v128.store(block + at, centreA, CENTRE);
    v128.store(block + at + PAIR_BYTES, centreB, CENTRE);
  }
}

@inline
function centreOf(row: usize, stride: usize, block: usize, futures: bool): v128 {
  const logarithm = logarithmOfRatio(v128.load(row + UNDERLYING * stride), v128.load(row + STRIKE * stride));
  const moneyness = futures ? logarithm : f64x2.add(logarithm, v128.load(block, CARRY));
  return f64x2.div(moneyness, v128.load(block, WIDTH));
}
