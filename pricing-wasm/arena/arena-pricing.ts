import { isLeft, map, right, type Either } from 'fp-ts/lib/Either.js';
import type {
  AmericanGreeks,
  AmericanSettings,
  AmericanValuesUpTo,
  EuropeanModel,
  GreekOrder,
  OptionColumns,
  PriceColumns,
  Pricing,
  PricingError,
  QuoteColumns,
  ValuesUpTo,
  VolatilityColumns,
} from '../../core/pricing/index.js';
import { cellsThrough } from './arena-cells.js';
import type { Arena, BookArena } from './arena.js';
import { bookGreeksThrough } from '../book/book-greeks.js';
import { throughChunks } from './chunks.js';
import {
  americanColumns,
  copyRows,
  freshColumns,
  optionColumns,
  quoteColumns,
  rowsOf,
  valueColumns,
  type NumberOutput,
} from '../columns.js';
import { scenarioGridBy } from '../book/scenario-grid.js';

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
      const names = valueColumns[greeks ?? 'first'];
      const price = (length: number): unknown => arena.right[model](length, greeks);
      return right(pricedRows(arena.right, options, rows.right, names, price) as ValuesUpTo[Order]);
    };
  return {
    blackScholesMerton: priceWith('blackScholesMerton'),
    black76: priceWith('black76'),
    bookGreeks: bookGreeksThrough(openedArena),
    scenarioGrid: scenarioGridBy(() => map(cellsThrough)(openedArena())),
    american: <Greeks extends AmericanGreeks = 'first'>(
      options: OptionColumns,
      settings: AmericanSettings<Greeks> = {},
    ): Either<PricingError, AmericanValuesUpTo[Greeks]> => {
      const rows = rowsOf(options, optionColumns);
      if (isLeft(rows)) return rows;
      const arena = openedArena();
      if (isLeft(arena)) return arena;
      const names = americanColumns[settings.greeks ?? 'first'];
      const price = (length: number): unknown => arena.right.american(length, settings);
      return right(pricedRows(arena.right, options, rows.right, names, price) as AmericanValuesUpTo[Greeks]);
    },
    impliedVolatility: (model, quotes) => {
      const rows = rowsOf(quotes, quoteColumns);
      if (isLeft(rows)) return rows;
      const arena = openedArena();
      if (isLeft(arena)) return arena;
      return right(volatilitiesOf(arena.right, model, quotes, rows.right));
    },
  };
};

/** Fresh columns of the named values, which `price` makes for the first rows of the arena. */
const pricedRows = (
  arena: Arena,
  options: OptionColumns,
  rows: number,
  names: ReadonlyArray<NumberOutput>,
  price: (length: number) => unknown,
): PriceColumns => {
  const values = freshColumns(rows, names);
  throughChunks(arena, options, optionColumns, rows, (length, start) => {
    price(length);
    copyRows(arena.status, 0, values.status, start, length);
    for (const name of names) copyRows(arena[name], 0, values[name], start, length);
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
  throughChunks(arena, quotes, quoteColumns, rows, (length, start) => {
    arena.impliedVolatility(model, length);
    copyRows(arena.status, 0, values.status, start, length);
    copyRows(arena.volatility, 0, values.volatility, start, length);
  });
  return values;
};
