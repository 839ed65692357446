import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  breakerArmed,
  correlationGroupOf,
  countPositions,
  countedPosition,
  phaseInForce,
  portfolioCorrelation,
  type BreakerState,
  type CountedPosition,
  type Position,
} from '../../../core/index.js';
import { at, on, usd } from './account.js';

const held = (id: string, symbol: string, change: Partial<CountedPosition> = {}): CountedPosition => ({
  id,
  symbol,
  shortVolatility: true,
  at: at('2025-03-14', 10, 30),
  ...change,
});

describe('countPositions', () => {
  it('counts open and working, SPXW as SPX, and the S&P 500 across its roots', () => {
    const counts = countPositions(
      [held('1', 'SPX'), held('2', 'SPXW'), held('3', 'GC', { shortVolatility: false })],
      [held('4', 'MES'), held('5', 'SPY')],
      breakerArmed,
    );
    expect(counts).toMatchObject({
      total: 5,
      byRoot: { SPX: 2, GC: 1, MES: 1, SPY: 1 },
      spyEquivalent: 4,
      shortVolatility: 4,
      byGroup: { A1: 3, A2: 1, B1: 1, C1: 0 },
      ungrouped: [],
      onProbation: 0,
    });
  });

  it('counts an entry that is partly filled once', () => {
    expect(countPositions([held('1', 'ES')], [held('1', 'ES')], breakerArmed)).toMatchObject({
      total: 1,
      byRoot: { ES: 1 },
    });
  });

  it('counts a position of a symbol nobody knows, and names it', () => {
    expect(countPositions([held('1', 'TULIP')], [], breakerArmed)).toMatchObject({
      total: 1,
      byRoot: { TULIP: 1 },
      spyEquivalent: 0,
      ungrouped: ['TULIP'],
    });
  });

  it('counts as new on probation what was opened or sent since it began', () => {
    const probation: BreakerState = { _tag: 'Probation', since: at('2025-03-14', 10, 30), sessions: 0 };
    const old = held('1', 'ES', { at: at('2025-03-14', 10, 29, 59) });
    expect(countPositions([old, held('2', 'ES')], [held('3', 'SPY')], probation).onProbation).toBe(2);
    expect(countPositions([old, held('2', 'ES')], [], breakerArmed).onProbation).toBe(0);
  });

  it('takes a position as its strategy opened it: one, short volatility', () => {
    const position: Position = {
      id: 'lt112-1',
      strategy: 'lt112',
      root: 'SPY',
      structure: 'put-spread',
      legs: [],
      expiry: on('2025-07-18'),
      quantity: 5,
      openedAt: at('2025-03-14', 11, 0),
      credit: 1,
      openingFees: usd(10),
      buyingPower: usd(2_000),
      state: { _tag: 'Open', since: at('2025-03-14', 11, 0) },
      entry: { underlyingPrice: 560, vix: 20, ruleSet: 'seed' },
    };
    expect(countedPosition(position)).toEqual(held('lt112-1', 'SPY', { at: at('2025-03-14', 11, 0) }));
  });

  it('never counts less when a position is added, whatever the order', () => {
    const symbol = fc.constantFrom('SPY', 'SPX', 'SPXW', 'XSP', 'ES', 'MES', 'GC', 'CL', 'TULIP');
    const book = fc.uniqueArray(
      fc.record({
        id: fc.string(),
        symbol,
        shortVolatility: fc.boolean(),
        at: fc.constant(at('2025-03-14', 11, 0)),
      }),
      { selector: ({ id }) => id, minLength: 1 },
    );
    fc.assert(
      fc.property(book, (positions) => {
        const all = countPositions(positions, [], breakerArmed);
        const fewer = countPositions(positions.slice(1), [], breakerArmed);
        expect(all.total).toBe(fewer.total + 1);
        expect(all.spyEquivalent).toBeGreaterThanOrEqual(fewer.spyEquivalent);
        expect(all.shortVolatility).toBeGreaterThanOrEqual(fewer.shortVolatility);
        expect(countPositions([], positions.toReversed(), breakerArmed)).toMatchObject({
          total: all.total,
          byRoot: all.byRoot,
          byGroup: all.byGroup,
        });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('correlation groups', () => {
  it('hold index options with the futures and funds with single stocks', () => {
    expect(['ES', 'SPX', 'SPXW', 'XSP'].map(correlationGroupOf)).toEqual(['A1', 'A1', 'A1', 'A1']);
    expect(['SPY', 'IWM', 'AAPL'].map(correlationGroupOf)).toEqual(['A2', 'A2', 'A2']);
    expect(correlationGroupOf('TULIP')).toBeNull();
  });

  it('of no book and of equities alone have no correlation; of two groups it must be measured', () => {
    expect(portfolioCorrelation([])._tag).toBe('NotApplicable');
    expect(portfolioCorrelation(['SPY', 'ES', 'XSP'])._tag).toBe('NotApplicable');
    expect(portfolioCorrelation(['SPY', 'GC'])).toMatchObject({ _tag: 'Measured', value: { _tag: 'Left' } });
    expect(portfolioCorrelation(['TULIP', 'ES'])._tag).toBe('Measured');
  });
});

describe('the phase whose limits apply', () => {
  it('is 1 at most on probation and the account’s own otherwise', () => {
    const probation: BreakerState = { _tag: 'Probation', since: at('2025-03-14', 10, 30), sessions: 0 };
    expect(([0, 1, 2, 3, 4] as const).map((phase) => phaseInForce(phase, probation))).toEqual([
      0, 1, 1, 1, 1,
    ]);
    expect(phaseInForce(4, breakerArmed)).toBe(4);
  });
});
