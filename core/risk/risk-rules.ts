import type { TradingRule } from '../rule-set/index.js';
import { consecutiveLossesBelowTrip } from './consecutive-losses.js';
import { correlationBelowTrip, type CorrelationFacts } from './correlation.js';
import { drawdownAllowsEntries } from './drawdown.js';
import { projectedGreeksWithinLimits, type GreeksFacts } from './greeks-limits.js';
import { groupBelowLimit, type GroupFacts } from './group-limit.js';
import { dayLossBelowLimit, monthLossBelowLimit, weekLossBelowLimit } from './loss-limits.js';
import { projectedMarginBelowLimit, type MarginFacts } from './margin.js';
import {
  shortVolatilityBelowLimit,
  singleUnderlyingBelowLimit,
  spyEquivalentBelowLimit,
  totalPositionsBelowLimit,
} from './position-limits.js';
import { rapidDrawdownBelowTrip } from './rapid-drawdown.js';
import type { RiskStateFacts } from './risk-state.js';
import { vixNotPanic } from './volatility-panic.js';

/** What the rules of risk look at when one proposal is judged. */
export interface RiskFacts extends RiskStateFacts, CorrelationFacts, MarginFacts, GroupFacts, GreeksFacts {}

/** The checks of R§3.2 that belong to risk, in its order: 25, 28, 33 to 41 and 45. */
export const riskChecks: ReadonlyArray<TradingRule<RiskFacts>> = [
  totalPositionsBelowLimit,
  vixNotPanic,
  rapidDrawdownBelowTrip,
  correlationBelowTrip,
  projectedMarginBelowLimit,
  consecutiveLossesBelowTrip,
  groupBelowLimit,
  spyEquivalentBelowLimit,
  singleUnderlyingBelowLimit,
  shortVolatilityBelowLimit,
  drawdownAllowsEntries,
  projectedGreeksWithinLimits,
];

/** Loss limits have no number among the 47: they act through the mode of the system. */
export const lossLimits: ReadonlyArray<TradingRule<RiskFacts>> = [
  dayLossBelowLimit,
  weekLossBelowLimit,
  monthLossBelowLimit,
];
