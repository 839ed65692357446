import { isRight, left } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { missing, noGreeks, sizePosition, type Phase, type SizingRequest } from '../../../core/index.js';
import { condorOnES, greeks, limits, putSpreadOnSPY, sized, stepOf, usd } from './sizing-request.js';

/** An account where only what the test changes binds: 10 contracts by the contract cap. */
const roomy: SizingRequest = { ...condorOnES, equity: usd(400_000), phase: 4, riskPerContract: usd(1_000) };

const contracts = (change: Partial<SizingRequest>): number => sized({ ...roomy, ...change }).contracts;

describe('the money bounds', () => {
  it('pay a contract exactly, and not a cent short', () => {
    // 5% of $400,000 is $20,000.
    expect(contracts({ riskPerContract: usd(2_000) })).toBe(10);
    expect(contracts({ riskPerContract: usd(2_000.01) })).toBe(9);
    expect(contracts({ riskPerContract: usd(20_000) })).toBe(1);
    expect(contracts({ riskPerContract: usd(20_000.01) })).toBe(0);
  });

  it('round down to the cent, yet not below what the share pays but for binary noise', () => {
    // 5% of $400,000.19 is $20,000.0095.
    expect(stepOf(sized({ ...roomy, equity: usd(400_000.19) }), 'strategy-cap').room).toBe(usd(20_000));
    expect(stepOf(sized({ ...roomy, equity: usd(400_000.2) }), 'strategy-cap').room).toBe(usd(20_000.01));
    // 29% of $1.00 is 28.999999999999996 cents in binary.
    const loose = sizePosition({ ...roomy, equity: usd(1) }, { ...limits, 'friday0dte.buyingPower': 0.29 });
    expect(isRight(loose) && stepOf(loose.right, 'strategy-cap').room).toBe(29);
  });

  it.each<readonly [Phase, number]>([
    [1, 0.05],
    [2, 0.07],
    [3, 0.1],
    [4, 0.1],
  ])('in phase %d leave LT112 %d of equity: the smaller of its own 10% and the phase’s', (phase, share) => {
    expect(stepOf(sized({ ...putSpreadOnSPY, phase }), 'reduction').room).toBe(usd(80_000 * share));
  });

  it('open nothing in phase 0, nor without equity', () => {
    expect(sized({ ...roomy, phase: 0 })).toMatchObject({ contracts: 0, limitedBy: 'phase-position-cap' });
    expect(contracts({ equity: usd(0) })).toBe(0);
    expect(contracts({ equity: usd(-5_000) })).toBe(0);
  });

  it('leave the phase’s total buying power untouched by what is in use', () => {
    // Phase 1 may use 30% of $100,000 in all; the position's own budget is 5%, $5,000.
    const inUse = (dollars: number): SizingRequest => ({
      ...roomy,
      equity: usd(100_000),
      phase: 1,
      buyingPowerInUse: usd(dollars),
    });
    expect(sized(inUse(25_000)).contracts).toBe(5);
    expect(sized(inUse(25_000.01))).toMatchObject({ contracts: 4, limitedBy: 'phase-buying-power' });
    expect(sized(inUse(29_000)).contracts).toBe(1);
    expect(sized(inUse(29_000.01)).contracts).toBe(0);
    expect(sized(inUse(50_000)).contracts).toBe(0);
  });

  it('keep 20% of equity in reserve also where a derived rule set lets the phase use more', () => {
    const loose = { ...limits, 'phase4.totalBuyingPower': 0.95 };
    const size = (inUse: number): unknown =>
      sizePosition({ ...roomy, equity: usd(100_000), buyingPowerInUse: usd(inUse) }, loose);
    expect(size(79_000)).toMatchObject({ right: { contracts: 1, limitedBy: 'reserve' } });
    expect(size(79_000.01)).toMatchObject({ right: { contracts: 0, limitedBy: 'reserve' } });
  });
});

describe('the reductions', () => {
  it('take the smallest, not the product', () => {
    const reductions = [
      { name: 'drawdown', multiplier: 0.5 },
      { name: 'breaker', multiplier: 0.5 },
      { name: 'warning', multiplier: 0.75 },
    ];
    const step = stepOf(sized({ ...roomy, reductions }), 'reduction');
    expect(step.room).toBe(usd(10_000));
    expect(step.working.slice(0, 4).map(({ label, value }) => [label, value])).toEqual([
      ['VIX', 1],
      ['drawdown', 0.5],
      ['breaker', 0.5],
      ['warning', 0.75],
    ]);
  });

  it('forbid at 0', () => {
    expect(contracts({ reductions: [{ name: 'drawdown', multiplier: 0 }] })).toBe(0);
  });
});

