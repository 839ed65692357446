import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type { OptionTerms } from '../american/option-terms.js';
import { finiteInputs, insideDomain } from '../american/row-status.js';
import type { CashDividend } from './schedule.js';

/**
 * Why an option is not priced: an input that is NaN or infinite; one outside the domain of `RowStatus`, or
 * volatility sqrt(years steps) above 300 (`OutOfDomain`); steps that are no whole number from 1 to 10,000; dividend
 * number `index` paid outside (0, years of the option], or of a negative or no finite amount.
 */
export type DividendTreeError =
  | { readonly _tag: 'NonFiniteInput' }
  | { readonly _tag: 'OutOfDomain' }
  | { readonly _tag: 'StepsOutOfRange'; readonly steps: number }
  | { readonly _tag: 'DividendTimeOutOfRange'; readonly index: number; readonly years: number }
  | { readonly _tag: 'DividendAmountInvalid'; readonly index: number; readonly amount: number };

const mostSteps = 10_000;
const widest = 300;

export const refusalOf = (
  option: OptionTerms,
  dividends: ReadonlyArray<CashDividend>,
  steps: number,
): Either<DividendTreeError, undefined> => {
  if (!Number.isInteger(steps) || steps < 1 || steps > mostSteps)
    return left({ _tag: 'StepsOutOfRange', steps });
  if (!finiteInputs(option)) return left({ _tag: 'NonFiniteInput' });
  const width = option.volatility * Math.sqrt(option.years * steps);
  if (!insideDomain(option) || width > widest) return left({ _tag: 'OutOfDomain' });
  const late = dividends.findIndex(({ years }) => !(years > 0 && years <= option.years));
  if (late >= 0) {
    return left({ _tag: 'DividendTimeOutOfRange', index: late, years: dividends[late]?.years ?? NaN });
  }
  const odd = dividends.findIndex(({ amount }) => !(Number.isFinite(amount) && amount >= 0));
  if (odd >= 0)
    return left({ _tag: 'DividendAmountInvalid', index: odd, amount: dividends[odd]?.amount ?? NaN });
  return right(undefined);
};
