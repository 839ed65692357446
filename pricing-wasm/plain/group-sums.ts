import { errorOfSum } from './double-double.js';

/**
 * Sums of quantity × value by group, row after row, with the rounding error of each addition summed beside it (Ogita,
 * Rump and Oishi 2005). The same operations in the same order as `assembly/book/group-sums.ts`, so the same bits.
 *
 * Error: 2^-53 of the sum, plus 2^-53 of the sum of |quantity × value| from the products. The order of n rows moves
 * a sum by a unit in its last place, plus n² 2^-106 of the sum of |quantity × value|.
 */
export const sumByGroup = (
  values: Float64Array,
  quantity: Float64Array,
  group: Uint32Array,
  groups: number,
): Float64Array => {
  const sums = new Float64Array(groups);
  const lost = new Float64Array(groups);
  group.forEach((code, row) => {
    const before = sums[code] as number;
    const value = (quantity[row] as number) * (values[row] as number);
    const sum = before + value;
    sums[code] = sum;
    lost[code] = (lost[code] as number) + errorOfSum(before, value, sum);
  });
  return sums.map((sum, code) => known(sum + (lost[code] as number)));
};

/** The number, or the one NaN: those that engines produce differ in their bits. */
export const known = (value: number): number => (Number.isNaN(value) ? Number.NaN : value);
