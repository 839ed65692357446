import type { GreekOrder, ValuesUpTo } from '../../core/pricing/index.js';
import { orders } from '../columns.js';
import { priceRow } from './european/european.js';
import { emptyRow, type EuropeanRow } from './european/row.js';

/**
 * One European option, with the units of `OptionColumns`. Its right is a word, as a trader says it: a code needs a
 * table, and saves nothing where there is no column to fill. Any other word is outside the domain.
 */
export interface SingleOption {
  readonly right: 'call' | 'put';
  readonly underlying: number;
  readonly strike: number;
  readonly years: number;
  readonly rate: number;
  readonly dividendYield: number;
  readonly volatility: number;
}

/** One option on futures: `underlying` is the futures price, and there is no dividend yield. */
export type SingleFuturesOption = Omit<SingleOption, 'dividendYield'>;

/** One row of the columns of an order of Greeks, with their units; `status` as in `RowStatus`. */
export type SingleValues<Order extends GreekOrder> = {
  readonly [Name in keyof ValuesUpTo[Order]]: number;
};

/**
 * Prices one option on a spot price with a continuous yield by Black-Scholes-Merton; Greeks up to `greeks`, the first
 * order if left out. The bits, limits, accuracy and statuses are those of `pricing`; never an exception.
 */
export const priceBlackScholesMerton = <Order extends GreekOrder = 'first'>(
  option: SingleOption,
  greeks?: Order,
): SingleValues<Order> =>
  priceOne(option, option.dividendYield, false, greeks ?? 'first') as SingleValues<Order>;

/** Prices one option on futures by Black-76, as `priceBlackScholesMerton`; rho and theta hold the futures price. */
export const priceBlack76 = <Order extends GreekOrder = 'first'>(
  option: SingleFuturesOption,
  greeks?: Order,
): SingleValues<Order> => priceOne(option, option.rate, true, greeks ?? 'first') as SingleValues<Order>;

const row = emptyRow();

const priceOne = (
  option: SingleFuturesOption,
  dividendYield: number,
  isFutures: boolean,
  greeks: GreekOrder,
): SingleValues<'none'> => {
  row.right = codeOf(option.right);
  row.underlying = option.underlying;
  row.strike = option.strike;
  row.years = option.years;
  row.rate = option.rate;
  row.dividendYield = dividendYield;
  row.volatility = option.volatility;
  row.isFutures = isFutures;
  priceRow(row, orders[greeks]);
  return valuesOf[greeks](row);
};

/** 0 for a call, 1 for a put, 2 for any other word, which is outside the domain. */
export const codeOf = (right: string): number => (right === 'call' ? 0 : right === 'put' ? 1 : 2);

const valuesOf: { readonly [Order in GreekOrder]: (row: EuropeanRow) => SingleValues<Order> } = {
  none: ({ status, price }) => ({ status, price }),
  first: ({ status, price, delta, gamma, vega, theta, rho }) => ({
    status,
    price,
    delta,
    gamma,
    vega,
    theta,
    rho,
  }),
  second: ({ status, price, delta, gamma, vega, theta, rho, vanna, volga, charm }) => ({
    status,
    price,
    delta,
    gamma,
    vega,
    theta,
    rho,
    vanna,
    volga,
    charm,
  }),
  third: (values) => ({
    status: values.status,
    price: values.price,
    delta: values.delta,
    gamma: values.gamma,
    vega: values.vega,
    theta: values.theta,
    rho: values.rho,
    vanna: values.vanna,
    volga: values.volga,
    charm: values.charm,
    speed: values.speed,
    color: values.color,
    zomma: values.zomma,
  }),
};
