import type { Arena, BookArena } from './arena.js';
import { throughChunks } from './chunks.js';
import { optionColumns } from '../columns.js';
import type { CellsOfDay } from '../book/scenario-grid.js';

/** Cells through an arena whose capacity is a multiple of 4. */
export const cellsThrough =
  (arena: BookArena): CellsOfDay =>
  (options, quantity, shocks, years) => {
    arena.gridCells.clear(shocks);
    throughChunks(arena, options, optionColumns, quantity.length, (length, start, end) => {
      arena.quantity.set(quantity.subarray(start, end));
      const rows = Math.ceil(length / 4) * 4;
      fillWithNothing(arena, length, rows);
      arena.gridCells.add(rows, shocks, years);
    });
    return arena.gridCells.read(shocks);
  };

/** Legs that are priced but not held, as the kernel takes four at a time. */
const fillWithNothing = (arena: Arena, start: number, end: number): void => {
  arena.right.fill(0, start, end);
  for (const name of optionColumns) arena[name].fill(1, start, end);
  arena.quantity.fill(0, start, end);
};
