import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type { BookValuesUpTo, PricingError } from '../../core/pricing/index.js';
import { sumByGroup } from '../plain/group-sums.js';
import { firstGroupBeyond, mismatch } from './positions.js';

/**
 * Rolls the sums of a book up into fewer: `group` has, for each group of `sums`, the code of the group it goes into,
 * from 0 to `groups` - 1. Where the codes of a book combine underlying, expiry and strategy, three calls give the sums
 * by each. A group with unpriced rows makes what it goes into NaN, and the counts are added.
 *
 * Errors: `ColumnLengthMismatch` if there are not as many codes as sums, `GroupOutOfRange` for a code not below
 * `groups`, `CapacityExceeded` above 4,096 groups.
 */
export const rollUp = <Sums extends BookValuesUpTo[keyof BookValuesUpTo]>(
  sums: Sums,
  group: Uint32Array,
  groups: number,
): Either<PricingError, Sums> => {
  const rows = sums.unpriced.length;
  const error = mismatch('group', group.length, rows) ?? firstGroupBeyond(group, rows, groups);
  if (error !== undefined) return left(error);
  const once = new Float64Array(rows).fill(1);
  const rolled = Object.entries(sums).map(([name, column]: [string, Float64Array | Uint32Array]) => [
    name,
    column instanceof Float64Array
      ? sumByGroup(column, once, group, groups)
      : countByGroup(column, group, groups),
  ]);
  return right(Object.fromEntries(rolled) as Sums);
};

const countByGroup = (unpriced: Uint32Array, group: Uint32Array, groups: number): Uint32Array => {
  const counts = new Uint32Array(groups);
  group.forEach((code, row) => {
    counts[code] = (counts[code] as number) + (unpriced[row] as number);
  });
  return counts;
};
