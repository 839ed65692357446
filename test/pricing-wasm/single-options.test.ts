import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  RowStatus,
  impliedVolatility,
  priceAmerican,
  priceBlack76,
  priceBlackScholesMerton,
  priceWithDividends,
  pricing,
  type SingleOption,
} from '../../pricing-wasm/index.js';
import { anyAmerican } from './american-options.js';
import { columnsOf, priced } from './option-columns.js';

const option: SingleOption = {
  right: 'put',
  underlying: 100,
  strike: 105,
  years: 0.5,
  rate: 0.05,
  dividendYield: 0.02,
  volatility: 0.25,
};

const dividends = [{ years: 0.25, amount: 1.5 }];

describe('one option', () => {
  it('has what it was asked for and no more', () => {
    expect(Object.keys(priceAmerican(option))).toEqual([
      'status',
      'price',
      'delta',
      'gamma',
      'vega',
      'theta',
      'rho',
    ]);
    expect(Object.keys(priceAmerican(option, { greeks: 'none' }))).toEqual(['status', 'price']);
    expect(Object.keys(priceAmerican(option, { greeks: 'underlying' }))).toEqual([
      'status',
      'price',
      'delta',
      'gamma',
      'theta',
    ]);
  });

  it('has the bits of its row, American, on a spot price and on futures, at each tier', () => {
    const anySettings = fc.record({
      tier: fc.constantFrom('fast' as const, 'standard' as const, 'precise' as const),
      greeks: fc.constantFrom('none' as const, 'underlying' as const, 'first' as const),
      futures: fc.boolean(),
    });
    fc.assert(
      fc.property(anyAmerican, anySettings, (terms, settings) => {
        const columns = priced(pricing.american(columnsOf([terms]), settings));
        const single = priceAmerican({ ...terms, right: terms.right === 0 ? 'call' : 'put' }, settings);
        const row = Object.fromEntries(
          Object.entries<ArrayLike<number>>({ ...columns }).map(([name, column]) => [name, column[0]]),
        );
        expect(single).toEqual(row);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused by its status when its right is no right, or it has two boundaries', () => {
    const strange = { ...option, right: 'straddle' as 'call' };
    expect(priceAmerican(strange).status).toBe(RowStatus.outOfDomain);
    const between = { ...option, rate: -0.01, dividendYield: -0.05 };
    expect(priceAmerican(between)).toMatchObject({ status: RowStatus.doubleBoundary, price: NaN });
  });

  it('with two boundaries is priced by the tree, above its European price', () => {
    const between = { ...option, rate: -0.01, dividendYield: -0.05, years: 2 };
    const tree = priceWithDividends(between, [], 'american', 400);
    const european = priceBlackScholesMerton(between).price;
    expect(tree).toMatchObject({ _tag: 'Right' });
    if (tree._tag === 'Right') expect(tree.right.price).toBeGreaterThan(european + 0.01);
  });

  it('with cash dividends is dearer for a put, and a right that is no right is named', () => {
    const plain = priceWithDividends(option, [], 'american', 200);
    const paying = priceWithDividends(option, dividends, 'american', 200);
    if (plain._tag === 'Left' || paying._tag === 'Left') throw new Error('refused');
    expect(paying.right.price).toBeGreaterThan(plain.right.price + 0.5);
    const strange = { ...option, right: 'straddle' as 'call' };
    expect(priceWithDividends(strange, [], 'american', 200)).toMatchObject({
      _tag: 'Left',
      left: { _tag: 'InputError', field: 'right' },
    });
  });

  it('has the volatility that its price implies', () => {
    const { price } = priceBlackScholesMerton(option);
    expect(impliedVolatility({ ...option, price }, 'blackScholesMerton').volatility).toBeCloseTo(0.25, 14);
    const futures = priceBlack76(option).price;
    expect(impliedVolatility({ ...option, price: futures }, 'black76').volatility).toBeCloseTo(0.25, 14);
    const { right, underlying, strike, years, rate } = option;
    const withoutYield = { right, underlying, strike, years, rate, price };
    expect(impliedVolatility(withoutYield, 'blackScholesMerton').status).toBe(RowStatus.nonFinite);
  });
});
