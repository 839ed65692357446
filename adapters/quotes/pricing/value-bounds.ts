import { isLeft } from 'fp-ts/lib/Either.js';
import type { OptionColumns, Pricing } from '../../../core/index.js';
import { RowStatus } from '../../../pricing-wasm/index.js';
import type { ContractColumns } from './contract-fields.js';
import type { OptionModel } from './models.js';
import { refusal, statusWord, type Refusal } from './refusal.js';

/**
 * The refusals of prices from which no volatility follows, by row, each naming the bound that its price breaks. The
 * bounds come through the port, so that they are the ones that it judges by.
 */
export const boundRefusals = (
  pricing: Pricing,
  model: OptionModel,
  columns: ContractColumns,
  status: Uint8Array,
): ReadonlyMap<number, Refusal> => {
  const rows = Array.from(status.keys()).filter((row) => judged.has(status[row] ?? 0));
  const quotes = rowsOf(columns, rows);
  const least = pricesOf(pricing, model, quotes);
  const most = pricesOf(pricing, model, atLimit(quotes));
  return new Map(
    rows.map((row, index) => [
      row,
      refusalOf(status[row] ?? 0, columns.price[row] ?? NaN, least[index] ?? NaN, most[index] ?? NaN),
    ]),
  );
};

const refusalOf = (status: number, price: number, least: number, most: number): Refusal => {
  const because = (limit: string): Refusal => refusal(statusWord(status), 'price', price, limit);
  if (status === RowStatus.negativePrice) return because('at least 0');
  return status === RowStatus.atUpperBound || status === RowStatus.aboveUpperBound
    ? because(`below ${most} (the most that the option can deliver, rounded)`)
    : because(`above ${least} (the discounted intrinsic value, rounded)`);
};

const judged: ReadonlySet<number> = new Set([
  RowStatus.negativePrice,
  RowStatus.belowIntrinsic,
  RowStatus.atIntrinsic,
  RowStatus.atUpperBound,
  RowStatus.aboveUpperBound,
]);

const rowsOf = (columns: ContractColumns, rows: ReadonlyArray<number>): OptionColumns => {
  const picked = (column: Float64Array): Float64Array => Float64Array.from(rows, (row) => column[row] ?? NaN);
  return {
    right: Uint8Array.from(rows, (row) => columns.right[row] ?? 0),
    underlying: picked(columns.underlying),
    strike: picked(columns.strike),
    years: picked(columns.years),
    rate: picked(columns.rate),
    dividendYield: picked(columns.dividendYield),
    // Without volatility an option is worth its discounted intrinsic value.
    volatility: new Float64Array(rows.length),
  };
};

/** A call can deliver no more than one at a strike of nothing, a put no more than one on a worthless underlying. */
const atLimit = (options: OptionColumns): OptionColumns => ({
  ...options,
  underlying: options.underlying.map((price, row) => (options.right[row] === 0 ? price : nothing)),
  strike: options.strike.map((price, row) => (options.right[row] === 0 ? nothing : price)),
});

/** The smallest price that the port takes. */
const nothing = 1e-150;

const pricesOf = (pricing: Pricing, model: OptionModel, options: OptionColumns): Float64Array => {
  const priced = model.price(pricing, options, { greeks: 'none' });
  return isLeft(priced) ? new Float64Array(options.right.length).fill(NaN) : priced.right.price;
};
