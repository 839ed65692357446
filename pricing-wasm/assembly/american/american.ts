import { NUMBER_BYTES, RIGHT, STATUS, codeStride, codesStart, numbersStart, stride } from '../arena';
import { findPrices } from './exercise';
import { writeGreeks } from './greeks';
import { chooseTier } from './grid';
import { exercisedBelow, exercisedBetween, findMirroredPut } from './mirrored-put';
import { DOUBLE_BOUNDARY, OUT_OF_DOMAIN, isZero, refuse } from './row';

// American options: the European values, which another kernel has written, and the premium of early exercise.
// Two options travel in two lanes; pairs of which neither may be exercised early are passed over.

/** `greeks`: 0 the price alone, 1 also delta, gamma and theta, 2 also vega and rho. */
export function addEarlyExercise(capacity: usize, rows: usize, tier: i32, greeks: i32, futures: bool): void {
  chooseTier(tier);
  const columnStride = stride(capacity);
  const rights = codesStart(capacity) + RIGHT * codeStride(capacity);
  const statuses = codesStart(capacity) + STATUS * codeStride(capacity);
  const values: usize = greeks > 0 ? 6 : 1;
  for (let row: usize = 0; row < rows; row += 2) {
    const numbers = numbersStart() + row * NUMBER_BYTES;
    const call = isZero(rights + row);
    const priced = isZero(statuses + row);
    findMirroredPut(numbers, columnStride, call);
    const between = v128.and(priced, exercisedBetween());
    const below = v128.and(priced, exercisedBelow());
    if (v128.any_true(between)) refuse(numbers, columnStride, statuses + row, between, values, DOUBLE_BOUNDARY);
    if (!v128.any_true(below)) continue;
    let finite = findPrices(numbers, columnStride, below);
    if (greeks > 0) finite = v128.and(finite, writeGreeks(numbers, columnStride, call, below, greeks > 1, futures));
    const infinite = v128.andnot(below, finite);
    if (v128.any_true(infinite)) refuse(numbers, columnStride, statuses + row, infinite, values, OUT_OF_DOMAIN);
  }
}
