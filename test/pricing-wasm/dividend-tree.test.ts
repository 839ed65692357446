import * as fc from 'fast-check';
import { isLeft } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { priceAmerican, type OptionTerms } from '../../pricing-wasm/plain/american/index.js';
import {
  priceWithDividends,
  type CashDividend,
  type DividendTreeError,
  type Exercise,
  type TreeValues,
} from '../../pricing-wasm/plain/dividend-tree.js';
import { anyAmerican, intrinsicOf } from './american-options.js';

const values = (
  option: OptionTerms,
  dividends: ReadonlyArray<CashDividend>,
  exercise: Exercise,
  steps: number,
): TreeValues => {
  const result = priceWithDividends(option, dividends, exercise, steps);
  if (isLeft(result)) throw new Error(JSON.stringify(result.left));
  return result.right;
};

const call: OptionTerms = {
  right: 0,
  underlying: 100,
  strike: 100,
  years: 1,
  rate: 0.05,
  dividendYield: 0,
  volatility: 0.3,
};

const put: OptionTerms = { ...call, right: 1 };

describe('a European option on an underlying that pays one dividend', () => {
  // Independent values: mpmath, 30 digits; the Black-Scholes-Merton price after the ex-date integrated over the
  // lognormal price at the ex-date less min(dividend, price), split where the dividend takes all and at the kink.
  it.each([
    { option: call, dividend: { years: 0.5, amount: 5 }, price: 11.636782540939988 },
    { option: put, dividend: { years: 0.5, amount: 5 }, price: 11.636274551153052 },
    {
      option: { ...put, strike: 90, years: 0.75, rate: 0.03, dividendYield: 0.01, volatility: 0.4 },
      dividend: { years: 0.7, amount: 8 },
      price: 11.698992360536023,
    },
    {
      option: {
        ...call,
        underlying: 50,
        strike: 60,
        years: 2,
        rate: 0.04,
        dividendYield: 0.02,
        volatility: 0.25,
      },
      dividend: { years: 0.25, amount: 3.5 },
      price: 2.9649949121659358,
    },
    {
      option: { ...call, volatility: 0.5 },
      dividend: { years: 0.3, amount: 60 },
      price: 2.5678202176051854,
    },
  ])('is worth $price', ({ option, dividend, price }) => {
    expect(Math.abs(values(option, [dividend], 'european', 200).price - price)).toBeLessThan(1e-3);
    expect(Math.abs(values(option, [dividend], 'european', 800).price - price)).toBeLessThan(2e-4);
  });

  it('keeps put-call parity: the dividend takes its present value off the underlying', () => {
    const dividend = { years: 0.4, amount: 4 };
    const [long, short] = [call, put].map((option) => values(option, [dividend], 'european', 300));
    const forward = 100 - 4 * Math.exp(-0.05 * 0.4) - 100 * Math.exp(-0.05);
    expect(long!.price - short!.price).toBeCloseTo(forward, 4);
    expect(long!.delta - short!.delta).toBeCloseTo(1, 4);
  });
});

