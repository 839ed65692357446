import fc from 'fast-check';
import { isRight, left, right, type Either } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { fullKelly, kellyFraction, type Payoff, type SizingError } from '../../../core/index.js';
import { limits } from './sizing-request.js';

const payoff = (winRate: number, averageWin: number, averageLoss: number): Payoff => ({
  winRate,
  averageWin,
  averageLoss,
});
const valueOf = (result: Either<SizingError, number>): number =>
  isRight(result) ? result.right : Number.NaN;

describe('the Kelly fraction', () => {
  // p, average win, average loss, f* = p − (1 − p) × loss / win, a quarter of it (R§4.1).
  it.each([
    ['0DTE as assumed', 0.88, 0.5, 1, 0.64, 0.16],
    ['0DTE at target and stop', 0.88, 0.5, 2, 0.4, 0.1],
    ['0DTE with 70% wins', 0.7, 0.5, 2, -0.5, 0],
    ['LT112 as assumed', 0.75, 0.3, 0.2, 0.75 - 0.25 / 1.5, 0.145833],
    ['LT112 at target and stop', 0.75, 0.5, 2, -0.25, 0],
    ['LT112 with 95% wins', 0.95, 0.5, 2, 0.75, 0.1875],
    ['strangles as assumed', 0.7, 0.5, 0.3, 0.52, 0.13],
    ['strangles at target and stop', 0.7, 0.5, 2, -0.5, 0],
    ['IPMCC as assumed', 0.75, 0.5, 1, 0.25, 0.0625],
    ['wins of $300, losses of $200', 0.7, 300, 200, 0.5, 0.125],
  ])('of %s is a quarter of full Kelly', (_, winRate, averageWin, averageLoss, full, fraction) => {
    const statistics = payoff(winRate, averageWin, averageLoss);
    expect(valueOf(fullKelly(statistics))).toBeCloseTo(full, 12);
    expect(valueOf(kellyFraction(statistics, limits))).toBeCloseTo(fraction, 6);
  });

  it('is 0 at break-even, which for target 50% and stop 200% is 80% wins, and above 0 just beyond', () => {
    expect(kellyFraction(payoff(0.8 - 1e-9, 0.5, 2), limits)).toEqual(right(0));
    expect(valueOf(kellyFraction(payoff(0.8 + 1e-9, 0.5, 2), limits))).toBeGreaterThan(0);
    expect(kellyFraction(payoff(0.5, 1, 1), limits)).toEqual(right(0));
  });

  it.each<readonly [string, Payoff, number, string]>([
    ['winRate', payoff(0, 1, 1), 0, 'between 0 and 1, neither included'],
    ['winRate', payoff(1, 1, 1), 1, 'between 0 and 1, neither included'],
    ['winRate', payoff(Number.NaN, 1, 1), Number.NaN, 'between 0 and 1, neither included'],
    ['averageWin', payoff(0.5, 0, 1), 0, 'a finite number above 0'],
    [
      'averageWin',
      payoff(0.5, Number.POSITIVE_INFINITY, 1),
      Number.POSITIVE_INFINITY,
      'a finite number above 0',
    ],
    ['averageLoss', payoff(0.5, 1, -0.1), -0.1, 'a finite number above 0'],
  ])('refuses an impossible %s by name, value and limit', (field, statistics, value, limit) => {
    const error = { _tag: 'InvalidSizingInput', field, value, limit } as const;
    expect(kellyFraction(statistics, limits)).toEqual(left(error));
    expect(fullKelly(statistics)).toEqual(left(error));
  });

  const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  const multiple = fc.double({ min: 0.01, max: 100, noNaN: true });

  it('is between 0 and the factor, and rises with win rate and win, and falls with loss', () => {
    fc.assert(
      fc.property(share, share, multiple, multiple, multiple, (p, q, win, loss, more) => {
        const at = (...numbers: Parameters<typeof payoff>): number =>
          valueOf(kellyFraction(payoff(...numbers), limits));
        const fraction = at(p, win, loss);
        expect(fraction >= 0 && fraction < limits['kelly.factor']).toBe(true);
        expect(at(Math.max(p, q), win, loss)).toBeGreaterThanOrEqual(fraction);
        expect(at(p, win + more, loss)).toBeGreaterThanOrEqual(fraction);
        expect(at(p, win, loss + more)).toBeLessThanOrEqual(fraction);
      }),
      { numRuns: 1_000 },
    );
  });
});
