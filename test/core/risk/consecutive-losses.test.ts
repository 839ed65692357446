import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakerArmed, cents, consecutiveLossesBelowTrip, lossStreakAfter } from '../../../core/index.js';
import { limits } from './account.js';

const close = (underlying: string, profit: number) => ({ underlying, profit: cents(profit) });

describe('the loss streak', () => {
  it.each([
    [-1, 3],
    [0, 0],
    [1, 0],
  ])('of two becomes, by a close of %i cents, %i', (profit, streak) => {
    expect(lossStreakAfter(2, [close('SPY', profit)])).toBe(streak);
  });

  it('counts positions closed together on one underlying once, by their sum', () => {
    expect(lossStreakAfter(0, [close('SPY', -100), close('SPY', -100), close('SPY', -100)])).toBe(1);
    expect(lossStreakAfter(1, [close('SPY', -100), close('SPY', 100)])).toBe(0);
    expect(lossStreakAfter(0, [close('ES', -100), close('MES', -100)])).toBe(2);
  });

  it('follows the order of the closes', () => {
    expect(lossStreakAfter(1, [close('SPY', -1), close('ES', 1)])).toBe(0);
    expect(lossStreakAfter(1, [close('ES', 1), close('SPY', -1)])).toBe(1);
  });

  it('stays without a close', () => {
    expect(lossStreakAfter(2, [])).toBe(2);
  });

  it('is the number of losses since the last close without one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 })), (profits) => {
        const streak = profits.reduce((losses, profit) => lossStreakAfter(losses, [close('SPY', profit)]), 0);
        const lastGain = profits.findLastIndex((profit) => profit >= 0);
        expect(streak).toBe(profits.length - 1 - lastGain);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('risk.cb.losses', () => {
  it.each([
    [1, 'Pass'],
    [2, 'Warn'],
    [3, 'Fail'],
    [4, 'Fail'],
  ])('after %i losses answers %s, at full size', (lossStreak, tag) => {
    const verdict = consecutiveLossesBelowTrip.check({ lossStreak, breaker: breakerArmed }, limits);
    expect(verdict._tag).toBe(tag);
    if (verdict._tag === 'Warn') expect(verdict.sizeMultiplier).toBe(1);
  });
});
