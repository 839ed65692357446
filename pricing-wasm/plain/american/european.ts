import { priceRow } from '../european/european.js';
import { emptyRow } from '../european/row.js';
import type { OptionTerms } from './option-terms.js';

/** Price and Greeks of an option; units as in `ValueColumns`. */
export interface OptionValues {
  readonly price: number;
  readonly delta: number;
  readonly gamma: number;
  readonly vega: number;
  readonly theta: number;
  readonly rho: number;
}

/** With `status` as in `RowStatus`; all values are NaN unless it is 0. */
export interface RowValues extends OptionValues {
  readonly status: number;
}

const row = emptyRow();

/** The European values that early exercise is added to; of the Greeks that are not asked for, those of rows before. */
export const europeanValues = (option: OptionTerms, withGreeks: boolean, futures: boolean): RowValues => {
  row.right = option.right;
  row.underlying = option.underlying;
  row.strike = option.strike;
  row.years = option.years;
  row.rate = option.rate;
  row.dividendYield = option.dividendYield;
  row.volatility = option.volatility;
  row.isFutures = futures;
  priceRow(row, withGreeks ? 1 : 0);
  const { status, price, delta, gamma, vega, theta, rho } = row;
  return { status, price, delta, gamma, vega, theta, rho };
};
