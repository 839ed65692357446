import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  assignmentFees,
  cents,
  closingFees,
  openingFees,
  roundTripFees,
  type Root,
} from '../../../core/index.js';
import { esCondor, leg, limits, mesCondor, spySpread } from './structures.js';

describe('fees', () => {
  it('of one ES condor are 4 contracts × (2.50 + 1.50) = $16 on each side', () => {
    expect(openingFees(esCondor.legs, 1, limits)).toBe(1_600);
    expect(closingFees(esCondor.legs, 1, limits)).toBe(1_600);
    expect(roundTripFees(esCondor.legs, 1, limits)).toBe(3_200);
  });

  it('of one MES condor are 4 contracts × (1.50 + 0.50) = $8 on each side', () => {
    expect(roundTripFees(mesCondor.legs, 1, limits)).toBe(1_600);
    expect(roundTripFees(mesCondor.legs, 3, limits)).toBe(4_800);
  });

  it('of a SPY spread are 2 × (1.00 + 0.10) to open and 2 × 0.10 to close', () => {
    expect(openingFees(spySpread.legs, 1, limits)).toBe(220);
    expect(closingFees(spySpread.legs, 1, limits)).toBe(20);
  });

  it.each([
    [9, 2 * (900 + 90)],
    [10, 2 * (1_000 + 100)],
    [11, 2 * (1_000 + 110)],
  ])('cap the commission at 10.00 a leg, not the clearing: %d spreads cost %d cents', (quantity, fee) => {
    expect(openingFees(spySpread.legs, quantity, limits)).toBe(fee);
  });

  it('charge index options by the same table and count ratios as contracts', () => {
    expect(openingFees([leg('SPX', -2, 'put', 5_000)], 3, limits)).toBe(6 * 110);
    expect(openingFees([leg('XSP', -12, 'put', 500)], 1, limits)).toBe(1_000 + 12 * 10);
  });

  it('of an assignment are 5.00 a leg that delivers shares, and nothing elsewhere', () => {
    expect(assignmentFees(spySpread.legs, limits)).toBe(1_000);
    expect(assignmentFees([spySpread.legs[0]!], limits)).toBe(500);
    expect(assignmentFees(esCondor.legs, limits)).toBe(0);
    expect(assignmentFees([leg('SPX', -1, 'put', 5_000)], limits)).toBe(0);
  });

  it('never fall with quantity, and a round trip is its two sides', () => {
    const roots = fc.constantFrom<Root>('SPY', 'SPX', 'XSP', 'ES', 'MES');
    fc.assert(
      fc.property(
        roots,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 4 }),
        (root, n, ratio) => {
          const legs = [leg(root, -ratio, 'put', 5_000), leg(root, ratio, 'put', 4_995)];
          expect(openingFees(legs, n + 1, limits)).toBeGreaterThanOrEqual(openingFees(legs, n, limits));
          expect(Number.isInteger(openingFees(legs, n, limits))).toBe(true);
          expect(roundTripFees(legs, n, limits)).toBe(
            add(openingFees(legs, n, limits), closingFees(legs, n, limits)),
          );
          expect(closingFees(legs, n, limits)).toBeGreaterThan(cents(0));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
