import * as fc from 'fast-check';
import { isLeft, type Either } from 'fp-ts/lib/Either.js';
import {
  pricing,
  type BookValuesUpTo,
  type GreekOrder,
  type Positions,
  type PricingError,
} from '../../pricing-wasm/index.js';
import { columnsOf, type OptionRow } from './option-columns.js';

/** An option in a book. */
export interface Held {
  readonly option: OptionRow;
  readonly quantity: number;
  readonly group: number;
}

export const known = <Value>(result: Either<PricingError, Value>): Value => {
  if (isLeft(result)) throw new Error(JSON.stringify(result.left));
  return result.right;
};

export const positionsOf = (book: ReadonlyArray<Held>, groups: number): Positions => ({
  quantity: Float64Array.from(book, (held) => held.quantity),
  group: Uint32Array.from(book, (held) => held.group),
  groups,
});

export const optionsOf = (book: ReadonlyArray<Held>): ReturnType<typeof columnsOf> =>
  columnsOf(book.map((held) => held.option));

export const greeksOf = (book: ReadonlyArray<Held>, groups: number): BookValuesUpTo['first'] =>
  known(pricing.bookGreeks('blackScholesMerton', optionsOf(book), positionsOf(book, groups)));

/** Every bit of every column, by name. */
export const bitsOf = (sums: BookValuesUpTo[GreekOrder]): string[] =>
  Object.entries(sums)
    .sort()
    .map(
      ([name, column]: [string, Float64Array]) =>
        `${name} ${Buffer.from(column.slice().buffer).toString('hex')}`,
    );

const expired = { years: 0, rate: 0, dividendYield: 0, volatility: 0.2 };
export const call: OptionRow = { ...expired, right: 0, underlying: 110, strike: 100 };
export const put: OptionRow = { ...expired, right: 1, underlying: 90, strike: 100 };

export const anyHeld = (option: fc.Arbitrary<OptionRow>): fc.Arbitrary<Held> =>
  fc.record({
    option,
    quantity: fc.integer({ min: -100, max: 100 }).map((contracts) => contracts * 100),
    group: fc.integer({ min: 0, max: 3 }),
  });
