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

// A book's sums by group: quantity x value of every value column, row after row, with the rounding error of each
// addition summed beside it (Ogita, Rump and Oishi 2005), so that the order of the rows is felt in the last place
// only. The two lanes are two value columns of one row; a last odd column travels twice.
//
// The results hold the groups' counts of rows not priced, u32 each, then from SUMS_OFFSET the groups' sums: for each
// two columns the pair of sums and the pair of errors.

export const GROUP_LIMIT: usize = 4096;
export const SUMS_OFFSET: usize = GROUP_LIMIT * 4;
const SUM_BYTES: usize = 32;

/** Bytes from the sums of one group to those of the next. */
@inline
function groupStride(values: usize): usize {
  return ((values + 1) / 2) * SUM_BYTES;
}

@inline
function sumsStart(capacity: usize): usize {
  return resultsStart(capacity) + SUMS_OFFSET;
}

export function clearGroups(capacity: usize, groups: usize, values: usize): void {
  memory.fill(resultsStart(capacity), 0, groups * 4);
  memory.fill(sumsStart(capacity), 0, groups * groupStride(values));
}

/** Adds to a sum and keeps what rounding loses (Knuth's exact sum). */
@inline
function addTo(sums: usize, value: v128): void {
  const before = v128.load(sums);
  const sum = f64x2.add(before, value);
  const added = f64x2.sub(sum, before);
  const lost = f64x2.add(f64x2.sub(before, f64x2.sub(sum, added)), f64x2.sub(value, added));
  v128.store(sums, sum);
  v128.store(sums, f64x2.add(v128.load(sums, 16), lost), 16);
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
    addColumns(sums, amount, price, columns, 0, values);
    if (values < 2) continue;
    addColumns(sums, amount, price, columns, 1, values);
    addColumns(sums, amount, price, columns, 2, values);
    if (values < 7) continue;
    addColumns(sums, amount, price, columns, 3, values);
    addColumns(sums, amount, price, columns, 4, values);
    if (values < 10) continue;
    addColumns(sums, amount, price, columns, 5, values);
  }
}

@inline
function addColumns(sums: usize, amount: v128, price: usize, columns: usize, pair: usize, values: usize): void {
  const column = price + 2 * pair * columns;
  addTo(sums + pair * SUM_BYTES, f64x2.mul(amount, v128.load64_lane(column + columns, v128.load64_zero(column), 1)));
}
