import { describe, expect, it } from 'vitest';
import { RowStatus, openArena, pricing, type EuropeanModel } from '../../pricing-wasm/index.js';
import { columnsOf, fixedOptions, priced } from './option-columns.js';
import { quotesOf, stepped, volatilitiesOf, volatilityBits, type QuoteRow } from './quote-columns.js';

const models = ['blackScholesMerton', 'black76'] as const;

const call: QuoteRow = {
  right: 0,
  underlying: 110,
  strike: 100,
  years: 0.5,
  rate: 0,
  dividendYield: 0,
  price: 12,
};
const put: QuoteRow = { ...call, right: 1, underlying: 100, strike: 110 };

const statusOf = (row: QuoteRow, model: EuropeanModel = 'blackScholesMerton'): number => {
  const { status, volatility } = volatilitiesOf(model, [row]);
  expect(Number.isNaN(volatility[0]!)).toBe(status[0] !== RowStatus.priced);
  return status[0]!;
};

describe('a price', () => {
  it('of 10 with underlying and strike at 100, a year and no rates is a volatility of 25%', () => {
    const volatility = volatilitiesOf('black76', [{ ...call, underlying: 100, years: 1, price: 10 }]);
    expect(volatility.volatility[0]).toBeCloseTo(0.2513, 4);
  });

  it.each(models)('has a volatility from one unit above the intrinsic value on (%s)', (model) => {
    for (const option of [call, put]) {
      expect(statusOf({ ...option, price: stepped(10, -1) }, model)).toBe(RowStatus.belowIntrinsic);
      expect(statusOf({ ...option, price: 10 }, model)).toBe(RowStatus.atIntrinsic);
      expect(statusOf({ ...option, price: stepped(10, 1) }, model)).toBe(RowStatus.priced);
    }
  });

  it.each(models)('has a volatility to one unit below what the option can at most deliver (%s)', (model) => {
    for (const option of [call, put]) {
      expect(statusOf({ ...option, price: stepped(110, -1) }, model)).toBe(RowStatus.priced);
      expect(statusOf({ ...option, price: 110 }, model)).toBe(RowStatus.atUpperBound);
      expect(statusOf({ ...option, price: stepped(110, 1) }, model)).toBe(RowStatus.aboveUpperBound);
    }
  });

  it('of an option out of the money is at the intrinsic value when it is 0, and negative below', () => {
    const outside = { ...call, underlying: 90 };
    expect(statusOf({ ...outside, price: 0 })).toBe(RowStatus.atIntrinsic);
    expect(statusOf({ ...outside, price: -0 })).toBe(RowStatus.atIntrinsic);
    expect(statusOf({ ...outside, price: -5e-324 })).toBe(RowStatus.negativePrice);
    expect(statusOf({ ...outside, price: 1e-290 })).toBe(RowStatus.priced);
    expect(statusOf({ ...outside, price: 1e-310 })).toBe(RowStatus.atIntrinsic);
  });

  it('is compared with the bounds of the discounted forward, exactly', () => {
    const rates = { rate: 0.05, dividendYield: 0.02 };
    // 110 exp(-0.01) - 100 exp(-0.025) = 11.37449050957521914311195 (mpmath).
    const intrinsic = 11.37449050957522;
    expect(statusOf({ ...call, ...rates, price: stepped(intrinsic, -1) })).toBe(RowStatus.belowIntrinsic);
    expect(statusOf({ ...call, ...rates, price: stepped(intrinsic, 1) })).toBe(RowStatus.priced);
    // 110 exp(-0.01) = 108.9054817124084858704591
    const bound = 108.90548171240849;
    expect(statusOf({ ...call, ...rates, price: stepped(bound, -1) })).toBe(RowStatus.priced);
    expect(statusOf({ ...call, ...rates, price: stepped(bound, 1) })).toBe(RowStatus.aboveUpperBound);
  });
});

