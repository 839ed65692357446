import { describe, expect, it } from 'vitest';
import { valueColumns } from '../../pricing-wasm/columns.js';
import { pricing, type GreekOrder } from '../../pricing-wasm/index.js';
import { columnsOf, fixedOptions, priced } from './option-columns.js';

const orders: ReadonlyArray<GreekOrder> = ['none', 'first', 'second', 'third'];

describe('an order of Greeks', () => {
  it('brings its columns and no others; the first is what is asked for if nothing is', () => {
    const columns = columnsOf(fixedOptions(3));
    for (const model of ['blackScholesMerton', 'black76'] as const) {
      for (const greeks of orders) {
        expect(Object.keys(priced(pricing[model](columns, greeks)))).toEqual([
          'status',
          ...valueColumns[greeks],
        ]);
      }
      expect(priced(pricing[model](columns))).toEqual(priced(pricing[model](columns, 'first')));
    }
  });

  it('has the bits that it has as part of a higher one', () => {
    const columns = columnsOf(fixedOptions(101));
    const all = priced(pricing.black76(columns, 'third'));
    for (const greeks of orders) expect(all).toMatchObject(priced(pricing.black76(columns, greeks)));
  });
});
