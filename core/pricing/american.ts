import type { PriceColumns, ValueColumns } from './values.js';

/**
 * How much work an American price takes, and its greatest relative error over 400 reference options wherever the price
 * is above 0.5% of the strike: `fast` 8e-4, `standard` (the default) 5e-5, `precise` 6e-7. Where the strike earns much
 * more than the underlying yields, (rate - dividendYield) sqrt(years) / volatility above 0.7 for a put and the same
 * with the rates exchanged for a call, the error grows: above 1.7 to 1e-2, on small prices above 4 to 4e-2, of
 * `precise` to 1e-3.
 */
export type AmericanTier = 'fast' | 'standard' | 'precise';

/** What an order of American Greeks includes: `underlying` the derivatives by its price and by time. */
export interface AmericanValuesUpTo {
  readonly none: PriceColumns;
  readonly underlying: PriceColumns & Pick<ValueColumns, 'delta' | 'gamma' | 'theta'>;
  readonly first: ValueColumns;
}

export type AmericanGreeks = keyof AmericanValuesUpTo;

/** `futures`: the underlying is a futures price, `dividendYield` is not read, and rho holds the futures price. */
export interface AmericanSettings<Greeks extends AmericanGreeks> {
  readonly tier?: AmericanTier;
  readonly greeks?: Greeks;
  readonly futures?: boolean;
}