describe('an American option without dividends', () => {
  it('converges to the price of the boundary method', () => {
    fc.assert(
      fc.property(
        anyAmerican.filter(({ volatility }) => volatility < 1),
        (option) => {
          const { price, delta } = priceAmerican(option, 'precise');
          fc.pre(Number.isFinite(price));
          const tree = values(option, [], 'american', 200);
          const scale = Math.max(option.underlying, option.strike);
          expect(Math.abs(tree.price - price)).toBeLessThan(6e-4 * scale);
          expect(Math.abs(tree.delta - delta)).toBeLessThan(1e-2);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('has the Greeks of the boundary method', () => {
    const option = { ...put, dividendYield: 0.03, volatility: 0.2 };
    const { price, delta, gamma, theta } = priceAmerican(option, 'precise');
    const tree = values(option, [], 'american', 1_000);
    expect(Math.abs(tree.price - price)).toBeLessThan(2e-4);
    expect(Math.abs(tree.delta - delta)).toBeLessThan(1e-5);
    expect(Math.abs(tree.gamma - gamma)).toBeLessThan(1e-5);
    expect(Math.abs(tree.theta - theta)).toBeLessThan(2e-4);
  });

  it('is priced between two boundaries, a put with yield < rate < 0: above the European and the intrinsic value', () => {
    const option = { ...put, years: 3, rate: -0.01, dividendYield: -0.03, volatility: 0.2 };
    const american = values(option, [], 'american', 1_000).price;
    expect(american).toBeGreaterThan(values(option, [], 'european', 1_000).price + 0.1);
    expect(values(option, [], 'american', 500).price).toBeCloseTo(american, 2);
    const deep = { ...option, underlying: 60 };
    expect(values(deep, [], 'american', 200)).toEqual({ price: 40, delta: -1, gamma: 0, theta: 0 });
    const deepest = { ...option, underlying: 5 };
    expect(values(deepest, [], 'american', 200).price).toBeGreaterThan(95);
  });
});

describe('an American option on an underlying that pays dividends', () => {
  it('is, as a deep call, exercised just before the ex-date: worth the underlying less the strike paid then', () => {
    const deep = { ...call, strike: 60, years: 0.5, rate: 0.03, volatility: 0.2 };
    const exDate = { years: 0.25, amount: 5 };
    const { price, delta } = values(deep, [exDate], 'american', 500);
    expect(price).toBeCloseTo(100 - 60 * Math.exp(-0.03 * 0.25), 4);
    expect(delta).toBeCloseTo(1, 5);
    const european = values(deep, [exDate], 'european', 500).price;
    expect(european).toBeCloseTo(100 - 5 * Math.exp(-0.03 * 0.25) - 60 * Math.exp(-0.03 * 0.5), 2);
  });

  it('is, as a call, exercised now when the dividend is about to be paid', () => {
    const deep = { ...call, strike: 60, years: 0.5, rate: 0, volatility: 0.2 };
    expect(values(deep, [{ years: 1e-6, amount: 30 }], 'american', 200).price).toBeCloseTo(40, 6);
  });

  it('is, as a put, not exercised just before the ex-date but just after', () => {
    const deep = { ...put, underlying: 60, years: 0.5, rate: 0.03, volatility: 0.2 };
    const exDate = { years: 0.1, amount: 5 };
    const after = 100 * Math.exp(-0.03 * 0.1) - 60 + 5 * Math.exp(-0.03 * 0.1);
    expect(values(deep, [exDate], 'american', 500).price).toBeCloseTo(after, 3);
    expect(after).toBeGreaterThan(40);
  });

  it('is worth the strike, as a put, once a dividend above any price has taken it all', () => {
    const { price, delta } = values(put, [{ years: 0.25, amount: 1e4 }], 'american', 200);
    expect(price).toBeCloseTo(100 * Math.exp(-0.05 * 0.25), 10);
    expect(delta).toBeCloseTo(0, 12);
  });

  it('feels a dividend on the day of expiry as a put, not as a call, which is exercised before', () => {
    const atExpiry = [{ years: 1, amount: 5 }];
    const cum = values(call, [], 'american', 300).price;
    expect(values(call, atExpiry, 'american', 300).price).toBeCloseTo(cum, 10);
    const ex = values(put, atExpiry, 'european', 300).price;
    expect(ex).toBeCloseTo(values({ ...put, strike: 105 }, [], 'european', 300).price, 10);
  });

  it('counts two dividends of one date as one', () => {
    const [once, twice] = [
      [{ years: 0.5, amount: 4 }],
      [
        { years: 0.5, amount: 1 },
        { years: 0.5, amount: 3 },
      ],
    ].map((dividends) => values(put, dividends, 'american', 100));
    expect(twice).toEqual(once);
  });

  it('is worth at least the European option and the intrinsic value', () => {
    const anyDividends = fc.array(
      fc.record({
        part: fc.double({ min: 0.01, max: 1, noNaN: true }),
        share: fc.double({ min: 0, max: 0.2, noNaN: true }),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(anyAmerican, anyDividends, fc.integer({ min: 1, max: 60 }), (option, paid, steps) => {
        const dividends = paid.map(({ part, share }) => ({
          years: part * option.years,
          amount: share * option.underlying,
        }));
        const american = values(option, dividends, 'american', steps);
        const european = values(option, dividends, 'european', steps);
        const slack = 5e-3 * Math.max(option.underlying, option.strike);
        expect(american.price).toBeGreaterThanOrEqual(european.price - slack);
        expect(american.price).toBeGreaterThanOrEqual(intrinsicOf(option));
        expect(Object.values(american).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('an option without time or volatility', () => {
  it('is worth its intrinsic value at expiry', () => {
    const expired = { ...put, years: 0, underlying: 90 };
    expect(values(expired, [], 'american', 10)).toEqual({ price: 10, delta: -1, gamma: 0, theta: 0 });
    const worthless = { ...put, years: 0, underlying: 110 };
    expect(values(worthless, [], 'american', 10)).toEqual({ price: 0, delta: 0, gamma: 0, theta: 0 });
  });

  it('waits without volatility for the last dividend that pays more than the interest', () => {
    const still = { ...put, years: 0.5, rate: 0.03, volatility: 0 };
    const dividends = [0.25, 0.4].map((years) => ({ years, amount: 3 }));
    const paid = 3 * Math.exp(-0.03 * 0.25) + 3 * Math.exp(-0.03 * 0.4);
    const { price } = values(still, dividends, 'american', 300);
    expect(price).toBeCloseTo(100 * Math.exp(-0.03 * 0.4) - 100 + paid, 6);
  });
});

describe('what the tree refuses', () => {
  const refusal = (
    terms: Partial<OptionTerms>,
    dividends: ReadonlyArray<CashDividend> = [],
    steps = 10,
  ): DividendTreeError | undefined => {
    const result = priceWithDividends({ ...put, ...terms }, dividends, 'american', steps);
    return isLeft(result) ? result.left : undefined;
  };

  it('is steps that are no whole number from 1 to 10,000', () => {
    [0, -1, 1.5, 10_001, NaN].forEach((steps) => {
      expect(refusal({}, [], steps)).toEqual({ _tag: 'StepsOutOfRange', steps });
    });
    expect(refusal({}, [], 1)).toBeUndefined();
  });

  it('is a dividend that is not paid after now and by expiry', () => {
    [0, -0.1, 1.0001, NaN].forEach((years) => {
      const dividends = [
        { years: 0.5, amount: 1 },
        { years, amount: 1 },
      ];
      expect(refusal({}, dividends)).toEqual({ _tag: 'DividendTimeOutOfRange', index: 1, years });
    });
    expect(refusal({}, [{ years: 1, amount: 1 }])).toBeUndefined();
  });

  it('is a dividend of a negative or no finite amount', () => {
    [-1, Infinity, NaN].forEach((amount) => {
      expect(refusal({}, [{ years: 0.5, amount }])).toEqual({
        _tag: 'DividendAmountInvalid',
        index: 0,
        amount,
      });
    });
    expect(refusal({}, [{ years: 0.5, amount: 0 }])).toBeUndefined();
  });

  it('is an input that is not finite, outside the domain, or wider than the lattice can be', () => {
    expect(refusal({ rate: NaN })).toEqual({ _tag: 'NonFiniteInput' });
    expect(refusal({ strike: 0 })).toEqual({ _tag: 'OutOfDomain' });
    expect(refusal({ volatility: 100 })).toEqual({ _tag: 'OutOfDomain' });
  });
});
