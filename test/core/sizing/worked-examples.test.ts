import { describe, expect, it } from 'vitest';
import { kellyFraction, known, type SizingRequest } from '../../../core/index.js';
import { condorOnES, limits, putSpreadOnSPY, sized, stepOf, usd } from './sizing-request.js';

// The seven worked examples of R§4.5, recomputed with fees, phase position caps and PriorOptimistic (D§1, D§5.7).

const room = (request: SizingRequest, name: Parameters<typeof stepOf>[1]): number | null =>
  stepOf(sized(request), name).room;

describe('the worked examples', () => {
  it('1: $50,000, VIX 24, an ES condor for 4.00 gives 1 contract', () => {
    // Kelly 16% = $8,000; strategy 5% = $2,500; phase 2 7% = $3,500; VIX multiplier 1 leaves $2,500.
    // Risk 26 × $50 + 4 × $4.00 = $1,316 (R§4.5 without exchange fees: $1,300). 2,500 / 1,316 = 1.9.
    const { contracts, limitedBy, risk, findings } = sized(condorOnES);
    expect({ contracts, limitedBy, risk, findings }).toEqual({
      contracts: 1,
      limitedBy: 'strategy-cap',
      risk: usd(1_316),
      findings: [],
    });
    expect(sized(condorOnES).steps.map(({ name, room, contracts }) => [name, room, contracts])).toEqual([
      ['kelly', usd(8_000), 6],
      ['strategy-cap', usd(2_500), 1],
      ['phase-position-cap', usd(3_500), 1],
      ['reduction', usd(2_500), 1],
      ['phase-buying-power', usd(25_000), 1],
      ['reserve', usd(40_000), 1],
      ['contract-cap', null, 1],
      ['greeks', null, 1],
    ]);
  });

  it('2: $120,000, VIX 30, the same condor gives 3, as in R§4.5', () => {
    // 5% = $6,000; VIX 30 is × 0.75 = $4,500; / 1,316 = 3.4. The cap above VIX 25 is 3 as well.
    const request: SizingRequest = { ...condorOnES, equity: usd(120_000), phase: 4, vix: known(30) };
    expect(room(request, 'reduction')).toBe(usd(4_500));
    expect(sized(request)).toMatchObject({ contracts: 3, limitedBy: 'reduction' });
  });

  it('3: $80,000, VIX 18, LT112 for 1.00 gives 1 until 30 trades are realised, then 5', () => {
    // Kelly .75 − .25 / 1.5 = 58.3%, a quarter is 14.6% = $11,666.66; strategy and phase 3 10% = $8,000.
    // Risk $400 + 2 × $1.10 = $402.20: 19 contracts (R§4.5 without fees: 20), cap 5.
    // At the strategy's own target 0.5 and stop 2.0 Kelly is .75 − .25 × 4 = −25%: PriorOptimistic, 1 contract
    // where R§4.5 has 5.
    expect(room(putSpreadOnSPY, 'kelly')).toBe(usd(11_666.66));
    expect(stepOf(sized(putSpreadOnSPY), 'reduction')).toMatchObject({ room: usd(8_000), contracts: 19 });
    expect(sized(putSpreadOnSPY)).toMatchObject({
      contracts: 1,
      limitedBy: 'prior-optimistic',
      findings: [
        {
          _tag: 'PriorOptimistic',
          fullKelly: { observed: -0.25, comparison: 'above', limit: 0 },
          realised: { observed: 0, comparison: 'at least', limit: 30 },
        },
      ],
    });
    expect(sized({ ...putSpreadOnSPY, realisedTrades: 30 })).toMatchObject({
      contracts: 5,
      limitedBy: 'contract-cap',
      findings: [],
    });
  });

  it('4: 70% wins of 0.5 against losses of 2.0 have no edge: 0 contracts, never a floor of 1', () => {
    // f* = .70 − .30 × 4 = −50%. Strangles are not among the strategies yet, so LT112 stands in: also
    // after 30 trades, when only the pooled statistics count.
    const request: SizingRequest = {
      ...putSpreadOnSPY,
      equity: usd(100_000),
      phase: 4,
      statistics: { winRate: 0.7, averageWin: 0.5, averageLoss: 2, trades: 30 },
      realisedTrades: 30,
    };
    const { contracts, limitedBy, findings } = sized(request);
    expect({ contracts, limitedBy }).toEqual({ contracts: 0, limitedBy: 'kelly' });
    expect(findings).toMatchObject([
      { _tag: 'NoEdge', fullKelly: { limit: 0, observed: expect.closeTo(-0.5, 12) as number } },
    ]);
    // With realised losses of 0.3: f = 13%. The strangle's 7% of $100,000 over a requirement of $2,100 is 3.
    expect(kellyFraction({ winRate: 0.7, averageWin: 0.5, averageLoss: 0.3 }, limits)).toMatchObject({
      right: expect.closeTo(0.13, 12) as number,
    });
    expect(Math.floor((limits['strangle.buyingPower'] * 100_000) / 2_100)).toBe(3);
  });

  it('5: example 3 at half size for a drawdown of 12% has 9 contracts of budget; at VIX 41 it is 0', () => {
    // $8,000 × min(0.5, VIX 1) = $4,000 / 402.20 = 9 (R§4.5 without fees: 10); cap 5; 1 while PriorOptimistic.
    const halved: SizingRequest = {
      ...putSpreadOnSPY,
      reductions: [{ name: 'drawdown', multiplier: 0.5 }],
    };
    expect(stepOf(sized(halved), 'reduction')).toMatchObject({ room: usd(4_000), contracts: 9 });
    expect(sized(halved).contracts).toBe(1);
    expect(sized({ ...halved, realisedTrades: 30 }).contracts).toBe(5);
    // Below VIX 15 the drawdown's 0.5 stands: the smaller of the two, not 0.75 × 0.5.
    expect(room({ ...halved, vix: known(14) }, 'reduction')).toBe(usd(4_000));
    expect(sized({ ...putSpreadOnSPY, realisedTrades: 30, vix: known(41) })).toMatchObject({
      contracts: 0,
      limitedBy: 'reduction',
    });
  });

  it('6: 70% wins of $300 against losses of $200 are a Kelly of 12.5%, capped at 10%', () => {
    const request: SizingRequest = {
      ...putSpreadOnSPY,
      statistics: { winRate: 0.7, averageWin: 300, averageLoss: 200, trades: 30 },
      realisedTrades: 30,
    };
    expect(room(request, 'kelly')).toBe(usd(10_000));
    expect(room(request, 'strategy-cap')).toBe(usd(8_000));
    expect(room(request, 'reduction')).toBe(usd(8_000));
  });

  it('7: $30,000, an MES condor for 4.00 gives 10 contracts, as in R§4.5', () => {
    // Strategy and phase 1 both 5% = $1,500. Risk 26 × $5 + 4 × $2.00 = $138: 10 by money already (R§4.5
    // without fees: 1,500 / 130 = 11, then the cap of 10). Above VIX 25 the cap is 3.
    const request: SizingRequest = {
      ...condorOnES,
      riskPerContract: usd(26 * 5 + 4 * (1.5 + 0.5)),
      equity: usd(30_000),
      phase: 1,
    };
    expect(sized(request)).toMatchObject({ contracts: 10, limitedBy: 'strategy-cap' });
    expect(sized({ ...request, riskPerContract: usd(130) })).toMatchObject({
      contracts: 10,
      limitedBy: 'contract-cap',
    });
    expect(sized({ ...request, vix: known(25.01) })).toMatchObject({
      contracts: 3,
      limitedBy: 'contract-cap',
    });
  });
});
