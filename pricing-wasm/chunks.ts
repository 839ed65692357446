import type { OptionColumns } from '../core/pricing/index.js';
import type { Arena } from './arena.js';
import { optionColumns } from './columns.js';

/** Copies the rows of columns of any length into the arena, as many as it holds, and visits each such chunk. */
export const throughChunks = (
  arena: Arena,
  options: OptionColumns,
  rows: number,
  visit: (length: number, start: number, end: number) => void,
): void => {
  for (let start = 0; start < rows; start += arena.capacity) {
    const end = Math.min(rows, start + arena.capacity);
    arena.right.set(options.right.subarray(start, end));
    for (const name of optionColumns) arena[name].set(options[name].subarray(start, end));
    visit(end - start, start, end);
  }
};
