import { isLeft, left, type Either } from 'fp-ts/lib/Either.js';
import type { OptionColumns, Positions, PricingError } from '../../core/pricing/index.js';
import { optionColumns, rowsOf } from '../columns.js';

/** The most groups of a book. */
export const groupLimit = 4_096;

/** The number of rows, if options and positions have the same and every group is one of the book's. */
export const positionRowsOf = (
  options: OptionColumns,
  { quantity, group, groups }: Positions,
): Either<PricingError, number> => {
  const rows = rowsOf(options, optionColumns);
  if (isLeft(rows)) return rows;
  const odd =
    mismatch('quantity', quantity.length, rows.right) ?? mismatch('group', group.length, rows.right);
  if (odd !== undefined) return left(odd);
  const beyond = firstGroupBeyond(group, rows.right, groups);
  return beyond === undefined ? rows : left(beyond);
};

/** Why a column does not have as many rows as the others, if so. */
export const mismatch = (column: string, length: number, limit: number): PricingError | undefined =>
  length === limit ? undefined : { _tag: 'ColumnLengthMismatch', column, length, limit };

/** The first of `rows` group codes that is not below `groups`, or that there cannot be so many groups. */
export const firstGroupBeyond = (
  group: Uint32Array,
  rows: number,
  groups: number,
): PricingError | undefined => {
  if (!Number.isInteger(groups) || groups < 0 || groups > groupLimit) {
    return { _tag: 'CapacityExceeded', column: 'groups', length: groups, limit: groupLimit };
  }
  for (let index = 0; index < rows; index += 1) {
    const value = group[index] as number;
    if (value >= groups) return { _tag: 'GroupOutOfRange', column: 'group', index, value, limit: groups };
  }
  return undefined;
};
