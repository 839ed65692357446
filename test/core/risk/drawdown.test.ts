import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cents,
  drawdownAt,
  drawdownFrom,
  drawdownLevel,
  profitTargetInDrawdown,
} from '../../../core/index.js';
import { at, capital, limits } from './account.js';

const levelOf = (equity: number): string => drawdownLevel((10_000_000 - equity) / 10_000_000, limits);
const levels = ['normal', 'half size', 'no entries', 'close short premium'];

describe('the drawdown level', () => {
  it.each([
    [9_000_001, 'normal'],
    [9_000_000, 'half size'],
    [8_999_999, 'half size'],
    [8_500_001, 'half size'],
    [8_500_000, 'no entries'],
    [8_499_999, 'no entries'],
    [8_000_001, 'no entries'],
    [8_000_000, 'close short premium'],
    [7_999_999, 'close short premium'],
  ])('at %i cents of 10,000,000 is %s', (equity, level) => {
    expect(levelOf(equity)).toBe(level);
  });

  it('is never milder in a larger drawdown', () => {
    const equity = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(equity, equity, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(levels.indexOf(levelOf(low))).toBeGreaterThanOrEqual(levels.indexOf(levelOf(high)));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the profit target', () => {
  it.each([
    [0.149_999, 0.5, 0.5],
    [0.15, 0.5, 0.25],
    [0.150_001, 0.5, 0.25],
    [0.2, 0.1, 0.1],
  ])('in a drawdown of %d, ordinarily %d, is %d', (drawdown, ordinary, target) => {
    expect(profitTargetInDrawdown(drawdown, ordinary, limits)).toBe(target);
  });
});

describe('the peaks', () => {
  it('are the highest equity seen, and entries are stopped since the first sample at 15%', () => {
    const levels = [10_500_000, 9_000_000, 8_925_000, 8_800_000];
    const state = levels.reduce(
      (drawdown, equity, minute) => drawdownAt(drawdown, at('2025-03-14', 10, minute), cents(equity), limits),
      drawdownFrom(capital),
    );
    expect(state).toMatchObject({
      peak: 10_500_000,
      inceptionPeak: 10_500_000,
      noEntriesSince: at('2025-03-14', 10, 2),
    });
    const regained = drawdownAt(state, at('2025-03-14', 11, 0), cents(8_925_001), limits);
    expect(regained.noEntriesSince).toBeNull();
  });
});
