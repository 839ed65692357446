import { isLeft, type Either } from 'fp-ts/lib/Either.js';
import type {
  EuropeanModel,
  PricingError,
  QuoteColumns,
  VolatilityColumns,
} from '../../pricing-wasm/index.js';
import { pricing } from '../../pricing-wasm/index.js';
import { columnsOf, type OptionRow } from './option-columns.js';

/** One quote, a row of the columns. */
export type QuoteRow = Omit<OptionRow, 'volatility'> & { readonly price: number };

export const quotesOf = (rows: ReadonlyArray<QuoteRow>): QuoteColumns => ({
  ...columnsOf(rows.map((row) => ({ ...row, volatility: NaN }))),
  price: Float64Array.from(rows, (row) => row.price),
});

export const solved = (result: Either<PricingError, VolatilityColumns>): VolatilityColumns => {
  if (isLeft(result)) throw new Error(JSON.stringify(result.left));
  return result.right;
};

export const volatilitiesOf = (model: EuropeanModel, rows: ReadonlyArray<QuoteRow>): VolatilityColumns =>
  solved(pricing.impliedVolatility(model, quotesOf(rows)));

/** Every bit of each row, so that equality means equality of bits and NaN equals NaN. */
export const volatilityBits = (values: VolatilityColumns): string[] =>
  Array.from(values.status, (status, row) => {
    const bits = new Uint8Array(values.volatility.slice(row, row + 1).buffer);
    return `${String(status)} ${Buffer.from(bits).toString('hex')}`;
  });

const numbers = new Float64Array(1);
const integers = new BigInt64Array(numbers.buffer);

/** The double `steps` units in the last place away from a positive one. */
export const stepped = (value: number, steps: number): number => {
  numbers[0] = value;
  integers[0] = (integers[0] ?? 0n) + BigInt(steps);
  return numbers[0];
};

/** One unit in the last place of a positive double. */
export const unitOf = (value: number): number => stepped(value, 1) - value;
