import { right } from 'fp-ts/lib/Either.js';
import type { MarketSnapshot } from '../market/index.js';
import { noGreeks } from '../portfolio/index.js';
import {
  countPositions,
  factsOfRiskState,
  lossLimits,
  marginUsage,
  phaseInForce,
  riskChecks,
  type RiskFacts,
} from '../risk/index.js';
import { known, missing, type Reading, type Verdict } from '../rule/index.js';
import { bookGreeks } from './book-greeks.js';
import type { EngineContext } from './context.js';
import { buyingPowerInUse, correlationOf, openCounts, workingCounts } from './exposure.js';
import type { AppState } from './state.js';

/** A limit as it stands, asked on behalf of one more short-premium position on the S&P 500. */
export interface LimitStanding {
  readonly rule: string;
  readonly statement: string;
  readonly verdict: Verdict;
}

/** The state of every limit of risk, without adding anything to the book but the count of one position. */
export const limitOverview = (
  context: EngineContext,
  state: AppState,
  market: MarketSnapshot | null,
): ReadonlyArray<LimitStanding> => {
  const { system } = state;
  const facts: RiskFacts = {
    ...factsOfRiskState(system.risk),
    phase: known(phaseInForce(system.phase.phase, system.risk.breaker)),
    correlation: correlationOf(state),
    projectedUsage: marginUsage(buyingPowerInUse(state), system.equity),
    counts: known(countPositions(openCounts(state), workingCounts(state), system.risk.breaker)),
    proposal: { symbol: 'SPY', shortVolatility: true },
    projectedGreeks: greeksOf(context, state, market),
  };
  return [...riskChecks, ...lossLimits].map((rule) => ({
    rule: rule.id,
    statement: rule.statement,
    verdict: rule.check(facts, context.limits),
  }));
};

const greeksOf = (
  context: EngineContext,
  state: AppState,
  market: MarketSnapshot | null,
): Reading<typeof noGreeks> => {
  if (state.positions.length === 0) return right(noGreeks);
  return market === null
    ? missing('Greeks of the book', 'absent', 'no quotes')
    : bookGreeks(context, state, market);
};
