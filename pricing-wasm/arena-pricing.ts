import { isLeft, map, right, type Either } from 'fp-ts/lib/Either.js';
import type {
  EuropeanModel,
  GreekOrder,
  OptionColumns,
  Pricing,
  PricingError,
  QuoteColumns,
  ValuesUpTo,
  VolatilityColumns,
} from '../core/pricing/index.js';
import { cellsThrough } from './arena-cells.js';
import type { Arena, BookArena } from './arena.js';
import { bookGreeksThrough } from './book-greeks.js';
import { throughChunks } from './chunks.js';
import { freshColumns, optionColumns, quoteColumns, rowsOf, valueColumns } from './columns.js';
import { scenarioGridBy } from './scenario-grid.js';

/**
 * The Pricing port on an arena: columns of any length are copied through it in chunks, and the values are the
 * caller's own. The arena is opened on the first call.
 */
export const pricingThrough = (openedArena: () => Either<PricingError, BookArena>): Pricing => {
  const priceWith =
    (model: EuropeanModel) =>
    <Order extends GreekOrder = 'first'>(
      options: OptionColumns,
      greeks?: Order,
    ): Either<PricingError, ValuesUpTo[Order]> => {
      const rows = rowsOf(options, optionColumns);
      if (isLeft(rows)) return rows;
      const arena = openedArena();
      if (isLeft(arena)) return arena;
      const values = priceRows(arena.right, model, options, rows.right, greeks ?? 'first');
      return right(values as ValuesUpTo[Order]);
    };
  return {
    blackScholesMerton: priceWith('blackScholesMerton'),
    black76: priceWith('black76'),
    impliedVolatility: (model, quotes) => {
      const rows = rowsOf(quotes, quoteColumns);
      if (isLeft(rows)) return rows;
      const arena = openedArena();
      if (isLeft(arena)) return arena;
      return right(volatilitiesOf(arena.right, model, quotes, rows.right));
    },
    bookGreeks: bookGreeksThrough(openedArena),
    scenarioGrid: scenarioGridBy(() => map(cellsThrough)(openedArena())),
  };
};

const priceRows = (
  arena: Arena,
  model: EuropeanModel,
  options: OptionColumns,
  rows: number,
  greeks: GreekOrder,
): ValuesUpTo[GreekOrder] => {
  const names = valueColumns[greeks];
  const values = freshColumns(rows, names);
  throughChunks(arena, options, rows, (length, start) => {
    arena[model](length, greeks);
    values.status.set(arena.status.subarray(0, length), start);
    for (const name of names) values[name].set(arena[name].subarray(0, length), start);
  });
  return values;
};

const volatilitiesOf = (
  arena: Arena,
  model: EuropeanModel,
  quotes: QuoteColumns,
  rows: number,
): VolatilityColumns => {
  const values = freshColumns(rows, ['volatility']);
  for (let start = 0; start < rows; start += arena.capacity) {
    const length = Math.min(arena.capacity, rows - start);
    const end = start + length;
    arena.right.set(quotes.right.subarray(start, end));
    for (const name of quoteColumns) arena[name].set(quotes[name].subarray(start, end));
    arena.impliedVolatility(model, length);
    values.status.set(arena.status.subarray(0, length), start);
    values.volatility.set(arena.volatility.subarray(0, length), start);
  }
  return values;
};
