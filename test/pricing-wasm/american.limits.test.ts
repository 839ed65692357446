import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowStatus, pricing } from '../../pricing-wasm/index.js';
import {
  doubleBoundary,
  priceAmerican,
  type AmericanTier,
  type AmericanValues,
  type OptionTerms,
} from '../../pricing-wasm/plain/american/index.js';
import { kernelPrices } from './american-kernel.js';
import { americanNames, anyAmericanAtAll, bitsOf, intrinsicOf, tiers } from './american-options.js';
import { columnsOf, priced } from './option-columns.js';

const put: OptionTerms = {
  right: 1,
  underlying: 90,
  strike: 100,
  years: 0.5,
  rate: 0.04,
  dividendYield: 0.01,
  volatility: 0.2,
};

const of = (terms: Partial<OptionTerms>, tier?: AmericanTier): AmericanValues =>
  priceAmerican({ ...put, ...terms }, tier);

const european = (
  option: OptionTerms,
  model: 'blackScholesMerton' | 'black76' = 'blackScholesMerton',
): AmericanValues => {
  const values = priced(pricing[model](columnsOf([option])));
  const [price, delta, gamma, vega, theta, rho] = americanNames.map((name) => values[name][0]!);
  return {
    status: values.status[0]!,
    price: price!,
    delta: delta!,
    gamma: gamma!,
    vega: vega!,
    theta: theta!,
    rho: rho!,
  };
};

const exercised = (option: OptionTerms): AmericanValues => ({
  status: RowStatus.priced,
  price: intrinsicOf(option),
  delta: option.right === 0 ? 1 : -1,
  gamma: 0,
  vega: 0,
  theta: 0,
  rho: 0,
});

