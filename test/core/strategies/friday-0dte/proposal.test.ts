import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, friday0dte, type Leg, type Proposal, type Verdict } from '../../../../core/index.js';
import { limits, on, tag } from '../../market/fixtures.js';
import { condorFor, leg } from '../facts.js';

const ask = (rule: keyof typeof friday0dte.proposal, proposal: Proposal): Verdict =>
  friday0dte.proposal[rule].check({ proposal }, limits);

const shaped = (legs: ReadonlyArray<Leg>, changes: Partial<Proposal> = {}): string =>
  tag(ask('structure', condorFor(4, { legs, ...changes })));

const condor = (
  longPut: number,
  shortPut: number,
  shortCall: number,
  longCall: number,
): ReadonlyArray<Leg> => [
  leg(1, 'put', longPut),
  leg(-1, 'put', shortPut),
  leg(-1, 'call', shortCall),
  leg(1, 'call', longCall),
];

describe('“Structure: Iron Condor”', () => {
  it.each([
    ['as it should be', condor(5_520, 5_550, 5_650, 5_680), 'Pass'],
    ['with wider wings', condor(5_500, 5_550, 5_650, 5_700), 'Pass'],
    ['with a put wing of 29', condor(5_521, 5_550, 5_650, 5_680), 'Fail'],
    ['with a put wing of 31', condor(5_519, 5_550, 5_650, 5_680), 'Pass'],
    ['with a call wing of 29', condor(5_520, 5_550, 5_650, 5_679), 'Fail'],
    ['with a call wing of 31', condor(5_520, 5_550, 5_650, 5_681), 'Pass'],
    ['with the short put at the money', condor(5_570, 5_600, 5_650, 5_680), 'Fail'],
    ['with the short call at the money', condor(5_520, 5_550, 5_600, 5_630), 'Fail'],
    ['with the shorts crossed', condor(5_520, 5_650, 5_550, 5_680), 'Fail'],
    ['without its call wing', condor(5_520, 5_550, 5_650, 5_680).slice(0, 3), 'Fail'],
    ['without legs', [], 'Fail'],
    ['with a fifth leg', [...condor(5_520, 5_550, 5_650, 5_680), leg(1, 'call', 5_700)], 'Fail'],
    ['with its legs in another order', [...condor(5_520, 5_550, 5_650, 5_680)].reverse(), 'Fail'],
    ['bought', condor(5_520, 5_550, 5_650, 5_680).map((each) => ({ ...each, ratio: -each.ratio })), 'Fail'],
    [
      'doubled',
      condor(5_520, 5_550, 5_650, 5_680).map((each) => ({ ...each, ratio: 2 * each.ratio })),
      'Fail',
    ],
    [
      'of puts only',
      condor(5_520, 5_550, 5_650, 5_680).map((each) => leg(each.ratio, 'put', each.contract.strike)),
      'Fail',
    ],
  ] as const)('%s', (_, legs, expected) => {
    expect(shaped(legs)).toBe(expected);
  });

  it.each([
    ['of another expiry', { expiry: '2025-03-17' }],
    ['settled in the morning', { settles: 'am' }],
    ['on another root', { root: 'SPX' }],
  ] as const)('with one leg %s is none', (_, odd) => {
    const [longPut, shortPut, shortCall] = condor(5_520, 5_550, 5_650, 5_680) as [Leg, Leg, Leg, Leg];
    expect(shaped([longPut, shortPut, shortCall, leg(1, 'call', 5_680, odd)])).toBe('Fail');
  });

  it('passes exactly when the strikes stand in order around the money, wings of 30 or more', () => {
    const strike = fc.integer({ min: 1_090, max: 1_150 }).map((fives) => fives * 5);
    fc.assert(
      fc.property(strike, strike, strike, strike, (a, b, c, d) => {
        const holds = a <= b - 30 && b < 5_600 && 5_600 < c && c <= d - 30;
        expect(shaped(condor(a, b, c, d))).toBe(holds ? 'Pass' : 'Fail');
      }),
      { numRuns: 1_000, examples: [[5_520, 5_550, 5_650, 5_680]] },
    );
  });
});

describe('“weekly expiration”, the same day', () => {
  it.each([
    [-1, 'Fail'],
    [0, 'Pass'],
    [1, 'Fail'],
    [7, 'Fail'],
  ])('expiring in %d days: %s', (days, expected) => {
    const proposal = condorFor(4, { expiry: addDays(on('2025-03-14'), days) });
    expect(tag(ask('daysToExpiration', proposal))).toBe(expected);
  });
});

describe('the credit of a condor', () => {
  it.each([
    [-0.05, 'Fail'],
    [0, 'Fail'],
    [0.05, 'Pass'],
    // 60% of what can be lost: 11.25 / (30 − 11.25) = 0.6.
    [11.2, 'Pass'],
    [11.25, 'Pass'],
    [11.3, 'Fail'],
    // A credit as wide as the wing, or wider, is a wrong price.
    [29.95, 'Fail'],
    [30, 'Fail'],
    [30.05, 'Fail'],
    [60, 'Fail'],
  ])('of %d points on 30: %s', (mid, expected) => {
    expect(tag(ask('credit', condorFor(mid)))).toBe(expected);
  });

  it('passes exactly above 0 and up to 37.5% of the width', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4_000, max: 8_000 }), (hundredths) => {
        const passes = hundredths > 0 && 8 * hundredths <= 3 * 3_000;
        expect(tag(ask('credit', condorFor(hundredths / 100)))).toBe(passes ? 'Pass' : 'Fail');
      }),
      { numRuns: 1_000 },
    );
  });
});
