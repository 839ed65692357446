import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  intrinsicCost,
  intrinsicOf,
  maximumValue,
  settlementCash,
  type CalendarDate,
} from '../../../core/index.js';
import { anyMarket, esCondor, leg, mesCondor, spySpread } from './structures.js';

describe('settlement', () => {
  it.each([
    [5_449.99, 0.01],
    [5_450, 0],
    [5_450.01, 0],
  ])('at %d a 5450 put is worth %d', (price, value) => {
    expect(intrinsicOf(leg('ES', -1, 'put', 5_450).contract, price)).toBeCloseTo(value, 9);
  });

  it('of an ES condor between its shorts is nothing, to the cent and without minus zero', () => {
    expect(settlementCash(esCondor.legs, 5_500, 7)).toBe(0);
    expect(intrinsicCost(esCondor.legs, 5_500)).toBe(0);
  });

  it('of an ES condor 7.52 points through its put costs 7.52 × $50 a unit', () => {
    // 5450 − 5442.48 = 7.52 points; the 5420 put is worth nothing.
    expect(intrinsicCost(esCondor.legs, 5_442.48)).toBeCloseTo(7.52, 9);
    expect(settlementCash(esCondor.legs, 5_442.48, 1)).toBe(-37_600);
    expect(settlementCash(mesCondor.legs, 5_442.48, 3)).toBe(-3 * 3_760);
  });

  it('beyond the wings costs the wing: 30 × $50, and 5 × $100 for the SPY spread', () => {
    expect(settlementCash(esCondor.legs, 5_300, 2)).toBe(-2 * 150_000);
    expect(settlementCash(esCondor.legs, 5_700, 2)).toBe(-2 * 150_000);
    expect(settlementCash(spySpread.legs, 500, 1)).toBe(-50_000);
  });

  it('has no maximum for more calls sold than bought, or for legs of two expiries', () => {
    expect(maximumValue([leg('ES', -1, 'call', 5_550)])).toBeNull();
    expect(maximumValue([leg('ES', -2, 'call', 5_550), leg('ES', 1, 'call', 5_500)])).toBeNull();
    const later = leg('SPY', 1, 'put', 535);
    const calendar = [
      leg('SPY', -1, 'put', 540),
      { ...later, contract: { ...later.contract, expiry: '2025-04-17' as CalendarDate } },
    ];
    expect(maximumValue(calendar)).toBeNull();
  });

  it('has its maximum at a wing, at a strike, or for a sold put at zero', () => {
    expect(maximumValue(esCondor.legs)).toBe(30);
    expect(maximumValue(spySpread.legs)).toBe(5);
    expect(maximumValue([leg('ES', -1, 'put', 5_450)])).toBe(5_450);
    // A sold butterfly costs most at its body, one wing of 5; a bought one never costs anything.
    expect(
      maximumValue([leg('SPY', -1, 'put', 530), leg('SPY', 2, 'put', 535), leg('SPY', -1, 'put', 540)]),
    ).toBe(5);
    expect(
      maximumValue([leg('SPY', 1, 'put', 530), leg('SPY', -2, 'put', 535), leg('SPY', 1, 'put', 540)]),
    ).toBe(0);
    expect(maximumValue([leg('SPY', 1, 'put', 540)])).toBe(0);
  });

  it('never costs more than the maximum, which some settlement price reaches', () => {
    fc.assert(
      fc.property(anyMarket, fc.double({ min: 0, max: 12_000, noNaN: true }), ({ legs }, price) => {
        const most = maximumValue(legs);
        fc.pre(most !== null);
        expect(intrinsicCost(legs, price)).toBeLessThanOrEqual(most + 1e-6);
        const corners = [0, 100_000, ...legs.map(({ contract }) => contract.strike)];
        const reached = Math.max(0, ...corners.map((corner) => intrinsicCost(legs, corner)));
        expect(reached).toBeCloseTo(most, 6);
      }),
      { numRuns: 1_000 },
    );
  });

  it('pays whole cents, proportional to the quantity', () => {
    fc.assert(
      fc.property(
        anyMarket,
        fc.integer({ min: 0, max: 1_200_000 }),
        fc.integer({ min: 1, max: 50 }),
        ({ legs }, hundredths, quantity) => {
          const one = settlementCash(legs, hundredths / 100, 1);
          expect(Number.isInteger(one)).toBe(true);
          expect(settlementCash(legs, hundredths / 100, quantity)).toBe(one * quantity + 0);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
