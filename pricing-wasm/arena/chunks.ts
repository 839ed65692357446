import type { ContractColumns } from '../../core/pricing/index.js';
import type { Arena } from './arena.js';
import { copyRows, type NumberInput, type Numbers } from '../columns.js';

/** Copies the named columns of any length into the arena, as many rows as it holds, and visits each such chunk. */
export const throughChunks = <Name extends NumberInput>(
  arena: Arena,
  columns: Pick<ContractColumns, 'right'> & Numbers<Name>,
  names: ReadonlyArray<Name>,
  rows: number,
  visit: (length: number, start: number, end: number) => void,
): void => {
  for (let start = 0; start < rows; start += arena.capacity) {
    const end = Math.min(rows, start + arena.capacity);
    copyRows(columns.right, start, arena.right, 0, end - start);
    for (const name of names) copyRows(columns[name], start, arena[name], 0, end - start);
    visit(end - start, start, end);
  }
};
