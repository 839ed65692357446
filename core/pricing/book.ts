import type { GreekOrder, ValuesUpTo } from './values.js';

/**
 * What is held of each option, row by row beside its `OptionColumns`. `quantity` is signed contracts (or units) times
 * the contract's multiplier, so that a sum over rows is in currency per point; `group` is the code of the sum that the
 * row belongs to, from 0 to `groups` - 1. For several groupings at once give each combination a code of its own, and
 * roll the sums up afterwards.
 */
export interface Positions {
  readonly quantity: Float64Array;
  readonly group: Uint32Array;
  readonly groups: number;
}

/** How many rows of each group could not be priced. The group's sums are then NaN: they are not known. */
interface Unpriced {
  readonly unpriced: Uint32Array;
}

/**
 * One sum a group: quantity times value over its rows, in the units of the value columns times those of the quantity;
 * 0 for a group without rows.
 */
export type BookValuesUpTo = {
  readonly [Order in GreekOrder]: Omit<ValuesUpTo[Order], 'status'> & Unpriced;
};
