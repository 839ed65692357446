import { RowStatus, type AmericanGreeks, type AmericanTier } from '../../../core/pricing/index.js';
import { americanValues } from './american.js';
import { europeanValues, type OptionValues, type RowValues } from './european.js';
import { exerciseOf, mirroredPutOf } from './mirrored-put.js';
import type { OptionTerms } from './option-terms.js';
import { gridOfTier } from './tiers.js';

export type { OptionTerms } from './option-terms.js';

/** All values are NaN unless `status` is 0. */
export type AmericanValues = RowValues;

/**
 * Price and Greeks of one American option on an underlying with a continuous yield, or on a futures price (`futures`):
 * then the yield is the rate, and `rho` moves the rate with the futures price held fixed. Values that `greeks` does not
 * ask for are NaN: `none` asks for the price alone, `underlying` adds delta, gamma, theta, `first` adds vega and rho.
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
 * dividendYield < 0) are refused with status `doubleBoundary`: price those by `priceWithDividends`.
 */
export const priceAmericanTerms = (
  option: OptionTerms,
  tier: AmericanTier,
  greeks: AmericanGreeks,
  futures: boolean,
): AmericanValues => {
  const terms = futures ? { ...option, dividendYield: option.rate } : option;
  const european = europeanValues(terms, greeks !== 'none', futures);
  if (european.status !== RowStatus.priced) return refused(european.status);
  const put = mirroredPutOf(terms);
  const exercise = exerciseOf(put);
  if (exercise === 'between') return refused(RowStatus.doubleBoundary);
  const values =
    exercise === 'never' ? european : americanValues(terms, put, european, gridOfTier(tier), greeks, futures);
  return finiteValues(values, greeks) ? onlyAsked(values, greeks) : refused(RowStatus.outOfDomain);
};

const finiteValues = (values: OptionValues, greeks: AmericanGreeks): boolean => {
  const { price, delta, gamma, theta, vega, rho } = values;
  if (greeks === 'none') return Number.isFinite(price);
  const underlying = [price, delta, gamma, theta];
  return (greeks === 'first' ? [...underlying, vega, rho] : underlying).every(Number.isFinite);
};

const onlyAsked = (values: OptionValues, greeks: AmericanGreeks): AmericanValues => {
  const status = RowStatus.priced;
  if (greeks === 'first') return { ...values, status };
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
