import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowStatus, pricing, type EuropeanModel, type ValueColumns } from '../../pricing-wasm/index.js';
import { impliedVolatility } from '../../pricing-wasm/plain/implied-volatility.js';
import { findVolatilities } from '../../pricing-wasm/plain/volatility-columns.js';
import { anyOption, anyRow, columnsOf, priced, type OptionRow } from './option-columns.js';
import {
  quotesOf,
  solved,
  stepped,
  unitOf,
  volatilitiesOf,
  volatilityBits,
  type QuoteRow,
} from './quote-columns.js';

const runs = { numRuns: 1_000 };
const models = ['blackScholesMerton', 'black76'] as const;

const valuesOf = (model: EuropeanModel, row: OptionRow): ValueColumns =>
  priced(pricing[model](columnsOf([row])));

/** A row of any numbers at all, and options whose price is anything from below nothing to above everything. */
const anyQuote: fc.Arbitrary<QuoteRow> = fc.oneof(
  anyRow.map(({ volatility, ...row }) => ({ ...row, price: volatility })),
  fc
    .tuple(anyOption, fc.double({ min: -0.1, max: 1.5, noNaN: true }))
    .map(([option, share]) => ({ ...option, price: share * option.underlying })),
);

/** Options with their own price, which some steps of rounding may have moved across a bound. */
const pricedQuote = (model: EuropeanModel): fc.Arbitrary<QuoteRow> =>
  fc
    .tuple(anyOption, fc.oneof(fc.constant(0), fc.integer({ min: -4, max: 4 })))
    .map(([{ volatility, ...row }, steps]) => {
      const price = valuesOf(model, { ...row, volatility }).price[0]!;
      return { ...row, price: price > 1e-300 ? stepped(price, steps) : price };
    });

describe.each(models)('implied volatility, %s', (model) => {
  /** What the price of a volatility may err by: of itself, or of the larger of underlying and strike. */
  const priceError = (row: QuoteRow): number => {
    const largest = Math.max(row.underlying, row.strike) * Math.exp(Math.max(0, -10 * Math.min(row.rate, 0)));
    const isOutside = row.right === 0 ? row.underlying < row.strike : row.underlying > row.strike;
    const ofScale = 4e-16 * largest;
    return unitOf(row.price) + (isOutside ? Math.min(ofScale, 1e-13 * row.price + 1e-300) : ofScale);
  };

  it('gives back the volatility that made the price, as far as the price tells it', () => {
    fc.assert(
      fc.property(anyOption, (option) => {
        const { price, vega } = valuesOf(model, option);
        const row = { ...option, price: price[0]! };
        if (row.price < 1e-280) return;
        const { status, volatility } = volatilitiesOf(model, [row]);
        const attainable = Math.max(2 ** -52 * option.volatility, priceError(row) / vega[0]!);
        if (attainable > 1e-4 * option.volatility) return;
        expect(status[0]).toBe(RowStatus.priced);
        expect(Math.abs(volatility[0]! - option.volatility)).toBeLessThanOrEqual(64 * attainable);
      }),
      runs,
    );
  });

  it('gives a volatility whose price is the quoted one', () => {
    fc.assert(
      fc.property(pricedQuote(model), (row) => {
        const { status, volatility } = volatilitiesOf(model, [row]);
        if (status[0] !== RowStatus.priced) return;
        const { price, vega } = valuesOf(model, { ...row, volatility: volatility[0]! });
        const rounding = 64 * (2 ** -52 * volatility[0]! * vega[0]! + priceError(row));
        expect(Math.abs(price[0]! - row.price)).toBeLessThanOrEqual(rounding);
      }),
      runs,
    );
  });

  it('rises with the price', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(pricedQuote(model), share, (row, further) => {
        const bound = row.right === 0 ? row.underlying : row.strike;
        const dearer = {
          ...row,
          price: row.price + further * further * further * Math.max(0, bound - row.price),
        };
        const { status, volatility } = volatilitiesOf(model, [row, dearer]);
        if (status[0] !== RowStatus.priced || status[1] !== RowStatus.priced) return;
        const { vega } = valuesOf(model, { ...dearer, volatility: volatility[1]! });
        const slack = 16 * Math.max(2 ** -52 * volatility[1]!, unitOf(dearer.price) / vega[0]!);
        expect(volatility[1]! - volatility[0]!).toBeGreaterThanOrEqual(-slack);
      }),
      runs,
    );
  });

  it('has the same bits in the kernel and in plain TypeScript, for any row at all', () => {
    const rows = fc.array(fc.oneof(anyQuote, pricedQuote(model)), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(rows, (quotes) => {
        const plain = solved(findVolatilities(model, quotesOf(quotes)));
        expect(volatilityBits(volatilitiesOf(model, quotes))).toEqual(volatilityBits(plain));
      }),
      runs,
    );
  });

  it('gives a row the same bits alone and in any company, bad rows included', () => {
    const rows = fc.array(fc.oneof(anyQuote, pricedQuote(model)), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(rows, (quotes) => {
        const together = volatilityBits(volatilitiesOf(model, quotes));
        expect(together).toEqual(quotes.flatMap((quote) => volatilityBits(volatilitiesOf(model, [quote]))));
      }),
      runs,
    );
  });

  it('is a positive finite number with status 0, else NaN and a reason', () => {
    fc.assert(
      fc.property(anyQuote, (quote) => {
        const { status, volatility } = volatilitiesOf(model, [quote]);
        if (status[0] === RowStatus.priced) {
          expect(volatility[0]).toBeGreaterThan(0);
          expect(volatility[0]).toBeLessThan(Infinity);
        } else {
          expect(volatility[0]).toBeNaN();
          expect(status[0]).toBeLessThanOrEqual(RowStatus.aboveUpperBound);
        }
      }),
      runs,
    );
  });

  it('of a single option is that of its row', () => {
    fc.assert(
      fc.property(pricedQuote(model), ({ right, ...quote }) => {
        const single = impliedVolatility({ ...quote, right: right === 0 ? 'call' : 'put' }, model);
        const { status, volatility } = volatilitiesOf(model, [{ ...quote, right }]);
        expect([single.status, single.volatility]).toEqual([status[0], volatility[0]]);
      }),
      runs,
    );
  });
});

it('of a single option that is neither call nor put does not exist', () => {
  const quote = { right: 'strangle', underlying: 100, strike: 100, years: 1, rate: 0, price: 10 };
  const single = impliedVolatility(quote as Parameters<typeof impliedVolatility>[0], 'black76');
  expect(single).toEqual({ status: RowStatus.outOfDomain, volatility: NaN });
});
