import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArena, pricing, type GreekOrder } from '../../pricing-wasm/index.js';
import { plainPricing } from '../../pricing-wasm/plain/index.js';
import { anyHeld, bitsOf, call, greeksOf, known, optionsOf, positionsOf, put } from './held-options.js';
import { anyOption, anyRow, fixedOptions, valueNames } from './option-columns.js';

const runs = { numRuns: 1_000 };
const models = ['blackScholesMerton', 'black76'] as const;
const greekOrders: ReadonlyArray<GreekOrder> = ['none', 'first', 'second', 'third'];
const anyBook = fc.array(anyHeld(anyOption), { maxLength: 12 });

describe('the Greeks of a book', () => {
  it('are quantity times value, summed by group: two calls long, one short, and a put of another group', () => {
    const sums = greeksOf(
      [
        { option: call, quantity: 200, group: 0 },
        { option: { ...call, strike: 105 }, quantity: -100, group: 0 },
        { option: put, quantity: -50, group: 2 },
      ],
      3,
    );
    expect([...sums.price]).toEqual([200 * 10 - 100 * 5, 0, -50 * 10]);
    expect([...sums.delta]).toEqual([200 - 100, 0, 50]);
    expect([...sums.gamma]).toEqual([0, 0, 0]);
    expect([...sums.unpriced]).toEqual([0, 0, 0]);
  });

  it('are 0 for a book without positions', () => {
    expect([...greeksOf([], 2).vega]).toEqual([0, 0]);
  });

  it('keep a small position between two large ones of opposite sign', () => {
    const book = [1e16, 1, -1e16].map((quantity) => ({ option: call, quantity, group: 0 }));
    expect(greeksOf(book, 1).price[0]).toBe(10);
  });

  it('are those of the single options, to the rounding of a sum', () => {
    fc.assert(
      fc.property(anyBook, (book) => {
        const values = known(pricing.blackScholesMerton(optionsOf(book)));
        const sums = greeksOf(book, 4);
        for (const name of valueNames) {
          const terms = book.map((held, row) => held.quantity * values[name][row]!);
          for (const group of [0, 1, 2, 3]) {
            const own = terms.filter((_, row) => book[row]!.group === group);
            const size = own.reduce((sum, term) => sum + Math.abs(term), 0);
            const sum = own.reduce((total, term) => total + term, 0);
            expect(Math.abs(sums[name][group]! - sum)).toBeLessThanOrEqual(12 * 2 ** -52 * size);
          }
        }
      }),
      runs,
    );
  });

  it('do not depend on the order of the rows, but for a unit in the last place', () => {
    fc.assert(
      fc.property(anyBook, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (book, keys) => {
        const shuffled = book
          .map((held) => ({ held, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ held }) => held);
        const [sums, others] = [greeksOf(book, 4), greeksOf(shuffled, 4)];
        const size = greeksOf(
          book.map((held) => ({ ...held, quantity: Math.abs(held.quantity) })),
          4,
        );
        for (const name of ['price', 'gamma', 'vega'] as const) {
          sums[name].forEach((sum, group) => {
            const bound = 2 ** -52 * Math.abs(sum) + 2 ** -95 * size[name][group]!;
            expect(Math.abs(sum - others[name][group]!)).toBeLessThanOrEqual(bound);
          });
        }
      }),
      runs,
    );
  });

  it('add up over the parts of a book', () => {
    fc.assert(
      fc.property(anyBook, anyBook, (one, other) => {
        const [a, b, both] = [greeksOf(one, 4), greeksOf(other, 4), greeksOf([...one, ...other], 4)];
        for (const name of valueNames) {
          both[name].forEach((sum, group) => {
            const parts = [a[name][group]!, b[name][group]!];
            const rounding = 2 ** -52 * parts.reduce((total, part) => total + Math.abs(part), 0);
            const lost = 2 ** -90 * (one.length + other.length) * 1e12;
            expect(Math.abs(sum - parts[0]! - parts[1]!)).toBeLessThanOrEqual(2 * rounding + lost);
          });
        }
      }),
      runs,
    );
  });

  it('have the same bits in plain TypeScript, bad rows and all', () => {
    const held = anyHeld(fc.oneof({ weight: 9, arbitrary: anyOption }, anyRow));
    const book = fc.array(held, { maxLength: 9 });
    fc.assert(
      fc.property(book, fc.constantFrom(...models), fc.constantFrom(...greekOrders), (rows, model, order) => {
        const [options, positions] = [optionsOf(rows), positionsOf(rows, 4)];
        const kernel = known(pricing.bookGreeks(model, options, positions, order));
        expect(bitsOf(kernel)).toEqual(
          bitsOf(known(plainPricing.bookGreeks(model, options, positions, order))),
        );
      }),
      runs,
    );
  });

  it.each(models)('go through the kernel in chunks, with the same bits as in one (%s)', (model) => {
    const book = fixedOptions(2_051).map((option, row) => ({
      option,
      quantity: (row % 7) - 3,
      group: row % 5,
    }));
    const [options, positions] = [optionsOf(book), positionsOf(book, 5)];
    const chunked = bitsOf(known(pricing.bookGreeks(model, options, positions, 'third')));
    expect(chunked).toEqual(bitsOf(known(plainPricing.bookGreeks(model, options, positions, 'third'))));
    const arena = known(openArena(2_051));
    arena.right.set(options.right);
    for (const name of ['underlying', 'strike', 'years', 'rate', 'dividendYield', 'volatility'] as const) {
      arena[name].set(options[name]);
    }
    arena.quantity.set(positions.quantity);
    arena.group.set(positions.group);
    known(arena[model](2_051, 'third'));
    expect(bitsOf(known(arena.sumByGroup(2_051, 5, 'third')))).toEqual(chunked);
  });
});
