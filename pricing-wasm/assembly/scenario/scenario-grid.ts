import { NUMBER_BYTES, PAIR_BYTES, RIGHT, codeStride, codesStart, numbersStart, stride } from '../arena';
import { addCells } from './cells';
import { CELL_BYTES, PAIR_STEP, cellsStart, legsStart, pointsStart, spotsStart, volatilitiesStart } from './layout';
import { readLegs, widen } from './legs';
import { findPoints } from './points';

// A grid of one day: every leg at every spot and volatility, summed by cell. Four legs at a time, and for each
// volatility two short loops over the spots.

/** Makes the cells of a grid 0. */
export function clearGrid(capacity: usize, cells: usize): void {
  memory.fill(cellsStart(capacity), 0, cells * CELL_BYTES);
}

/** Adds rows [0, rows), a multiple of 4, none of which may be one that is not priced, `forward` years from now. */
export function addGrid(capacity: usize, rows: usize, spots: usize, volatilities: usize, forward: f64): void {
  const columns = stride(capacity);
  const rights = codesStart(capacity) + RIGHT * codeStride(capacity);
  const spotAxis = spotsStart(capacity);
  const volatilityAxis = volatilitiesStart(capacity);
  const legs = legsStart();
  const points = pointsStart();
  for (let row: usize = 0; row < rows; row += 4) {
    const numbers = numbersStart() + row * NUMBER_BYTES;
    readLegs(numbers, columns, rights + row, forward, legs);
    readLegs(numbers + PAIR_BYTES, columns, rights + row + 2, forward, legs + PAIR_STEP);
    let cells = cellsStart(capacity);
    for (let volatility: usize = 0; volatility < volatilities; volatility++) {
      const multiplier = v128.load64_splat(volatilityAxis + volatility * 8);
      widen(legs, multiplier);
      widen(legs + PAIR_STEP, multiplier);
      findPoints(spotAxis, spots, legs, points);
      addCells(spotAxis, spots, legs, points, cells);
      cells += spots * CELL_BYTES;
    }
  }
}
