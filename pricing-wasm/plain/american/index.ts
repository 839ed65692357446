import { RowStatus } from '../../../core/pricing/index.js';
import { americanValues, type AmericanGreeks } from './american.js';
import { europeanValues, type EuropeanValues } from './european.js';
import { exerciseOf, mirroredPutOf } from './mirrored-put.js';
import type { OptionTerms } from './option-terms.js';
import { finiteInputs, insideDomain } from './row-status.js';
import { gridOfTier, type AmericanTier } from './tiers.js';

export type { AmericanGreeks } from './american.js';
export type { OptionTerms } from './option-terms.js';
export type { AmericanTier } from './tiers.js';

/** The status of a row which only an American option can have; the others are those of `RowStatus`. */
export const doubleBoundary = 3;

/** `status` as in `RowStatus`, or 3, `doubleBoundary`; all values are NaN unless it is 0. */
export interface AmericanValues extends EuropeanValues {
  readonly status: number;
}

/** An American option on a futures price: `rho` moves the rate with the futures price held fixed. */
export type FuturesTerms = Omit<OptionTerms, 'dividendYield'>;

/**
 * Price and Greeks of one American option on an underlying with a continuous yield. Values that `greeks` does not
 * ask for are NaN: `price` asks for the price alone, `underlying` adds delta, gamma, theta, `all` adds vega and rho.
 *
 * Method: Andersen, Lake and Offengenden (2016); calls by put-call symmetry. The errors of the tiers are told in
 * `AmericanTier`. Delta and gamma are exact derivatives of the premium integral, theta follows from the
 * Black-Scholes-Merton equation, vega and rho are central differences of the premium added to their European values.
 * Their usual error and that of one row in a hundred, `standard`, strike 100: delta 5e-7 and 2e-5, gamma 2e-8 and
 * 3e-6, theta 2e-5 and 2e-3 (per year), vega 2e-4 and 2e-3, rho 2e-3 and 0.1 (near rate = dividendYield).
 *
 * Where exercise now is best: the intrinsic value, delta 1 or -1, and no other Greek. Where early exercise never
 * pays (a put with rate <= 0 and rate <= dividendYield, a call with the two exchanged): the European values, to the
 * bit. Where volatility * sqrt(years) is at most 1e-6: the greatest of exercise now, at the one best time on the
 * way, and the European value. Two boundaries (a put with dividendYield < rate < 0, a call with rate <
 * dividendYield < 0) are refused with status 3: price those by `priceWithDividends`.
 */
export const priceAmerican = (
  option: OptionTerms,
  tier: AmericanTier = 'standard',
  greeks: AmericanGreeks = 'all',
): AmericanValues => priced(option, tier, greeks, false);

/** As `priceAmerican`, of an option on a futures price. */
export const priceAmericanFutures = (
  option: FuturesTerms,
  tier: AmericanTier = 'standard',
  greeks: AmericanGreeks = 'all',
): AmericanValues => priced({ ...option, dividendYield: option.rate }, tier, greeks, true);

const priced = (
  option: OptionTerms,
  tier: AmericanTier,
  greeks: AmericanGreeks,
  futures: boolean,
): AmericanValues => {
  if (!finiteInputs(option)) return refused(RowStatus.nonFinite);
  if (!insideDomain(option)) return refused(RowStatus.outOfDomain);
  const european = withRho(europeanValues(option), option.years, futures);
  if (!finiteValues(european, greeks === 'price' ? 'price' : 'all')) return refused(RowStatus.outOfDomain);
  return withEarlyExercise(option, { status: RowStatus.priced, ...european }, tier, greeks, futures);
};

/**
 * American values from European ones, as the kernel makes them; of a `futures` option, from Black-76's. A row that
 * the European formula refuses keeps its status.
 */
export const withEarlyExercise = (
  option: OptionTerms,
  european: AmericanValues,
  tier: AmericanTier,
  greeks: AmericanGreeks,
  futures: boolean,
): AmericanValues => {
  if (european.status !== RowStatus.priced) return refused(european.status);
  const put = mirroredPutOf(option);
  const exercise = exerciseOf(put);
  if (exercise === 'between') return refused(doubleBoundary);
  const values =
    exercise === 'never'
      ? european
      : americanValues(option, put, european, gridOfTier(tier), greeks, futures);
  return finiteValues(values, greeks) ? onlyAsked(values, greeks) : refused(RowStatus.outOfDomain);
};

/** The rate of a futures option moves the discounting alone. */
const withRho = (values: EuropeanValues, years: number, futures: boolean): EuropeanValues =>
  futures ? { ...values, rho: -(years * values.price) + 0 } : values;

const finiteValues = (values: EuropeanValues, greeks: AmericanGreeks): boolean => {
  const { price, delta, gamma, theta, vega, rho } = values;
  if (greeks === 'price') return Number.isFinite(price);
  const underlying = [price, delta, gamma, theta];
  return (greeks === 'all' ? [...underlying, vega, rho] : underlying).every(Number.isFinite);
};

const onlyAsked = (values: EuropeanValues, greeks: AmericanGreeks): AmericanValues => {
  const status = RowStatus.priced;
  if (greeks === 'all') return { ...values, status };
  if (greeks === 'underlying') return { ...values, status, vega: NaN, rho: NaN };
  return { ...refused(status), price: values.price };
};

const refused = (status: number): AmericanValues => ({
  status,
  price: NaN,
  delta: NaN,
  gamma: NaN,
  vega: NaN,
  theta: NaN,
  rho: NaN,
});
