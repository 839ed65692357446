import {
  GROUP_BYTES,
  NUMBER_BYTES,
  PRICE,
  QUANTITY,
  STATUS,
  codeStride,
  codesStart,
  groupsStart,
  numbersStart,
  resultsStart,
  stride,
} from '../arena';
import { RUNNING_SUM_BYTES, addToRunningSum } from '../running-sum';

// A book's sums by group: quantity x value of every value column, row after row, in running sums that lose no
// rounding, so that the order of the rows is felt in the last place only. The two lanes are two value columns of one
// row; what travels beside an odd last column is not read.
//
// The results hold the groups' counts of rows not priced, u32 each, then from SUMS_OFFSET the groups' sums, a running
// sum for each two columns.

const GROUP_LIMIT: usize = 4096;
const SUMS_OFFSET: usize = GROUP_LIMIT * 4;

/** Bytes from the sums of one group to those of the next. */
@inline
function groupStride(values: usize): usize {
  return ((values + 1) / 2) * RUNNING_SUM_BYTES;
}

@inline
function sumsStart(capacity: usize): usize {
  return resultsStart(capacity) + SUMS_OFFSET;
}

/** Makes the sums and counts of `groups` groups 0. */
export function clearGroups(capacity: usize, groups: usize, values: usize): void {
  memory.fill(resultsStart(capacity), 0, groups * 4);
  memory.fill(sumsStart(capacity), 0, groups * groupStride(values));
}

/** Counts a row that is not priced, or whose quantity is no finite number; its NaN stays in the sums. */
@inline
function countUnpriced(status: u8, quantity: f64, count: usize): void {
  if (status != 0 || quantity - quantity != 0) store<u32>(count, load<u32>(count) + 1);
}

/** Adds rows [0, rows) of the first `values` value columns. */
export function addRows(capacity: usize, rows: usize, values: usize): void {
  const columns = stride(capacity);
  const statuses = codesStart(capacity) + STATUS * codeStride(capacity);
  const groups = groupsStart(capacity);
  const counts = resultsStart(capacity);
  const sumsOfAll = sumsStart(capacity);
  const bytes = groupStride(values);
  for (let row: usize = 0; row < rows; row++) {
    const price = numbersStart() + PRICE * columns + row * NUMBER_BYTES;
    const group = <usize>load<u32>(groups + row * GROUP_BYTES);
    const quantity = load<f64>(price + (QUANTITY - PRICE) * columns);
    countUnpriced(load<u8>(statuses + row), quantity, counts + group * 4);
    const amount = f64x2.splat(quantity);
    const sums = sumsOfAll + group * bytes;
    addColumns(sums, amount, price, columns, 0);
    if (values < 2) continue;
    addColumns(sums, amount, price, columns, 1);
    addColumns(sums, amount, price, columns, 2);
    if (values < 7) continue;
    addColumns(sums, amount, price, columns, 3);
    addColumns(sums, amount, price, columns, 4);
    if (values < 10) continue;
    addColumns(sums, amount, price, columns, 5);
  }
}

/** Adds two value columns of a row. */
@inline
function addColumns(sums: usize, amount: v128, price: usize, columns: usize, pair: usize): void {
  const column = price + 2 * pair * columns;
  const values = v128.load64_lane(column + columns, v128.load64_zero(column), 1);
  addToRunningSum(sums + pair * RUNNING_SUM_BYTES, f64x2.mul(amount, values));
}
