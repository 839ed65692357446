import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  orderKey,
  orderSide,
  requestKey,
  type CalendarDate,
  type OrderIdentity,
} from '../../../core/index.js';
import { identity, order } from './orders.js';

const anyIdentity: fc.Arbitrary<OrderIdentity> = fc.record({
  strategy: fc.constantFrom('friday-0dte', 'lt112'),
  position: fc.oneof(fc.string({ maxLength: 6 }), fc.stringMatching(/^[a:1]{0,6}$/)),
  date: fc.constantFrom('2025-03-14' as CalendarDate, '2025-03-17' as CalendarDate),
  purpose: fc.constantFrom('open', 'close'),
  attempt: fc.integer({ min: 1, max: 12 }),
});

describe('an order', () => {
  it('is known by strategy, position, date, purpose and attempt', () => {
    expect(orderKey(identity)).toBe('friday-0dte:friday-0dte ES 2025-03-14:2025-03-14:open:1');
    expect(order().id).toBe(orderKey(identity));
  });

  it('starts on the first step, and each step is a request of its own', () => {
    expect(order().step).toBe(1);
    expect(requestKey(order())).toBe(`${order().id}:1`);
    expect(requestKey({ ...order(), step: 2 })).toBe(`${order().id}:2`);
  });

  it('sells the structure to open it and buys it to close it', () => {
    expect(orderSide(order())).toBe('sell');
    expect(orderSide(order({ purpose: 'close' }))).toBe('buy');
  });

  it('has the same key exactly when it is the same order', () => {
    fc.assert(
      fc.property(anyIdentity, anyIdentity, (a, b) => {
        const same = (Object.keys(a) as ReadonlyArray<keyof OrderIdentity>).every((key) => a[key] === b[key]);
        expect(orderKey(a) === orderKey(b)).toBe(same);
        expect(orderKey({ ...a })).toBe(orderKey(a));
      }),
      { numRuns: 1_000 },
    );
  });
});