describe('an option that is never exercised early', () => {
  it('has the European values to the bit: a put with rate <= 0 and rate <= yield, a call with the two exchanged', () => {
    const anyNegative = fc.tuple(
      fc.double({ min: -0.1, max: 0, noNaN: true }),
      fc.double({ min: 0, max: 0.2, noNaN: true }),
    );
    fc.assert(
      fc.property(anyAmericanAtAll, anyNegative, fc.constantFrom(...tiers), (option, [lower, more], tier) => {
        const rates = { rate: lower, dividendYield: lower + more };
        const never = option.right === 1 ? rates : { rate: rates.dividendYield, dividendYield: rates.rate };
        const [values] = kernelPrices([{ ...option, ...never }], tier);
        expect(bitsOf(values!)).toBe(bitsOf(european({ ...option, ...never })));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is so for a futures option with a rate at or below 0', () => {
    const option = { ...put, rate: -0.01 };
    const [values] = kernelPrices([option], 'standard', 'all', true);
    expect(bitsOf(values!)).toBe(bitsOf(european(option, 'black76')));
  });
});

describe('an option at or below its boundary', () => {
  it('is worth its intrinsic value and feels nothing but the underlying', () => {
    tiers.forEach((tier) => {
      expect(of({ underlying: 60 }, tier)).toEqual(exercised({ ...put, underlying: 60 }));
      const call: OptionTerms = { ...put, right: 0, underlying: 180, rate: 0.01, dividendYield: 0.06 };
      expect(priceAmerican(call, tier)).toEqual(exercised(call));
    });
  });

  it('has value and delta without a jump at the boundary', () => {
    let [low, high] = [60, 99];
    for (let halving = 0; halving < 60; halving += 1) {
      const middle = (low + high) / 2;
      if (of({ underlying: middle }).theta === 0) low = middle;
      else high = middle;
    }
    const held = of({ underlying: high * 1.000001 });
    expect(held.price).toBeCloseTo(100 - high * 1.000001, 3);
    expect(held.delta).toBeCloseTo(-1, 4);
    expect(held.gamma).toBeGreaterThan(0);
  });
});

describe('an option on two boundaries', () => {
  it('is refused by its own status: a put with yield < rate < 0, a call with rate < yield < 0', () => {
    const refused = [
      of({ rate: -0.01, dividendYield: -0.02 }),
      of({ right: 0, rate: -0.02, dividendYield: -0.01 }),
    ];
    refused.forEach((values) => {
      expect(values.status).toBe(doubleBoundary);
      expect(americanNames.every((name) => Number.isNaN(values[name]))).toBe(true);
    });
  });

  it('is not so when the rate is 0 or the two are equal', () => {
    expect(of({ rate: 0, dividendYield: -0.02 }).status).toBe(RowStatus.priced);
    expect(of({ rate: -0.02, dividendYield: -0.02 }).status).toBe(RowStatus.priced);
  });
});

describe('an option without time', () => {
  it('is worth its intrinsic value, exercised in the money', () => {
    expect(of({ years: 0 })).toEqual(exercised(put));
    expect(of({ years: 0, underlying: 110 })).toEqual({ ...exercised(put), price: 0, delta: 0 });
  });

  it('has half the delta exactly at the money, as the European option', () => {
    expect(of({ years: 0, underlying: 100 }).delta).toBeCloseTo(-0.5, 15);
  });
});

describe('an option without volatility', () => {
  it('is exercised now when waiting only costs', () => {
    expect(of({ volatility: 0 })).toEqual(exercised(put));
  });

  it('waits for expiry when waiting only pays', () => {
    const option = { ...put, volatility: 0, rate: 0.001, dividendYield: 0.08 };
    expect(bitsOf(kernelPrices([option], 'standard')[0]!)).toBe(bitsOf(european(option)));
  });

  it('is exercised on the way where that is best: rate e^(-rate t) strike = yield e^(-yield t) underlying', () => {
    const option = {
      ...put,
      underlying: 70,
      strike: 100,
      years: 10,
      volatility: 0,
      rate: 0.05,
      dividendYield: 0.1,
    };
    const time = Math.log((0.1 * 70) / (0.05 * 100)) / 0.05;
    const cash = 100 * Math.exp(-0.05 * time);
    const asset = 70 * Math.exp(-0.1 * time);
    const { price, delta, gamma, vega, theta, rho } = priceAmerican(option);
    expect(price).toBeCloseTo(cash - asset, 12);
    expect(delta).toBeCloseTo(-asset / 70, 14);
    expect(gamma).toBeCloseTo((0.1 * asset) / (0.05 * 70 * 70), 14);
    expect([vega, theta]).toEqual([0, 0]);
    expect(rho).toBeCloseTo(-time * cash, 10);
    const mirrored = {
      ...option,
      right: 0,
      underlying: 100,
      strike: 70,
      rate: 0.1,
      dividendYield: 0.05,
    } as const;
    const call = priceAmerican(mirrored);
    expect(call.price).toBeCloseTo(price, 12);
    expect(call.delta).toBeCloseTo(cash / 100, 14);
    expect(call.rho).toBeCloseTo(time * asset, 10);
  });

  it('is what vanishing volatility leads to', () => {
    [
      put,
      { ...put, rate: 0.001, dividendYield: 0.08 },
      { ...put, years: 8, underlying: 70, rate: 0.05, dividendYield: 0.1 },
    ].forEach((option) => {
      const limit = priceAmerican({ ...option, volatility: 0 }).price;
      expect(Math.abs(priceAmerican({ ...option, volatility: 1e-3 }).price - limit)).toBeLessThan(1e-2);
      expect(Math.abs(priceAmerican({ ...option, volatility: 1e-5 }).price - limit)).toBeLessThan(1e-2);
    });
  });
});

describe('any option', () => {
  it('has finite values with status 0, at least what exercise now brings; else NaN and the reason', () => {
    fc.assert(
      fc.property(anyAmericanAtAll, fc.constantFrom(...tiers), (option, tier) => {
        const values = priceAmerican(option, tier);
        const finite = values.status === RowStatus.priced;
        americanNames.forEach((name) => {
          expect(finite ? Number.isFinite(values[name]) : Number.isNaN(values[name])).toBe(true);
        });
        if (finite)
          expect(values.price).toBeGreaterThanOrEqual(intrinsicOf(option) > 0 ? mostNow(option) : 0);
      }),
      { numRuns: 1_000 },
    );
  });

  /** Options never exercised early may be worth less than their intrinsic value. */
  const mostNow = (option: OptionTerms): number => {
    const [rate, dividendYield] =
      option.right === 1 ? [option.rate, option.dividendYield] : [option.dividendYield, option.rate];
    return rate > 0 || (rate === 0 && dividendYield < 0) ? intrinsicOf(option) : 0;
  };

  it('outside the domain has the status of a European one', () => {
    expect(of({ underlying: NaN }).status).toBe(RowStatus.nonFinite);
    expect(of({ dividendYield: Infinity }).status).toBe(RowStatus.nonFinite);
    expect(of({ strike: 0 }).status).toBe(RowStatus.outOfDomain);
    expect(of({ years: -1 }).status).toBe(RowStatus.outOfDomain);
    expect(of({ volatility: -0.1 }).status).toBe(RowStatus.outOfDomain);
    expect(of({ rate: 1401 }).status).toBe(RowStatus.outOfDomain);
    expect(of({ rate: 1400 }).status).toBe(RowStatus.priced);
    expect(of({ right: 2 as 0 }).status).toBe(RowStatus.outOfDomain);
  });
});
