import { distanceToBoundary } from './boundary.js';
import { driftExercise, type DriftExercise } from './drift-exercise.js';
import type { EuropeanValues } from './european.js';
import { findBoundary } from './find-boundary.js';
import type { Grid } from './grid.js';
import type { MirroredPut } from './mirrored-put.js';
import type { OptionTerms } from './option-terms.js';
import { premiumOf, type PutPart } from './premium.js';
import { premiumRho, premiumVega, type Moving } from './sensitivity.js';
import { unitPutOf, type UnitPut } from './unit-put.js';

/** Which Greeks to find: none, delta gamma theta, or also vega and rho, which take five times as long. */
export type AmericanGreeks = 'price' | 'underlying' | 'all';

/** At or below this volatility * sqrt(years) the underlying counts as only drifting. */
const smallestWidth = 1e-6;

/**
 * The values of an option that may be exercised early: its European values and the premium of its mirrored put.
 * No error of the premium takes the price below what exercise now, at the best time for a drifting underlying, or
 * at expiry is worth, nor above the put's strike. Greeks that
 * were not asked for may be anything.
 */
export const americanValues = (
  option: OptionTerms,
  put: MirroredPut,
  european: EuropeanValues,
  grid: Grid,
  greeks: AmericanGreeks,
  futures: boolean,
): EuropeanValues => {
  const unit = unitPutOf(put);
  const premium = unit.width > smallestWidth ? heldPremium(unit, grid) : undefined;
  const held = premium === undefined ? european.price : european.price + put.strike * premium.value;
  const base = held < european.price ? european.price : held;
  const drift = driftExercise(unit);
  const drifted = put.strike * drift.value;
  const intrinsic = put.strike - put.underlying;
  const best = base < drifted ? drifted : base;
  const unbounded = best < intrinsic ? intrinsic : best;
  const price = put.strike < unbounded ? put.strike : unbounded;
  if (greeks === 'price') return { ...european, price };
  if (intrinsic > 0 && price <= intrinsic) return exercisedValues(option, price);
  if (base < drifted) return driftValues(option, put, drift, price);
  if (premium === undefined) return { ...european, price };
  const early = spotGreeks(option, put, premium);
  const delta = european.delta + early.delta;
  const gamma = european.gamma + early.gamma;
  const theta = thetaOf(option, price, delta, gamma);
  if (greeks === 'underlying') return { ...european, price, delta, gamma, theta };
  const vega = european.vega + put.strike * premiumVega(unit, option.volatility, grid);
  const rho = european.rho + put.strike * premiumRho(put, movingRates(option, futures), grid);
  return { price, delta, gamma, theta, vega, rho };
};

/** The premium, unless the underlying is at or below the boundary. */
const heldPremium = (unit: UnitPut, grid: Grid): PutPart | undefined => {
  const boundary = findBoundary(unit, grid);
  if (!(distanceToBoundary(unit, boundary) > 0)) return undefined;
  return premiumOf(unit, boundary, grid);
};

const exercisedValues = (option: OptionTerms, price: number): EuropeanValues => ({
  price,
  delta: option.right === 0 ? 1 : -1,
  gamma: 0,
  vega: 0,
  theta: 0,
  rho: 0,
});

/** Exercise at a time between: expiry is not felt, nor is volatility. */
const driftValues = (
  option: OptionTerms,
  put: MirroredPut,
  drift: DriftExercise,
  price: number,
): EuropeanValues => {
  const waiting = drift.time * option.years * put.strike;
  const rho = option.right === 0 ? waiting * drift.asset : -(waiting * drift.cash);
  return { price, ...spotGreeks(option, put, drift), vega: 0, theta: 0, rho };
};

/** Delta and gamma of K p(S / K) by S for the put, by K for the call that it mirrors. */
const spotGreeks = (
  option: OptionTerms,
  put: MirroredPut,
  { value, slope, curvature }: PutPart,
): { readonly delta: number; readonly gamma: number } => {
  const perUnderlying = 1 / option.underlying;
  return {
    delta: option.right === 0 ? value - slope : slope * perUnderlying * option.strike,
    gamma: curvature * put.strike * perUnderlying * perUnderlying,
  };
};

/** The Black-Scholes-Merton equation solved for theta, as held everywhere above the boundary. */
const thetaOf = (option: OptionTerms, price: number, delta: number, gamma: number): number => {
  const { underlying, rate, dividendYield, volatility } = option;
  const carry = rate * price - (rate - dividendYield) * underlying * delta;
  return carry - volatility * 0.5 * volatility * (underlying * gamma) * underlying;
};

const movingRates = (option: OptionTerms, futures: boolean): Moving => {
  if (futures) return 'both';
  return option.right === 0 ? 'yield' : 'rate';
};
