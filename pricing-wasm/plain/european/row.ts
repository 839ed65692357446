import type { DoubleDouble } from '../double-double.js';
import type { TwoPoints } from '../mills-ratio.js';

/**
 * One European option on its way through the stages: each stage reads what the ones before it have left, as the rows of
 * a block in `assembly/european/block.ts`. One row serves for any number of options, so that no stage allocates.
 *
 * Of the two options on a row's strike, a call and a put, one is out of the money on the forward. `near` is the smaller
 * of |d1| and |d2|, `far` the larger; the strike's d2 is near where the forward is at or above the strike.
 */
export interface EuropeanRow {
  right: number; // 0 call, 1 put
  underlying: number;
  strike: number;
  years: number;
  rate: number;
  dividendYield: number; // the rate, where the underlying is a futures price
  volatility: number;
  isFutures: boolean;

  root: number; // sqrt(years)
  width: number; // volatility sqrt(years)
  carry: number; // (rate - dividendYield) years
  centre: number; // ln(forward / strike) / width
  discount: number;
  underlyingNow: number; // present values
  strikeNow: number;
  gain: number; // of the forward over the strike, discounted
  density: number; // present value times phi(near): underlyingNow phi(d1)
  nearTail: number; // present value times N(-near)
  farTail: number;
  outsidePrice: number; // of the option out of the money

  status: number;
  price: number;
  delta: number;
  gamma: number;
  vega: number;
  theta: number;
  rho: number;
  vanna: number;
  volga: number;
  charm: number;
  speed: number;
  color: number;
  zomma: number;

  readonly points: TwoPoints;
  readonly moneyness: DoubleDouble; // ln(forward / strike), found for delicate rows only
  readonly exponent: DoubleDouble; // near^2 / 2, likewise
}

export const emptyRow = (): EuropeanRow => ({
  right: 0,
  underlying: NaN,
  strike: NaN,
  years: NaN,
  rate: NaN,
  dividendYield: NaN,
  volatility: NaN,
  isFutures: false,
  root: NaN,
  width: NaN,
  carry: NaN,
  centre: NaN,
  discount: NaN,
  underlyingNow: NaN,
  strikeNow: NaN,
  gain: NaN,
  density: NaN,
  nearTail: NaN,
  farTail: NaN,
  outsidePrice: NaN,
  status: 0,
  price: NaN,
  delta: NaN,
  gamma: NaN,
  vega: NaN,
  theta: NaN,
  rho: NaN,
  vanna: NaN,
  volga: NaN,
  charm: NaN,
  speed: NaN,
  color: NaN,
  zomma: NaN,
  points: { near: NaN, far: NaN, gap: NaN, nearRatio: NaN, farRatio: NaN, fall: NaN, fallenTogether: NaN },
  moneyness: { high: NaN, low: NaN },
  exponent: { high: NaN, low: NaN },
});
