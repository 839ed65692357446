import * as fc from 'fast-check';
import { isLeft, type Either } from 'fp-ts/lib/Either.js';
import type { PriceColumns, PricingError } from '../../pricing-wasm/index.js';
import type { OptionRow } from './fixed-options.js';

export { columnsOf, fixedOptions, type OptionRow } from './fixed-options.js';

export const valueNames = ['price', 'delta', 'gamma', 'vega', 'theta', 'rho'] as const;

export const priced = <Values>(result: Either<PricingError, Values>): Values => {
  if (isLeft(result)) throw new Error(JSON.stringify(result.left));
  return result.right;
};

/** Every bit of one row, so that equality means equality of bits and NaN equals NaN. */
export const bitsOfRow = (values: PriceColumns, row: number): string =>
  Object.values(values)
    .map((column: Uint8Array | Float64Array) =>
      Buffer.from(column.slice(row, row + 1).buffer).toString('hex'),
    )
    .join('');

export const bitsOfRows = (values: PriceColumns): string[] =>
  Array.from(values.status, (_, row) => bitsOfRow(values, row));

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** Any option a trader may meet, and then some: a minute to ten years, volatility 0.1% to 500%. */
export const anyOption: fc.Arbitrary<OptionRow> = fc
  .record({
    right: fc.constantFrom(0, 1),
    strike: between(1, 10_000),
    moneyness: between(0.05, 20),
    years: between(2e-6, 10),
    rate: between(-0.05, 0.2),
    dividendYield: between(-0.05, 0.2),
    volatility: between(0.001, 5),
  })
  .map(({ moneyness, ...row }) => ({ ...row, underlying: row.strike * moneyness }));

const unreal = fc.constantFrom(NaN, Infinity, -Infinity, -1, -0, 0, 5e-324, 1e300, Number.MAX_VALUE);
const anyNumber = fc.oneof(unreal, fc.double());

/** A row of any numbers at all. */
export const anyRow: fc.Arbitrary<OptionRow> = fc.record({
  right: fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 255 })),
  underlying: anyNumber,
  strike: anyNumber,
  years: anyNumber,
  rate: anyNumber,
  dividendYield: anyNumber,
  volatility: anyNumber,
});
