import { isLeft, right, type Either } from 'fp-ts/lib/Either.js';
import type {
  AmericanGreeks,
  AmericanSettings,
  AmericanValuesUpTo,
  OptionColumns,
  PricingError,
  RightCode,
} from '../../core/pricing/index.js';
import { americanColumns, freshColumns, optionColumns, rowsOf } from '../columns.js';
import { priceAmericanTerms, type OptionTerms } from './american/index.js';

/** `american` of the Pricing port, row by row. */
export const americanColumnsBy = <Greeks extends AmericanGreeks = 'first'>(
  options: OptionColumns,
  settings: AmericanSettings<Greeks> = {},
): Either<PricingError, AmericanValuesUpTo[Greeks]> => {
  const rows = rowsOf(options, optionColumns);
  if (isLeft(rows)) return rows;
  const { tier = 'standard', greeks = 'first', futures = false } = settings;
  const names = americanColumns[greeks];
  const values = freshColumns(rows.right, names);
  for (let at = 0; at < rows.right; at += 1) {
    const row = priceAmericanTerms(termsOf(options, at), tier, greeks, futures);
    values.status[at] = row.status;
    for (const name of names) values[name][at] = row[name];
  }
  return right(values as unknown as AmericanValuesUpTo[Greeks]);
};

const termsOf = (options: OptionColumns, at: number): OptionTerms => ({
  right: options.right[at] as RightCode,
  underlying: options.underlying[at] as number,
  strike: options.strike[at] as number,
  years: options.years[at] as number,
  rate: options.rate[at] as number,
  dividendYield: options.dividendYield[at] as number,
  volatility: options.volatility[at] as number,
});
