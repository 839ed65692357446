import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addGreeks,
  cents,
  greeksBoundsOf,
  isWithinGreeks,
  scaleGreeks,
  strategyLimit,
} from '../../../core/index.js';
import { limits, requests, sized } from './sizing-request.js';

const runs = { numRuns: 1_000 };
const amounts = fc.nat(30_000_000);
const shares = fc.double({ min: 0, max: 1, noNaN: true });

describe('the laws of sizing', () => {
  it('contracts are whole, at least 0, and within the contract cap', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { contracts } = sized(request);
        expect(Number.isInteger(contracts) && contracts >= 0).toBe(true);
        expect(contracts).toBeLessThanOrEqual(strategyLimit(limits, request.strategy, 'contracts'));
      }),
      runs,
    );
  });

  it('the requests these laws are tried on get no contract, one and several, each often', () => {
    const sizes = fc.sample(requests, { numRuns: 1_000, seed: 7 }).map((each) => sized(each).contracts);
    expect(sizes.filter((size) => size === 0).length).toBeGreaterThan(100);
    expect(sizes.filter((size) => size === 1).length).toBeGreaterThan(50);
    expect(sizes.filter((size) => size > 1).length).toBeGreaterThan(100);
  });

  it('more equity never gives fewer contracts', () => {
    fc.assert(
      fc.property(requests, amounts, (request, more) => {
        const richer = { ...request, equity: cents(request.equity + more) };
        expect(sized(richer).contracts).toBeGreaterThanOrEqual(sized(request).contracts);
      }),
      runs,
    );
  });

  it('a further reduction never gives more contracts', () => {
    fc.assert(
      fc.property(requests, shares, (request, multiplier) => {
        const reductions = [...request.reductions, { name: 'warning', multiplier }];
        expect(sized({ ...request, reductions }).contracts).toBeLessThanOrEqual(sized(request).contracts);
      }),
      runs,
    );
  });

  it('more risk per contract and more buying power in use never give more contracts', () => {
    fc.assert(
      fc.property(requests, amounts, (request, more) => {
        const { contracts } = sized(request);
        const riskier = { ...request, riskPerContract: cents(request.riskPerContract + more) };
        const fuller = { ...request, buyingPowerInUse: cents(request.buyingPowerInUse + more) };
        expect(sized(riskier).contracts).toBeLessThanOrEqual(contracts);
        expect(sized(fuller).contracts).toBeLessThanOrEqual(contracts);
      }),
      runs,
    );
  });

  it('the risk of all contracts is within every budget in money', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { contracts, risk, steps } = sized(request);
        expect(risk).toBe(contracts * request.riskPerContract);
        steps.forEach(({ room }) => {
          if (contracts > 0 && room !== null) expect(risk).toBeLessThanOrEqual(room);
        });
      }),
      runs,
    );
  });

  it('the projected Greeks are within the phase’s limits', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { contracts } = sized(request);
        fc.pre(contracts > 0);
        const projected = addGreeks(request.bookGreeks, scaleGreeks(request.greeksPerUnit, contracts));
        expect(isWithinGreeks(projected, greeksBoundsOf(request.phase, limits))).toBe(true);
      }),
      runs,
    );
  });

  it('without an edge there is no contract, and NoEdge says so', () => {
    const noEdge = requests.map((request) => {
      // At most break-even: p ≤ loss / (win + loss).
      const { averageWin, averageLoss, winRate } = request.statistics;
      const breakEven = averageLoss / (averageWin + averageLoss);
      return { ...request, statistics: { ...request.statistics, winRate: breakEven * winRate } };
    });
    fc.assert(
      fc.property(noEdge, (request) => {
        const { contracts, findings } = sized(request);
        expect(contracts).toBe(0);
        expect(findings.map(({ _tag }) => _tag)).toContain('NoEdge');
      }),
      runs,
    );
  });

  it('the steps only ever lower the count, and end at the answer where limitedBy says', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { contracts, limitedBy, steps } = sized(request);
        const counts = steps.map((step) => step.contracts);
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
        expect(counts.at(-1)).toBe(contracts);
        expect(steps.find((step) => step.name === limitedBy)).toMatchObject({ allows: contracts });
      }),
      runs,
    );
  });
});
