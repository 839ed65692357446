import { describe, expect, it } from 'vitest';
import { RowStatus, pricing, type EuropeanModel } from '../../pricing-wasm/index.js';
import { columnsOf, priced, valueNames, type OptionRow } from './option-columns.js';

const option: OptionRow = {
  right: 0,
  underlying: 110,
  strike: 100,
  years: 0.5,
  rate: 0.04,
  dividendYield: 0.01,
  volatility: 0.2,
};

const valuesOf = (row: Partial<OptionRow>, model: EuropeanModel = 'blackScholesMerton'): number[] => {
  const values = priced(pricing[model](columnsOf([{ ...option, ...row }])));
  return [values.status[0]!, ...valueNames.map((name) => values[name][0]!)];
};

const underlyingNow = 110 * Math.exp(-0.005);
const strikeNow = 100 * Math.exp(-0.02);
const nothing = [RowStatus.priced, 0, 0, 0, 0, 0, 0];

describe('an option without volatility or without time', () => {
  it('is worth its discounted intrinsic value on the forward when volatility is 0', () => {
    const [status, price, delta, gamma, vega, theta, rho] = valuesOf({ volatility: 0 });
    expect(status).toBe(RowStatus.priced);
    expect(price).toBeCloseTo(underlyingNow - strikeNow, 13);
    expect(delta).toBeCloseTo(Math.exp(-0.005), 15);
    expect([gamma, vega]).toEqual([0, 0]);
    expect(theta).toBeCloseTo(0.01 * underlyingNow - 0.04 * strikeNow, 13);
    expect(rho).toBeCloseTo(0.5 * strikeNow, 12);
  });

  it('is worth nothing out of the money', () => {
    expect(valuesOf({ volatility: 0, right: 1 })).toEqual(nothing);
    expect(valuesOf({ years: 0, right: 1 })).toEqual(nothing);
    expect(valuesOf({ volatility: 0, right: 1 }, 'black76')).toEqual(nothing);
  });

  it('is worth its intrinsic value at expiry, with theta of the carry alone and no rho', () => {
    expect(valuesOf({ years: 0 })).toEqual([0, 10, 1, 0, 0, 0.01 * 110 - 0.04 * 100, 0]);
    expect(valuesOf({ years: 0, underlying: 90, right: 1 })).toEqual([0, 10, -1, 0, 0, 4 - 0.9, 0]);
    expect(valuesOf({ years: 0 }, 'black76').slice(0, 5)).toEqual([0, 10, 1, 0, 0]);
  });

  it('has half the delta exactly at the money, and no gamma or vega', () => {
    const atTheMoney = { years: 0, underlying: 100 };
    const [, price, delta, gamma, vega] = valuesOf(atTheMoney);
    expect([price, gamma, vega]).toEqual([0, 0, 0]);
    expect(delta).toBeCloseTo(0.5, 15);
    expect(valuesOf({ ...atTheMoney, right: 1 })[2]).toBeCloseTo(-0.5, 15);
    expect(valuesOf({ underlying: 100, volatility: 0 }, 'black76')[2]).toBeCloseTo(0.5 * Math.exp(-0.02), 15);
  });

  it('is approached as volatility vanishes', () => {
    const limit = valuesOf({ volatility: 0 });
    valuesOf({ volatility: 1e-9 }).forEach((value, index) => {
      expect(value).toBeCloseTo(limit[index]!, 12);
    });
    valuesOf({ volatility: 1e-301 }).forEach((value, index) => {
      expect(value).toBe(limit[index]);
    });
  });

  it('approaches the asset itself as volatility grows without bound', () => {
    const [status, price, delta, gamma, vega] = valuesOf({ volatility: 1e6 });
    expect([status, gamma, vega]).toEqual([0, 0, 0]);
    expect(price).toBeCloseTo(underlyingNow, 12);
    expect(delta).toBeCloseTo(Math.exp(-0.005), 15);
    expect(valuesOf({ volatility: Number.MAX_VALUE })[0]).toBe(RowStatus.priced);
  });
});

describe('the status of a row', () => {
  const bad = (row: Partial<OptionRow>, model?: EuropeanModel): number => {
    const [status, ...values] = valuesOf(row, model);
    expect(values.every(Number.isNaN)).toBe(true);
    return status!;
  };

  it.each(['underlying', 'strike', 'years', 'rate', 'dividendYield', 'volatility'] as const)(
    'says nonFinite when %s is NaN or infinite',
    (name) => {
      expect(bad({ [name]: NaN })).toBe(RowStatus.nonFinite);
      expect(bad({ [name]: Infinity })).toBe(RowStatus.nonFinite);
      expect(bad({ [name]: -Infinity })).toBe(RowStatus.nonFinite);
    },
  );

  it('prefers nonFinite to outOfDomain when both hold', () => {
    expect(bad({ strike: NaN, underlying: -1 })).toBe(RowStatus.nonFinite);
  });

  it('says outOfDomain beyond each bound, and prices at it', () => {
    expect(bad({ underlying: 0 })).toBe(RowStatus.outOfDomain);
    expect(bad({ underlying: -1 })).toBe(RowStatus.outOfDomain);
    expect(bad({ strike: 0 })).toBe(RowStatus.outOfDomain);
    expect(bad({ strike: 1.1e150 })).toBe(RowStatus.outOfDomain);
    expect(bad({ underlying: 0.9e-150 })).toBe(RowStatus.outOfDomain);
    expect(bad({ years: -1e-9 })).toBe(RowStatus.outOfDomain);
    expect(bad({ volatility: -1e-9 })).toBe(RowStatus.outOfDomain);
    expect(bad({ right: 2 })).toBe(RowStatus.outOfDomain);
    expect(bad({ right: 255 })).toBe(RowStatus.outOfDomain);
    expect(bad({ rate: 1401 })).toBe(RowStatus.outOfDomain);
    expect(bad({ dividendYield: -1401 })).toBe(RowStatus.outOfDomain);
    expect(valuesOf({ strike: 1e150 })[0]).toBe(RowStatus.priced);
    expect(valuesOf({ underlying: 1e-150 })[0]).toBe(RowStatus.priced);
    expect(valuesOf({ rate: 1400 })[0]).toBe(RowStatus.priced);
  });

  it('says outOfDomain when a value, here gamma, is too large for a double', () => {
    const tiny = { underlying: 1e-120, strike: 1e-120, rate: 0, dividendYield: 0 };
    expect(bad({ ...tiny, volatility: 1e-200 })).toBe(RowStatus.outOfDomain);
    expect(valuesOf({ ...tiny, volatility: 1e-180 })[0]).toBe(RowStatus.priced);
  });

  it('of a futures option does not depend on the dividend yield, which is not read', () => {
    expect(valuesOf({ dividendYield: NaN }, 'black76')).toEqual(valuesOf({ dividendYield: 9 }, 'black76'));
    expect(bad({ rate: NaN }, 'black76')).toBe(RowStatus.nonFinite);
  });
});