describe('an optimistic prior', () => {
  it.each([
    ['lt112', 30],
    ['friday-0dte', 50],
  ] as const)('allows %s one contract until %d trades are realised', (strategy, required) => {
    const at = (realisedTrades: number): SizingRequest => ({
      ...roomy,
      strategy,
      realisedTrades,
      statistics: { winRate: 0.75, averageWin: 0.5, averageLoss: 0.2, trades: realisedTrades },
    });
    expect(sized(at(required - 1))).toMatchObject({ contracts: 1, limitedBy: 'prior-optimistic' });
    expect(sized(at(required))).toMatchObject({ findings: [] });
    expect(sized(at(required)).contracts).toBeGreaterThan(1);
    expect(sized(at(required + 1)).contracts).toBeGreaterThan(1);
  });

  it('does not raise a smaller size to one', () => {
    expect(sized({ ...putSpreadOnSPY, equity: usd(4_000) })).toMatchObject({
      contracts: 0,
      limitedBy: 'strategy-cap',
      findings: [{ _tag: 'PriorOptimistic' }],
    });
  });

  it('is found beside a missing edge', () => {
    const statistics = { winRate: 0.5, averageWin: 0.5, averageLoss: 2, trades: 5 };
    expect(sized({ ...roomy, statistics }).findings.map(({ _tag }) => _tag)).toEqual([
      'NoEdge',
      'PriorOptimistic',
    ]);
  });

  it('is judged at break-even as no edge, by both findings', () => {
    // Evens at equal payoffs: f* is exactly 0.
    const even = { statistics: { winRate: 0.5, averageWin: 1, averageLoss: 1, trades: 0 } };
    expect(sized({ ...roomy, ...even, payoffs: { target: 1, stop: 1 } })).toMatchObject({
      contracts: 0,
      findings: [{ _tag: 'NoEdge' }, { _tag: 'PriorOptimistic' }],
    });
  });
});

describe('the Greeks', () => {
  it('refuse one ES condor whose gamma is near 20 in phase 1, and let it pass in phase 3 (D§5.8)', () => {
    const greeksPerUnit = greeks(-15, -20.5, -60);
    expect(sized({ ...roomy, phase: 1, greeksPerUnit })).toMatchObject({
      contracts: 0,
      limitedBy: 'greeks',
    });
    expect(contracts({ phase: 2, greeksPerUnit })).toBe(0);
    expect(contracts({ phase: 3, greeksPerUnit })).toBe(1);
  });

  it('count what the book already holds', () => {
    expect(contracts({ greeksPerUnit: greeks(100, 0, 0) })).toBe(10);
    expect(contracts({ greeksPerUnit: greeks(100, 0, 0), bookGreeks: greeks(600, 0, 0) })).toBe(4);
  });
});

describe('what sizing refuses', () => {
  it('reports every error of a request together', () => {
    const request: SizingRequest = {
      ...roomy,
      riskPerContract: usd(0),
      equity: Number.NaN as SizingRequest['equity'],
      vix: missing('vix', 'stale', '7 minutes old'),
      statistics: { winRate: 1.2, averageWin: 0.5, averageLoss: 1, trades: 0 },
      realisedTrades: -1,
      reductions: [{ name: 'score', multiplier: 1.5 }],
      bookGreeks: { ...noGreeks, gamma: Number.POSITIVE_INFINITY },
    };
    const invalid = (field: string, value: number, limit: string): object => ({
      _tag: 'InvalidSizingInput',
      field,
      value,
      limit,
    });
    expect(sizePosition(request, limits)).toEqual(
      left([
        invalid('riskPerContract', 0, 'a finite number above 0'),
        invalid('equity', Number.NaN, 'a finite number'),
        {
          _tag: 'MissingSizingInput',
          gap: { fact: 'vix', reason: 'stale', detail: '7 minutes old' },
        },
        invalid('statistics.winRate', 1.2, 'between 0 and 1, neither included'),
        invalid('realisedTrades', -1, 'a finite number of at least 0'),
        invalid('reductions.score', 1.5, 'between 0 and 1'),
        invalid('bookGreeks.gamma', Number.POSITIVE_INFINITY, 'a finite number'),
      ]),
    );
  });
});
