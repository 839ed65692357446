import { isLeft } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { pricing, type PricingError, type ScenarioAxes } from '../../pricing-wasm/index.js';
import { columnsOf } from './option-columns.js';
import { gridOf, leg, repriced } from './scenario-legs.js';

describe('a scenario grid', () => {
  it('has the intrinsic value at expiry and beyond, to the bit', () => {
    const axes = { spots: [0.875, 1, 1.25], volatilities: [1, 2], days: [30, 31, 10_000] };
    const straddle = [leg, { ...leg, right: 1, quantity: -3 }];
    const intrinsic = [-3 * 12.5, 0, 25];
    expect([...gridOf(straddle, axes).values]).toEqual(Array.from({ length: 6 }, () => intrinsic).flat());
  });

  it('has the intrinsic value without volatility, to the bit', () => {
    const axes = { spots: [0.875, 1, 1.25], volatilities: [1, 3], days: [0] };
    const still = { ...leg, volatility: 0 };
    const values = [...gridOf([still, { ...still, right: 1 }], axes).values];
    expect(values).toEqual([12.5, 0, 25, 12.5, 0, 25]);
  });

  it('finds the worst of a short straddle at the farthest spot, and says it in the words of the axes', () => {
    const axes = { spots: [0.9, 1, 1.2], volatilities: [1, 1.5], days: [0, 15] };
    const { base, worst, unpriced } = gridOf(
      [
        { ...leg, quantity: -100 },
        { ...leg, right: 1, quantity: -100 },
      ],
      axes,
    );
    expect(worst).toMatchObject({ spot: 1.2, volatility: 1.5, days: 0 });
    expect(worst.value).toBeLessThan(-2_000);
    expect(base).toBeCloseTo(-457.43, 2); // -100 × 2 × 100 (2 N(0.2 √(30/365) / 2) - 1)
    expect(unpriced).toBe(0);
  });
});

describe('a leg that cannot be priced', () => {
  const axes = { spots: [0.5, 1, 2], volatilities: [1], days: [0, 1] };

  it.each([
    ['a strike below 0', { strike: -1 }],
    ['no volatility at all', { volatility: NaN }],
    ['years without end', { years: Infinity }],
    ['volatility without bound', { volatility: Infinity }],
    ['a right that is none', { right: 2 }],
    ['a quantity that is not known', { quantity: NaN }],
    ['a carry too far', { rate: 9_000 }],
    ['an underlying that a shock takes out of the domain', { underlying: 0.8e150 }],
    ['an amount too large to sum', { quantity: 1e299 }],
  ])('makes every number NaN and is counted: %s', (_, change) => {
    const grid = gridOf([leg, { ...leg, ...change }, { ...leg, ...change, quantity: NaN }], axes);
    expect(grid.unpriced).toBe(2);
    expect([...grid.values]).toEqual([NaN, NaN, NaN, NaN, NaN, NaN]);
    expect(grid.base).toBeNaN();
    expect(Object.values(grid.worst)).toEqual([NaN, NaN, NaN, NaN, NaN]);
  });
});

describe('a scenario grid is refused', () => {
  const refusal = (axes: Partial<ScenarioAxes>, legs = [leg], quantities = legs.length): PricingError => {
    const all = { spots: [1], volatilities: [1], days: [0], ...axes };
    const result = pricing.scenarioGrid(columnsOf(legs), new Float64Array(quantities), all);
    if (!isLeft(result)) throw new Error('priced');
    return result.left;
  };

  it.each([
    ['spots', 0, 1e-6],
    ['spots', -1, 1e-6],
    ['spots', 1.1e6, 1e6],
    ['volatilities', 0, 1e-6],
    ['volatilities', NaN, 1e-6],
    ['volatilities', Infinity, 1e6],
    ['days', -0.5, 0],
    ['days', NaN, 0],
    ['days', Infinity, 1e6],
  ])('with a shock in %s of %s, naming the first', (column, value, limit) => {
    const error = { _tag: 'ShockOutOfRange', column, index: 1, value, limit };
    expect(refusal({ [column]: [1, value, value] })).toEqual(error);
    expect(refusal({ [column]: Float64Array.of(1, value) })).toEqual(error);
  });

  it.each([
    ['spots', 256],
    ['volatilities', 128],
    ['days', 256],
  ])('with no %s, or more than %s', (column, limit) => {
    expect(refusal({ [column]: [] })).toEqual({ _tag: 'EmptyAxis', column, length: 0, limit: 1 });
    const length = limit + 1;
    const error = { _tag: 'CapacityExceeded', column, length, limit };
    expect(refusal({ [column]: new Float64Array(length).fill(1) })).toEqual(error);
  });

  it('with as many quantities as there are not legs', () => {
    const error = { _tag: 'ColumnLengthMismatch', column: 'quantity', length: 2, limit: 1 };
    expect(refusal({}, [leg], 2)).toEqual(error);
  });

  it('at no size within the limits: 256 spots, 128 volatilities', () => {
    const axes = {
      spots: Float64Array.from({ length: 256 }, (_, spot) => 0.5 + spot / 256),
      volatilities: Float64Array.from({ length: 128 }, (_, volatility) => 0.5 + volatility / 128),
      days: [0],
    };
    const { values } = gridOf([leg], axes);
    expect(values.every(Number.isFinite)).toBe(true);
    const { value, bound } = repriced([leg], axes.spots[255]!, axes.volatilities[127]!, 0);
    expect(Math.abs(values.at(-1)! - value)).toBeLessThanOrEqual(bound);
  });
});
