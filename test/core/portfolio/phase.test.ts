import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centsFromDollars,
  initialPhase,
  limitsOf,
  nextPhase,
  phaseLimit,
  seedRules,
  type Cents,
  type Phase,
  type PhaseHistory,
} from '../../../core/index.js';

const limits = limitsOf(seedRules);
const usd = centsFromDollars;
const at = (phase: Phase): PhaseHistory => ({ phase, reached: phase > 0 });
const next = (phase: Phase, dollars: number): Phase => nextPhase(at(phase), usd(dollars), limits).phase;

describe('the phase an account starts in', () => {
  it.each<readonly [number, Phase]>([
    [0, 0],
    [29_999.99, 0],
    [30_000, 1],
    [39_999.99, 1],
    [40_000, 2],
    [59_999.99, 2],
    [60_000, 3],
    [99_999.99, 3],
    [100_000, 4],
    [5_000_000, 4],
  ])('with $%d is phase %d', (dollars, phase) => {
    expect(initialPhase(usd(dollars), limits)).toEqual({ phase, reached: phase > 0 });
  });
});

describe('the phase after a close', () => {
  it('stays 0 below $30,000 while phase 1 was never reached', () => {
    expect(nextPhase(at(0), usd(29_999.99), limits)).toEqual({ phase: 0, reached: false });
    expect(nextPhase(at(0), usd(30_000), limits)).toEqual({ phase: 1, reached: true });
  });

  it.each<Phase>([1, 2, 3, 4])('from phase %d keeps phase 1 down to $24,000 and not a cent less', (phase) => {
    expect(next(phase, 29_999.99)).toBe(1);
    expect(next(phase, 24_000)).toBe(1);
    expect(next(phase, 23_999.99)).toBe(0);
  });

  it.each<Phase>([0, 1, 2, 3, 4])('from phase %d follows the bands from $30,000 upwards', (phase) => {
    expect([30_000, 39_999.99, 40_000, 59_999.99].map((dollars) => next(phase, dollars))).toEqual([
      1, 1, 2, 2,
    ]);
    expect([60_000, 99_999.99, 100_000].map((dollars) => next(phase, dollars))).toEqual([3, 3, 4]);
  });

  it('after a fall below $24,000 stays 0 until a close of $30,000, and remembers that phase 1 was reached', () => {
    const closes = [23_999.99, 24_000, 29_999.99, 30_000, 24_000].map(usd);
    const phases = closes.reduce<ReadonlyArray<PhaseHistory>>(
      (history, close) => [...history, nextPhase(history.at(-1) ?? at(2), close, limits)],
      [],
    );
    expect(phases).toEqual([0, 0, 0, 1, 1].map((phase) => ({ phase, reached: true })));
  });
});

describe('the laws of phases', () => {
  const equity = fc.integer({ min: -1_000_000, max: 20_000_000 }).map((amount) => amount as Cents);
  const histories = fc.constantFrom<PhaseHistory>(
    { phase: 0, reached: false },
    { phase: 0, reached: true },
    at(1),
    at(2),
    at(3),
    at(4),
  );

  it('more equity never gives a lower phase', () => {
    fc.assert(
      fc.property(histories, equity, equity, (history, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(nextPhase(history, low, limits).phase).toBeLessThanOrEqual(
          nextPhase(history, high, limits).phase,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('the same close twice gives the same phase as once', () => {
    fc.assert(
      fc.property(histories, equity, (history, close) => {
        const once = nextPhase(history, close, limits);
        expect(nextPhase(once, close, limits)).toEqual(once);
      }),
      { numRuns: 1_000 },
    );
  });

  it('having reached phase 1 is never forgotten', () => {
    fc.assert(
      fc.property(histories, equity, (history, close) => {
        const { phase, reached } = nextPhase(history, close, limits);
        expect(reached).toBe(history.reached || phase > 0);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the limits of a phase', () => {
  const phases: ReadonlyArray<Phase> = [0, 1, 2, 3, 4];

  it('are 0 in phase 0 and the rule set’s from phase 1', () => {
    expect(phases.map((phase) => phaseLimit(limits, phase, 'positions'))).toEqual([0, 3, 5, 7, 10]);
    expect(phases.map((phase) => phaseLimit(limits, phase, 'vega'))).toEqual([0, -500, -750, -1_000, -1_500]);
    expect(phases.map((phase) => phaseLimit(limits, phase, 'lt112'))).toEqual([0, 0, 2, 3, 3]);
    expect(phases.map((phase) => phaseLimit(limits, phase, 'totalBuyingPower'))).toEqual([
      0, 0.3, 0.5, 0.65, 0.8,
    ]);
  });
});
