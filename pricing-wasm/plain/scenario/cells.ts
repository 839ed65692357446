import type { CellsOfDay } from '../../book/scenario-grid.js';
import { addToCell, cellValue } from './cell-sum.js';
import { legAt, noLeg, widen, type Leg } from './leg.js';
import { legValue } from './value.js';

/** The cells of one day, in the order of `assembly/scenario/scenario-grid.ts`: four legs at a time. */
export const plainCells: CellsOfDay = (options, quantity, shocks, years) => {
  const spots = shocks.spots.length;
  const sums = new Float64Array(4 * spots * shocks.volatilities.length);
  const at = (row: number): Leg => (row < quantity.length ? legAt(options, quantity, row, years) : noLeg());
  for (let row = 0; row < quantity.length; row += 4) {
    const legs: FourLegs = [at(row), at(row + 1), at(row + 2), at(row + 3)];
    shocks.volatilities.forEach((multiplier, volatility) => {
      for (const leg of legs) widen(leg, multiplier);
      for (let spot = 0; spot < spots; spot += 1) {
        const shock = shocks.logarithms[spot] as number;
        addFour(sums, 4 * (volatility * spots + spot), legs, shocks.spots[spot] as number, shock);
      }
    });
  }
  return Float64Array.from({ length: sums.length / 4 }, (_, cell) => cellValue(sums, 4 * cell));
};

type FourLegs = readonly [Leg, Leg, Leg, Leg];

const addFour = (sums: Float64Array, cell: number, legs: FourLegs, spot: number, shock: number): void => {
  const [a, b, c, d] = legs;
  const even = legValue(a, spot, shock) + legValue(c, spot, shock);
  const odd = legValue(b, spot, shock) + legValue(d, spot, shock);
  addToCell(sums, cell, even, odd);
};
