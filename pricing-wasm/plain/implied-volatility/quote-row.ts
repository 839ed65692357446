import type { DoubleDouble } from '../double-double.js';

/**
 * One quote on its way through the stages: each stage reads what the ones before it have left, as the rows of a block
 * in `assembly/implied-volatility/block.ts`, which says what they mean. One row serves for any number of quotes.
 */
export interface QuoteRow {
  right: number; // 0 call, 1 put
  underlying: number;
  strike: number;
  years: number;
  rate: number;
  dividendYield: number; // the rate, where the underlying is a futures price
  price: number;
  isFutures: boolean;

  moneyness: number;
  value: number;
  target: number; // value, or room of a high row
  isHigh: boolean;
  gain: number; // |forward - strike|, discounted, as a fraction of nearNow
  width: number;
  centre: number; // moneyness / width
  numerator: number; // of value / phi(near), or of room / phi(near)
  denominator: number;

  status: number;
  volatility: number;

  readonly logarithm: DoubleDouble; // for delicate rows only, as those below
  readonly growth: DoubleDouble; // exp(carry)
  readonly discount: DoubleDouble;
}

export const emptyQuoteRow = (): QuoteRow => ({
  right: 0,
  underlying: NaN,
  strike: NaN,
  years: NaN,
  rate: NaN,
  dividendYield: NaN,
  price: NaN,
  isFutures: false,
  moneyness: NaN,
  value: NaN,
  target: NaN,
  isHigh: false,
  gain: NaN,
  width: NaN,
  centre: NaN,
  numerator: NaN,
  denominator: NaN,
  status: 0,
  volatility: NaN,
  logarithm: { high: NaN, low: NaN },
  growth: { high: NaN, low: NaN },
  discount: { high: NaN, low: NaN },
});
