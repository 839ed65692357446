import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, cashOf, profitAt, sum, type Root } from '../../../core/index.js';
import { held } from './held.js';

describe('what points are worth', () => {
  it.each<readonly [Root, number, number, number]>([
    // Multipliers: SPY, SPX and XSP 100, ES 50, MES 5 dollars a point.
    ['SPY', 0.8, 1, 8_000],
    ['SPX', 1.25, 2, 25_000],
    ['XSP', 0.01, 3, 300],
    ['ES', 3, 1, 15_000],
    ['ES', 3.15, 3, 47_250],
    ['MES', 3, 1, 1_500],
    ['MES', 0.05, 1, 25],
    ['SPY', -0.8, 1, -8_000],
    ['SPY', 0, 5, 0],
  ])('on %s: %d points, %d units are %d cents', (root, points, quantity, cents) => {
    expect(cashOf(root, points, quantity)).toBe(cents);
  });

  it('is not disturbed by binary fractions', () => {
    // 0.1 + 0.2 is 0.30000000000000004; 4.35 × 3 is 13.049999999999999.
    expect(cashOf('SPY', 0.1 + 0.2, 1)).toBe(3_000);
    expect(cashOf('SPY', 4.35, 3)).toBe(130_500);
    // A mid half way between ticks: 1.025 × $5 is 512.5 cents.
    expect(cashOf('MES', 1.025, 1)).toBe(513);
  });

  it('on the tick grid is exact and adds up over units', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 20_000 }),
        fc.integer({ min: 1, max: 50 }),
        (ticks, units) => {
          const one = cashOf('SPY', ticks / 100, 1);
          expect(one).toBe(ticks === 0 ? 0 : ticks * 100);
          expect(cashOf('SPY', ticks / 100, units)).toBe(sum(Array.from({ length: units }, () => one)));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('the profit of closing', () => {
  it('is what was received less what is paid', () => {
    // Two ES condors sold at 3.00: $300. Closed at 1.50: $150 paid, $150 earned; at 9.00: $600 lost.
    expect(profitAt(held({ root: 'ES', credit: 3, quantity: 2 }), 1.5)).toBe(15_000);
    expect(profitAt(held({ root: 'ES', credit: 3, quantity: 2 }), 9)).toBe(-60_000);
    expect(profitAt(held({ root: 'ES', credit: 3, quantity: 2 }), 3)).toBe(0);
    expect(profitAt(held({ root: 'ES', credit: 3, quantity: 2 }), 0)).toBe(30_000);
  });

  it('agrees with the cash that moved, and falls as closing gets dearer', () => {
    const points = fc.integer({ min: 0, max: 100_000 }).map((thousandths) => thousandths / 1_000);
    fc.assert(
      fc.property(points, points, points, fc.integer({ min: 1, max: 20 }), (credit, a, b, quantity) => {
        const position = held({ root: 'MES', credit, quantity });
        expect(add(profitAt(position, a), cashOf('MES', a, quantity))).toBe(cashOf('MES', credit, quantity));
        const [cheap, dear] = [Math.min(a, b), Math.max(a, b)];
        expect(profitAt(position, dear)).toBeLessThanOrEqual(profitAt(position, cheap));
      }),
      { numRuns: 1_000 },
    );
  });
});
