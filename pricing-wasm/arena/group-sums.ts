import type { BookValuesUpTo, GreekOrder } from '../../core/pricing/index.js';
import { freshNumbers, valueColumns } from '../columns.js';
import type { Kernel } from './kernel.js';
import { groupLimit } from '../book/positions.js';
import { known } from '../plain/group-sums.js';

/** The sums of a book's groups in the kernel's memory; `assembly/book/group-sums.ts` says how they are kept. */
export interface GroupSums {
  readonly clear: (groups: number, greeks: GreekOrder) => void;
  /** Adds rows [0, rows) of the arena, which have been priced with these Greeks and whose groups are in range. */
  readonly add: (rows: number, greeks: GreekOrder) => void;
  /** Fresh columns of the sums so far. */
  readonly read: <Order extends GreekOrder>(groups: number, greeks: Order) => BookValuesUpTo[Order];
}

export const groupSumsIn = (kernel: Kernel, capacity: number): GroupSums => {
  const address = kernel.resultsAddress(capacity);
  const count = (greeks: GreekOrder): number => valueColumns[greeks].length;
  return {
    clear: (groups, greeks) => {
      kernel.clearSums(capacity, groups, count(greeks));
    },
    add: (rows, greeks) => {
      kernel.addToSums(capacity, rows, count(greeks));
    },
    read: (groups, greeks) => {
      const { buffer } = kernel.memory;
      const names = valueColumns[greeks];
      const unpriced = new Uint32Array(buffer, address, groups).slice();
      const columns = freshNumbers(groups, names);
      const perGroup = Math.ceil(names.length / 2) * sumDoubles;
      const sums = new Float64Array(buffer, address + groupLimit * 4, groups * perGroup);
      names.forEach((name, index) => {
        const offset = Math.floor(index / 2) * sumDoubles + (index % 2);
        columns[name].forEach((_, group, column) => {
          const at = group * perGroup + offset;
          column[group] = known((sums[at] as number) + (sums[at + 2] as number));
        });
      });
      return { unpriced, ...columns };
    },
  };
};

/** Two sums, then what rounding lost of each. */
const sumDoubles = 4;