describe('a row that has no volatility', () => {
  it.each(['underlying', 'strike', 'years', 'rate', 'dividendYield', 'price'] as const)(
    'is nonFinite when %s is NaN or infinite',
    (name) => {
      for (const value of [NaN, Infinity, -Infinity]) {
        expect(statusOf({ ...call, [name]: value })).toBe(RowStatus.nonFinite);
      }
    },
  );

  it('is outOfDomain beyond each bound', () => {
    expect(statusOf({ ...call, underlying: 0 })).toBe(RowStatus.outOfDomain);
    expect(statusOf({ ...call, strike: 1.1e150 })).toBe(RowStatus.outOfDomain);
    expect(statusOf({ ...call, years: -1e-9 })).toBe(RowStatus.outOfDomain);
    expect(statusOf({ ...call, right: 2 })).toBe(RowStatus.outOfDomain);
    expect(statusOf({ ...call, rate: 1_401 })).toBe(RowStatus.outOfDomain);
    expect(statusOf({ ...call, dividendYield: -1_401 })).toBe(RowStatus.outOfDomain);
    expect(statusOf({ ...call, rate: 701, dividendYield: -701 })).toBe(RowStatus.outOfDomain);
  });

  it('is outOfDomain at expiry, unless the price is at or beyond a bound', () => {
    expect(statusOf({ ...call, years: 0 })).toBe(RowStatus.outOfDomain);
    expect(statusOf({ ...call, years: 0, price: 9 })).toBe(RowStatus.belowIntrinsic);
    expect(statusOf({ ...call, years: 0, price: 10 })).toBe(RowStatus.atIntrinsic);
    expect(statusOf({ ...call, years: 0, price: 110 })).toBe(RowStatus.atUpperBound);
    expect(statusOf({ ...call, years: 0, price: 111 })).toBe(RowStatus.aboveUpperBound);
  });

  it('of a futures option does not depend on the dividend yield, which is not read', () => {
    expect(statusOf({ ...call, dividendYield: NaN }, 'black76')).toBe(RowStatus.priced);
  });
});

describe('columns of quotes', () => {
  const quotedFrom = (model: EuropeanModel, count: number): QuoteRow[] => {
    const rows = fixedOptions(count);
    const { price } = priced(pricing[model](columnsOf(rows)));
    return rows.map((row, index) => ({ ...row, price: price[index]! }));
  };

  it('of different lengths are refused', () => {
    const columns = quotesOf([call, put]);
    for (const column of ['underlying', 'strike', 'years', 'rate', 'dividendYield', 'price'] as const) {
      const left = { _tag: 'ColumnLengthMismatch', column, length: 3, limit: 2 };
      const odd = { ...columns, [column]: new Float64Array(3) };
      expect(pricing.impliedVolatility('black76', odd)).toEqual({ _tag: 'Left', left });
    }
  });

  it.each(models)('keep every bit across chunk boundaries (%s)', (model) => {
    const capacity = 1_024;
    const rows = quotedFrom(model, 2 * capacity + 3);
    const all = volatilityBits(volatilitiesOf(model, rows));
    for (const length of [0, 1, 2, 3, 63, 64, 65, capacity - 1, capacity, capacity + 1, 2 * capacity + 1]) {
      expect(volatilityBits(volatilitiesOf(model, rows.slice(0, length)))).toEqual(all.slice(0, length));
    }
    expect(volatilityBits(volatilitiesOf(model, rows.slice(capacity)))).toEqual(all.slice(capacity));
  });

  it('are solved in an arena without being copied', () => {
    const opened = openArena(4);
    if (opened._tag === 'Left') throw new Error(opened.left._tag);
    const arena = opened.right;
    const quotes = quotesOf([call, put]);
    for (const name of [
      'right',
      'underlying',
      'strike',
      'years',
      'rate',
      'dividendYield',
      'price',
    ] as const) {
      arena[name].set(quotes[name]);
    }
    expect(arena.impliedVolatility('blackScholesMerton', 2)).toEqual({ _tag: 'Right', right: 2 });
    const expected = volatilitiesOf('blackScholesMerton', [call, put]);
    expect(arena.volatility.subarray(0, 2)).toEqual(expected.volatility);
    expect(arena.status.subarray(0, 2)).toEqual(expected.status);
    const left = { _tag: 'CapacityExceeded', column: 'rows', length: 5, limit: 4 };
    expect(arena.impliedVolatility('black76', 5)).toEqual({ _tag: 'Left', left });
  });
});
