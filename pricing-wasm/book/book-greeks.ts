import { isLeft, right, type Either } from 'fp-ts/lib/Either.js';
import type { Pricing, PricingError } from '../../core/pricing/index.js';
import type { BookArena } from '../arena/arena.js';
import { throughChunks } from '../arena/chunks.js';
import { optionColumns } from '../columns.js';
import { positionRowsOf } from './positions.js';

/** `bookGreeks` of the Pricing port on an arena: the values of single rows never leave it. */
export const bookGreeksThrough =
  (openedArena: () => Either<PricingError, BookArena>): Pricing['bookGreeks'] =>
  (model, options, positions, greeks) => {
    const rows = positionRowsOf(options, positions);
    if (isLeft(rows)) return rows;
    const opened = openedArena();
    if (isLeft(opened)) return opened;
    const arena = opened.right;
    const order = greeks ?? 'first';
    arena.groupSums.clear(positions.groups, order);
    throughChunks(arena, options, optionColumns, rows.right, (length, start, end) => {
      arena.quantity.set(positions.quantity.subarray(start, end));
      arena.group.set(positions.group.subarray(start, end));
      arena[model](length, order);
      arena.groupSums.add(length, order);
    });
    return right(arena.groupSums.read(positions.groups, order as NonNullable<typeof greeks>));
  };
