import * as fc from 'fast-check';
import { isLeft } from 'fp-ts/lib/Either.js';
import { pricing, type ScenarioAxes, type ScenarioGrid } from '../../pricing-wasm/index.js';
import { columnsOf, type OptionRow } from './option-columns.js';

export interface Leg extends OptionRow {
  readonly quantity: number;
}

export const gridOf = (legs: ReadonlyArray<Leg>, axes: ScenarioAxes, by = pricing): ScenarioGrid => {
  const result = by.scenarioGrid(
    columnsOf(legs),
    Float64Array.from(legs, (leg) => leg.quantity),
    axes,
  );
  if (isLeft(result)) throw new Error(JSON.stringify(result.left));
  return result.right;
};

/** The legs with one shock, priced one by one, and how far a grid's cell may be from their sum. */
export const repriced = (
  legs: ReadonlyArray<Leg>,
  spot: number,
  volatility: number,
  days: number,
): { readonly value: number; readonly bound: number } => {
  const shocked = legs.map((leg) => ({
    ...leg,
    underlying: leg.underlying * spot,
    volatility: leg.volatility * volatility,
    years: Math.max(0, leg.years - days / 365),
  }));
  const values = pricing.blackScholesMerton(columnsOf(shocked), 'none');
  if (isLeft(values)) throw new Error(JSON.stringify(values.left));
  const size = shocked.reduce((sum, leg) => {
    const growth = Math.exp(Math.max(0, -leg.rate * leg.years, -leg.dividendYield * leg.years));
    return sum + Math.abs(leg.quantity) * Math.max(leg.underlying, leg.strike) * growth;
  }, 0);
  const value = shocked.reduce((sum, leg, row) => sum + leg.quantity * values.right.price[row]!, 0);
  return { value, bound: 1e-14 * size };
};

const shock = fc.double({ min: 0.3, max: 3, noNaN: true });
export const anyAxes: fc.Arbitrary<ScenarioAxes> = fc.record({
  spots: fc.array(shock, { minLength: 1, maxLength: 4 }),
  volatilities: fc.array(shock, { minLength: 1, maxLength: 3 }),
  days: fc.array(fc.double({ min: 0, max: 4_000, noNaN: true }), { minLength: 1, maxLength: 3 }),
});

export const legOf = (option: fc.Arbitrary<OptionRow>): fc.Arbitrary<Leg> =>
  fc.tuple(option, fc.integer({ min: -1_000, max: 1_000 })).map(([row, quantity]) => ({ ...row, quantity }));

/** A call at the money, 30 days from expiry, without carry. */
export const leg: Leg = {
  right: 0,
  underlying: 100,
  strike: 100,
  years: 30 / 365,
  rate: 0,
  dividendYield: 0,
  volatility: 0.2,
  quantity: 1,
};
