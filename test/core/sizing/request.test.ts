import { describe, expect, it } from 'vitest';
import { noGreeks, sizingTermsOf, type Proposal } from '../../../core/index.js';
import { limits, sized, usd, condorOnES } from './sizing-request.js';

const proposal: Proposal = {
  strategy: 'lt112',
  root: 'SPY',
  structure: 'put-spread',
  at: { date: '2024-08-02', second: 36_300 } as unknown as Proposal['at'],
  expiry: '2024-11-22' as Proposal['expiry'],
  legs: [],
  underlyingPrice: 535,
  market: { mid: 1, natural: 0.9, naturalToClose: 1.1, width: 0.2 },
  minimumCredit: 1,
  width: 5,
  maximumLoss: usd(400),
  requirement: usd(400),
  openingFees: usd(2.2),
  roundTripFees: usd(2.4),
  greeks: { ...noGreeks, delta: 6 },
};

describe('what a proposal puts at stake', () => {
  it('risks its maximum loss plus opening fees', () => {
    expect(sizingTermsOf(proposal, limits)).toEqual({
      strategy: 'lt112',
      riskPerContract: usd(402.2),
      payoffs: { target: 0.5, stop: 2 },
      greeksPerUnit: proposal.greeks,
    });
  });

  it('risks the requirement where the broker asks for more', () => {
    const asked = (dollars: number): number =>
      sizingTermsOf({ ...proposal, requirement: usd(dollars) }, limits).riskPerContract;
    expect([399.99, 400, 400.01, 500].map(asked)).toEqual([402.2, 402.2, 402.21, 502.2].map(usd));
  });

  it('stops at the maximum loss where the structure cannot lose twice the credit', () => {
    // 5 wide: a credit of 1.66 risks 3.34, 2.01 times it; 1.67 risks 3.33, 1.99 times; 2.50 risks 2.50, once.
    const stop = (mid: number): number =>
      sizingTermsOf(
        { ...proposal, market: { ...proposal.market, mid }, maximumLoss: usd((5 - mid) * 100) },
        limits,
      ).payoffs.stop;
    expect(stop(1.66)).toBe(2);
    expect(stop(1.67)).toBeCloseTo(333 / 167, 12);
    expect(stop(2.5)).toBe(1);
  });

  it('has no stop without a credit, which sizing refuses by name', () => {
    const terms = sizingTermsOf({ ...proposal, market: { ...proposal.market, mid: 0 } }, limits);
    expect(terms.payoffs.stop).toBe(0);
    expect(() => sized({ ...condorOnES, ...terms })).toThrow('payoffs.stop');
  });
});
