import type { OptionTerms } from './option-terms.js';

/**
 * The put that an option's early exercise is worth as much as: a call on S struck at K with rate r and yield q is
 * worth a put on K struck at S with rate q and yield r (McDonald and Schroder, 1998).
 */
export type MirroredPut = Omit<OptionTerms, 'right'>;

export const mirroredPutOf = (option: OptionTerms): MirroredPut =>
  option.right === 1
    ? option
    : {
        underlying: option.strike,
        strike: option.underlying,
        years: option.years,
        rate: option.dividendYield,
        dividendYield: option.rate,
        volatility: option.volatility,
      };

/**
 * Whether a put may be exercised before expiry: holding the strike must earn, at some price of the underlying, more
 * than the underlying yields. With dividendYield < rate < 0 it is exercised between two boundaries (Battauz,
 * De Donno and Sbuelz, 2015), which the premium here does not cover.
 */
export const exerciseOf = ({ rate, dividendYield }: MirroredPut): 'never' | 'below' | 'between' => {
  if (rate > 0 || (rate === 0 && dividendYield < 0)) return 'below';
  return dividendYield < rate ? 'between' : 'never';
};
