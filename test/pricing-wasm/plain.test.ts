import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pricing, type GreekOrder, type PriceColumns } from '../../pricing-wasm/index.js';
import {
  plainPricing,
  priceBlack76,
  priceBlackScholesMerton,
  type SingleOption,
} from '../../pricing-wasm/plain/index.js';
import { extremeOption } from './extreme-options.js';
import { anyOption, anyRow, columnsOf, priced, type OptionRow } from './option-columns.js';

const runs = { numRuns: 1_000 };
const models = ['blackScholesMerton', 'black76'] as const;
const orders: ReadonlyArray<GreekOrder> = ['none', 'first', 'second', 'third'];

/** Over the length of one block of the kernel. */
const anyRows = fc.array(fc.oneof(anyOption, anyRow, extremeOption, extremeOption), {
  minLength: 1,
  maxLength: 70,
  size: 'max',
});

/** All columns of a call share one buffer. */
const bitsOf = (values: PriceColumns): string => Buffer.from(values.price.buffer).toString('hex');

const singleOf = (row: OptionRow): SingleOption => ({ ...row, right: row.right === 0 ? 'call' : 'put' });

describe.each(models)('plain TypeScript, %s', (model) => {
  it('gives the bits of the kernel for any rows and every order of Greeks', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const columns = columnsOf(rows);
        for (const greeks of orders) {
          const expected = priced(pricing[model](columns, greeks));
          const found = priced(plainPricing[model](columns, greeks));
          expect(Object.keys(found)).toEqual(Object.keys(expected));
          expect(bitsOf(found)).toBe(bitsOf(expected));
        }
      }),
      runs,
    );
  });
});

describe('a single option', () => {
  const option: SingleOption = {
    right: 'call',
    underlying: 110,
    strike: 100,
    years: 0.5,
    rate: 0.04,
    dividendYield: 0.01,
    volatility: 0.2,
  };

  it('has the values of its row, in each model and order, and no others', () => {
    const rights = fc.constantFrom(0, 1);
    const anySingle = fc
      .tuple(fc.oneof(anyOption, anyRow, extremeOption), rights)
      .map(([row, right]) => ({ ...row, right }));
    fc.assert(
      fc.property(anySingle, fc.constantFrom(...orders), (row, greeks) => {
        const single = singleOf(row);
        const columns = columnsOf([row]);
        const spot = priced(pricing.blackScholesMerton(columns, greeks));
        const futures = priced(pricing.black76(columns, greeks));
        const firstOf = (values: object): object =>
          Object.fromEntries(
            Object.entries(values).map(([name, column]) => [name, (column as Float64Array)[0]]),
          );
        expect(priceBlackScholesMerton(single, greeks)).toStrictEqual(firstOf(spot));
        expect(priceBlack76(single, greeks)).toStrictEqual(firstOf(futures));
      }),
      runs,
    );
  });

  it('has the first order of Greeks unless another is asked for', () => {
    expect(priceBlackScholesMerton(option)).toStrictEqual(priceBlackScholesMerton(option, 'first'));
    expect(priceBlack76(option)).toStrictEqual(priceBlack76(option, 'first'));
    expect(Object.keys(priceBlackScholesMerton(option, 'none'))).toEqual(['status', 'price']);
  });

  it('is outside the domain when its right is neither call nor put', () => {
    expect(priceBlack76({ ...option, right: 'straddle' as 'call' }, 'none')).toEqual({
      status: 2,
      price: NaN,
    });
  });
});

describe('columns of plain TypeScript', () => {
  it('are refused as the kernel refuses them', () => {
    const columns = { ...columnsOf([]), strike: new Float64Array(1) };
    expect(plainPricing.black76(columns)).toEqual(pricing.black76(columns));
    expect(plainPricing.blackScholesMerton(columns)).toEqual({
      _tag: 'Left',
      left: { _tag: 'ColumnLengthMismatch', column: 'strike', length: 1, limit: 0 },
    });
  });
});
