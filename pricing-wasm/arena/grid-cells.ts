import type { Kernel } from './kernel.js';
import { cellValue } from '../plain/scenario/cell-sum.js';
import type { Shocks } from '../book/scenario-axes.js';

/** A scenario grid of one day in the kernel's memory; `assembly/scenario/layout.ts` says where. */
export interface GridCells {
  /** Writes the axes and makes the cells 0. */
  readonly clear: (shocks: Shocks) => void;
  /** Adds rows [0, rows) of the arena, a multiple of 4, all of which can be priced. */
  readonly add: (rows: number, shocks: Shocks, years: number) => void;
  /** Fresh values of the cells. */
  readonly read: (shocks: Shocks) => Float64Array;
}

const spotLimit = 256;
const volatilityLimit = 128;

export const gridCellsIn = (kernel: Kernel, capacity: number): GridCells => {
  const address = kernel.resultsAddress(capacity);
  const { buffer } = kernel.memory;
  const spots = new Float64Array(buffer, address, 2 * spotLimit);
  const volatilities = new Float64Array(buffer, spots.byteOffset + spots.byteLength, volatilityLimit);
  const cells = volatilities.byteOffset + volatilities.byteLength;
  const count = (shocks: Shocks): number => shocks.spots.length * shocks.volatilities.length;
  return {
    clear: (shocks) => {
      shocks.spots.forEach((spot, index) => {
        spots[2 * index] = spot;
        spots[2 * index + 1] = shocks.logarithms[index] as number;
      });
      volatilities.set(shocks.volatilities);
      kernel.clearScenarios(capacity, count(shocks));
    },
    add: (rows, shocks, years) => {
      kernel.addScenarios(capacity, rows, shocks.spots.length, shocks.volatilities.length, years);
    },
    read: (shocks) => {
      const sums = new Float64Array(buffer, cells, 4 * count(shocks));
      return Float64Array.from({ length: count(shocks) }, (_, cell) => cellValue(sums, 4 * cell));
    },
  };
};
