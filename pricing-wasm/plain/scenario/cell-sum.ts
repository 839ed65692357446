import { errorOfSum } from '../double-double.js';

// A cell is four numbers: the sums of the even and of the odd legs, then what rounding lost of each.

/** Adds the values of an even and of an odd leg to the cell at `at`. */
export const addToCell = (sums: Float64Array, at: number, even: number, odd: number): void => {
  addTo(sums, at, even);
  addTo(sums, at + 1, odd);
};

const addTo = (sums: Float64Array, at: number, value: number): void => {
  const before = sums[at] as number;
  const sum = before + value;
  sums[at] = sum;
  sums[at + 2] = (sums[at + 2] as number) + errorOfSum(before, value, sum);
};

/** The value of the cell at `at`. */
export const cellValue = (sums: Float64Array, at: number): number => {
  const even = sums[at] as number;
  const odd = sums[at + 1] as number;
  const sum = even + odd;
  const lost = (sums[at + 2] as number) + (sums[at + 3] as number);
  return sum + (lost + errorOfSum(even, odd, sum));
};
