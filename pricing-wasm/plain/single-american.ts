import type { Either } from 'fp-ts/lib/Either.js';
import type {
  AmericanGreeks,
  AmericanSettings,
  AmericanValuesUpTo,
  InputError,
} from '../../core/pricing/index.js';
import { americanColumns } from '../columns.js';
import { priceAmericanTerms, type OptionTerms } from './american/index.js';
import { valuesWithDividends, type CashDividend, type Exercise, type TreeValues } from './dividend-tree.js';
import { codeOf, type SingleOption } from './single-option.js';

/** One row of the columns of American values, with their units; `status` as in `RowStatus`. */
export type SingleAmericanValues<Greeks extends AmericanGreeks> = {
  readonly [Name in keyof AmericanValuesUpTo[Greeks]]: number;
};

/**
 * Prices one American option; tier `standard` and the first order of Greeks if left out. With `futures` the underlying
 * is a futures price and `dividendYield` is not read. The bits and statuses of `pricing.american`; never an exception.
 */
export const priceAmerican = <Greeks extends AmericanGreeks = 'first'>(
  option: SingleOption,
  settings: AmericanSettings<Greeks> = {},
): SingleAmericanValues<Greeks> => {
  const { tier = 'standard', greeks = 'first', futures = false } = settings;
  const values = priceAmericanTerms(termsOf(option), tier, greeks, futures);
  const asked = americanColumns[greeks].map((name) => [name, values[name]]);
  return Object.fromEntries([['status', values.status], ...asked]) as SingleAmericanValues<Greeks>;
};

/**
 * Prices one option on an underlying that pays cash dividends at known ex-dates, besides its continuous yield, by a
 * binomial tree of about `steps` steps; method, accuracy and errors in `valuesWithDividends`. Without dividends it
 * prices what `priceAmerican` refuses as `doubleBoundary`.
 */
export const priceWithDividends = (
  option: SingleOption,
  dividends: ReadonlyArray<CashDividend>,
  exercise: Exercise,
  steps: number,
): Either<InputError, TreeValues> => valuesWithDividends(termsOf(option), dividends, exercise, steps);

const termsOf = (option: SingleOption): OptionTerms => ({
  ...option,
  right: codeOf(option.right) as OptionTerms['right'],
});
