import { NUMBER_BYTES, scratchStart } from '../arena';

// Implied volatilities are found in blocks of rows, stage by stage, as the European kernel prices them
// (`european/block.ts` says why). The block, at the start of the scratch, is what one stage leaves for the next.
//
// Of the two options on a row's strike, a call and a put, the one out of the money on the forward is solved for. Its
// price is between 0 and `nearNow`, the present value on the in-the-money side of the forward. `value` is the price as
// a fraction of nearNow, `room` what it lacks to 1. Where room is the smaller, a row is `high` and solved by its room.
//
//   value = phi(near) (R(near) - R(far)),   room = phi(near) (R(-near) + R(far))
//   near, far = moneyness / width -+ width / 2,   moneyness = |ln(forward / strike)|,   width = volatility sqrt(years)

export const BLOCK_ROWS: usize = 64;

const STRIDE: usize = BLOCK_ROWS * NUMBER_BYTES;

// Offsets from the address of a row in the block.
export const MONEYNESS: usize = 0 * STRIDE; // signed until the quote is read
export const VALUE: usize = 1 * STRIDE;
export const TARGET: usize = 2 * STRIDE; // value, or room of a high row
export const HIGH: usize = 3 * STRIDE; // mask
export const GAIN: usize = 4 * STRIDE; // |forward - strike|, discounted, as a fraction of nearNow
export const WIDTH: usize = 5 * STRIDE;
export const CENTRE: usize = 6 * STRIDE; // moneyness / width
export const NUMERATOR: usize = 7 * STRIDE; // of value / phi(near), or of room / phi(near)
export const DENOMINATOR: usize = 8 * STRIDE;
export const CODE: usize = 9 * STRIDE; // the status
export const DELICATE: usize = 10 * STRIDE; // mask of the rows that `delicate-quotes.ts` looks at again
export const CARRY: usize = 11 * STRIDE; // (rate - dividendYield) years
export const DISCOUNT: usize = 12 * STRIDE;
export const FORWARD: usize = 13 * STRIDE;
export const EXCESS: usize = 14 * STRIDE; // forward - strike
export const TAIL_POINT: usize = 15 * STRIDE; // n with N(-n) = target, about

@inline
export function blockStart(): usize {
  return scratchStart();
}
