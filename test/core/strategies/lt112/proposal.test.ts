import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lt112, type Leg, type Proposal, type Verdict } from '../../../../core/index.js';
import { limits, tag } from '../../market/fixtures.js';
import { leg, putSpreadFor } from '../facts.js';

const ask = (rule: keyof typeof lt112.proposal, proposal: Proposal): Verdict =>
  lt112.proposal[rule].check({ proposal }, limits);

const { expiry } = putSpreadFor(1);
const put = (ratio: number, strike: number): Leg => leg(ratio, 'put', strike, { root: 'SPY', expiry });

const shaped = (legs: ReadonlyArray<Leg>): string => tag(ask('structure', putSpreadFor(1, 112, { legs })));

describe('“Short put: 10% OTM”, “Long put: $5 wide spread”', () => {
  it.each([
    ['as it should be', [put(1, 535), put(-1, 540)], 'Pass'],
    ['4 wide', [put(1, 536), put(-1, 540)], 'Fail'],
    ['6 wide', [put(1, 534), put(-1, 540)], 'Fail'],
    ['just below the money', [put(1, 594), put(-1, 599)], 'Pass'],
    ['at the money', [put(1, 595), put(-1, 600)], 'Fail'],
    ['in the money', [put(1, 596), put(-1, 601)], 'Fail'],
    ['with the long above the short', [put(1, 545), put(-1, 540)], 'Fail'],
    ['bought', [put(-1, 535), put(1, 540)], 'Fail'],
    ['two for one', [put(1, 535), put(-2, 540)], 'Fail'],
    ['naked', [put(-1, 540)], 'Fail'],
    ['with a third leg', [put(1, 535), put(-1, 540), put(1, 530)], 'Fail'],
    ['with its legs in another order', [put(-1, 540), put(1, 535)], 'Fail'],
    ['of calls', [leg(1, 'call', 535, { root: 'SPY', expiry }), put(-1, 540)], 'Fail'],
    ['over two expiries', [leg(1, 'put', 535, { root: 'SPY', expiry: '2025-06-20' }), put(-1, 540)], 'Fail'],
    ['over two roots', [leg(1, 'put', 535, { root: 'XSP', expiry }), put(-1, 540)], 'Fail'],
    ['without legs', [], 'Fail'],
  ] as const)('%s', (_, legs, expected) => {
    expect(shaped(legs)).toBe(expected);
  });
});

describe('“Target DTE: 112 days to expiration”, give or take 10', () => {
  it.each([
    [101, 'Fail'],
    [102, 'Pass'],
    [103, 'Pass'],
    [112, 'Pass'],
    [121, 'Pass'],
    [122, 'Pass'],
    [123, 'Fail'],
    [0, 'Fail'],
    [-5, 'Fail'],
  ])('at %d days: %s', (days, expected) => {
    expect(tag(ask('daysToExpiration', putSpreadFor(1, days)))).toBe(expected);
  });

  it('measures against the bound on its side', () => {
    expect(ask('daysToExpiration', putSpreadFor(1, 95))).toMatchObject({
      finding: { comparison: 'at least', limit: 102, distance: 7, unit: 'days' },
    });
    expect(ask('daysToExpiration', putSpreadFor(1, 130))).toMatchObject({
      finding: { comparison: 'at most', limit: 122, distance: 8 },
    });
  });

  it('nearer to 112 never fails where farther passed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -120, max: 120 }),
        fc.integer({ min: 0, max: 100 }),
        (offset, percent) => {
          const nearer = Math.trunc((offset * percent) / 100);
          const passes = (days: number): boolean =>
            tag(ask('daysToExpiration', putSpreadFor(1, 112 + days))) === 'Pass';
          expect(!passes(offset) || passes(nearer)).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('“Minimum credit: 20% of spread width”', () => {
  it.each([
    // 20% of 5 is 1.00; mids move in half cents.
    [0.995, 'Fail'],
    [1, 'Pass'],
    [1.005, 'Pass'],
    // 60% of what can be lost: 1.875 / (5 − 1.875) = 0.6.
    [1.87, 'Pass'],
    [1.875, 'Pass'],
    [1.88, 'Fail'],
    // A credit as wide as the spread, or wider, is a wrong price.
    [4.995, 'Fail'],
    [5, 'Fail'],
    [5.005, 'Fail'],
    [10, 'Fail'],
    [0, 'Fail'],
    [-1, 'Fail'],
  ])('of %d points on 5: %s', (mid, expected) => {
    expect(tag(ask('credit', putSpreadFor(mid)))).toBe(expected);
  });

  it('says by how much the credit falls short', () => {
    expect(ask('credit', putSpreadFor(0.6))).toMatchObject({
      _tag: 'Fail',
      finding: { observed: 0.12, comparison: 'at least', limit: 0.2, unit: 'fraction' },
    });
  });

  it('passes exactly from 20% to 37.5% of the width', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000, max: 3_000 }), (halfCents) => {
        const passes = halfCents >= 200 && halfCents <= 375;
        expect(tag(ask('credit', putSpreadFor(halfCents / 200)))).toBe(passes ? 'Pass' : 'Fail');
      }),
      { numRuns: 1_000, examples: [[200], [199], [375], [376], [1_000], [1_001]] },
    );
  });
});
