import { PRICE } from '../arena';
import { coefficient } from '../lanes';

// What a pair of rows says of itself before and after.

// prettier-ignore
const BITS: usize = memory.data<u64>([
  0x7FF8_0000_0000_0000, 0x7FF8_0000_0000_0000, // 0: the one NaN ever written
], 16);

export const OUT_OF_DOMAIN: u8 = 2;
/** Of American options alone: exercised early between two boundaries. */
export const DOUBLE_BOUNDARY: u8 = 3;

/** Mask of the lanes whose code, one byte each at `codes`, is 0: calls of rights, priced rows of statuses. */
@inline
export function isZero(codes: usize): v128 {
  const first = i64x2.splat(<i64>load<u8>(codes));
  return i64x2.eq(i64x2.replace_lane(first, 1, <i64>load<u8>(codes, 1)), i64x2.splat(0));
}

/** Stores the value in the lanes of the mask. */
@inline
export function storeWhere(mask: v128, address: usize, value: v128): void {
  v128.store(address, v128.bitselect(value, v128.load(address), mask));
}

/** Writes NaN over `values` value columns of the lanes of the mask, and their status. */
@inline
export function refuse(numbers: usize, stride: usize, statuses: usize, mask: v128, values: usize, status: u8): void {
  for (let value: usize = 0; value < values; value++) {
    storeWhere(mask, numbers + (PRICE + value) * stride, coefficient(BITS, 0));
  }
  if (i64x2.extract_lane(mask, 0) != 0) store<u8>(statuses, status);
  if (i64x2.extract_lane(mask, 1) != 0) store<u8>(statuses, status, 1);
}
