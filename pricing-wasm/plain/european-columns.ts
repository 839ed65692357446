import { isLeft, right, type Either } from 'fp-ts/lib/Either.js';
import type {
  EuropeanModel,
  GreekOrder,
  OptionColumns,
  PricingError,
  ThirdOrderColumns,
  ValuesUpTo,
} from '../../core/pricing/index.js';
import { freshColumns, optionColumns, orders, rowsOf, valueColumns } from '../columns.js';
import { priceRow } from './european/european.js';
import { emptyRow, type EuropeanRow } from './european/row.js';

/** One European model of the Pricing port, row by row. */
export const priceColumnsBy =
  (model: EuropeanModel) =>
  <Order extends GreekOrder = 'first'>(
    options: OptionColumns,
    greeks?: Order,
  ): Either<PricingError, ValuesUpTo[Order]> => {
    const rows = rowsOf(options, optionColumns);
    if (isLeft(rows)) return rows;
    const asked = greeks ?? 'first';
    const values: ThirdOrderColumns = freshColumns(rows.right, valueColumns[asked]);
    const row = emptyRow();
    row.isFutures = model === 'black76';
    for (let at = 0; at < rows.right; at += 1) {
      readRow(row, options, at);
      priceRow(row, orders[asked]);
      writeRow(row, values, at, orders[asked]);
    }
    return right(values as ValuesUpTo[Order]);
  };

const readRow = (row: EuropeanRow, options: OptionColumns, at: number): void => {
  row.right = options.right[at] as number;
  row.underlying = options.underlying[at] as number;
  row.strike = options.strike[at] as number;
  row.years = options.years[at] as number;
  row.rate = options.rate[at] as number;
  row.dividendYield = row.isFutures ? row.rate : (options.dividendYield[at] as number);
  row.volatility = options.volatility[at] as number;
};

/** Writes the columns of `order` and below; those above are not there. */
const writeRow = (row: EuropeanRow, values: ThirdOrderColumns, at: number, order: number): void => {
  values.status[at] = row.status;
  values.price[at] = row.price;
  if (order > 0) {
    values.delta[at] = row.delta;
    values.gamma[at] = row.gamma;
    values.vega[at] = row.vega;
    values.theta[at] = row.theta;
    values.rho[at] = row.rho;
  }
  if (order > 1) {
    values.vanna[at] = row.vanna;
    values.volga[at] = row.volga;
    values.charm[at] = row.charm;
  }
  if (order > 2) {
    values.speed[at] = row.speed;
    values.color[at] = row.color;
    values.zomma[at] = row.zomma;
  }
};
