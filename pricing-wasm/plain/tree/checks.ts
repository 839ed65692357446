import type { InputError } from '../../../core/pricing/index.js';
import { marketError } from '../market.js';
import type { OptionTerms } from '../american/option-terms.js';
import type { CashDividend } from './schedule.js';

const mostSteps = 10_000;
const widest = 300;

/** The first field that the tree cannot take, if any. */
export const refusalOf = (
  option: OptionTerms,
  dividends: ReadonlyArray<CashDividend>,
  steps: number,
): InputError | undefined => {
  const { strike, years, volatility } = option;
  const right: number = option.right;
  if (!Number.isInteger(steps) || steps < 1 || steps > mostSteps)
    return { _tag: 'InputError', field: 'steps', value: steps, limit: 'a whole number from 1 to 10,000' };
  if (right !== 0 && right !== 1)
    return { _tag: 'InputError', field: 'right', value: right, limit: '0 or 1' };
  const error = marketError(option, { strike });
  if (error !== undefined) return error;
  if (volatility * Math.sqrt(years * steps) > widest)
    return {
      _tag: 'InputError',
      field: 'volatility',
      value: volatility,
      limit: 'volatility × √(years × steps) at most 300',
    };
  return dividends.map((dividend, index) => dividendError(dividend, index, years)).find(isError);
};

const dividendError = (
  { years, amount }: CashDividend,
  index: number,
  yearsOfOption: number,
): InputError | undefined => {
  if (!(years > 0 && years <= yearsOfOption))
    return {
      _tag: 'InputError',
      field: `dividends[${index}].years`,
      value: years,
      limit: `in (0, ${yearsOfOption}]`,
    };
  return Number.isFinite(amount) && amount >= 0
    ? undefined
    : {
        _tag: 'InputError',
        field: `dividends[${index}].amount`,
        value: amount,
        limit: 'a finite number, at least 0',
      };
};

const isError = (error: InputError | undefined): boolean => error !== undefined;
