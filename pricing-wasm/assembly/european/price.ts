import { PAIR_BYTES, PRICE } from '../arena';
import { GAIN, OUTSIDE_PRICE, SIGN, addToSum } from './block';

// The price: that of the option out of the money plus, in the money, the forward's gain (put-call parity).

/** Writes PRICE of `length` bytes of rows. */
@inline
export function writePrices(numbers: usize, stride: usize, block: usize, length: usize): void {
  const prices = numbers + PRICE * stride;
  const zero = f64x2.splat(0);
  let sum = zero;
  for (let at: usize = 0; at < length; at += PAIR_BYTES) {
    const gain = v128.xor(v128.load(block + at, GAIN), v128.load(block + at, SIGN));
    const parity = f64x2.pmax(zero, gain);
    const price = f64x2.pmax(zero, f64x2.add(v128.load(block + at, OUTSIDE_PRICE), parity));
    v128.store(prices + at, price);
    sum = f64x2.add(sum, price);
  }
  addToSum(block, sum);
}
