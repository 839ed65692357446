import { isLeft, isRight, left } from 'fp-ts/lib/Either.js';
import { outcomeOf, pooledStatistics, priorOf, type Greeks, type TradeOutcome } from '../portfolio/index.js';
import {
  correlationBelowTrip,
  drawdownAllowsEntries,
  factsOfRiskState,
  rapidDrawdownBelowTrip,
} from '../risk/index.js';
import { askAll, judge, type Reading } from '../rule/index.js';
import type { Limits } from '../rule-set/index.js';
import { sizePosition, sizingTermsOf, type SizingFacts } from '../sizing/index.js';
import type { Candidate } from './candidate.js';
import type { EngineContext } from './context.js';
import { buyingPowerInUse, correlationOf } from './exposure.js';
import type { AppState } from './state.js';

/** How many contracts a candidate may have, from the books and the protections of this moment. */
export const sizeOf = (
  { limits }: EngineContext,
  state: AppState,
  candidate: Candidate,
  greeks: Reading<Greeks>,
): SizingFacts['sizing'] => {
  const { strategy, facts, proposal, answers } = candidate;
  const outcomes = outcomesOf(state, candidate);
  const statistics = pooledStatistics(priorOf(strategy.id, limits), outcomes, limits);
  if (isLeft(statistics)) {
    const { field, value, limit } = statistics.left;
    return left([{ _tag: 'InvalidSizingInput', field, value, limit }]);
  }
  if (isLeft(greeks)) return left([{ _tag: 'MissingSizingInput', gap: greeks.left }]);
  return sizePosition(
    {
      ...sizingTermsOf(proposal, limits),
      equity: state.system.equity,
      phase: facts.phase,
      vix: facts.vix,
      statistics: statistics.right,
      realisedTrades: outcomes.length,
      reductions: [
        { name: 'warnings', multiplier: judge(answers).sizeMultiplier },
        { name: 'protections', multiplier: protections(state, limits) },
      ],
      buyingPowerInUse: buyingPowerInUse(state),
      bookGreeks: greeks.right,
    },
    limits,
  );
};

const outcomesOf = ({ ledger }: AppState, { strategy }: Candidate): ReadonlyArray<TradeOutcome> =>
  ledger.closed
    .filter(({ position }) => position.strategy === strategy.id)
    .flatMap((trade) => {
      const outcome = outcomeOf(trade);
      return isRight(outcome) ? [outcome.right] : [];
    });

/** The smallest size any protection asks for. */
const protections = (state: AppState, limits: Limits): number => {
  const facts = {
    ...factsOfRiskState(state.system.risk),
    correlation: correlationOf(state),
  };
  return judge(askAll([rapidDrawdownBelowTrip, drawdownAllowsEntries, correlationBelowTrip], facts, limits))
    .sizeMultiplier;
};
