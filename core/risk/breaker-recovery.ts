import { elapsedSeconds } from '../calendar/index.js';
import {
  askAll,
  fail,
  judge,
  known,
  mustBeAtLeast,
  mustBeBelow,
  notApplicable,
  pass,
  readingOf,
  stated,
  type Answer,
  type Reading,
} from '../rule/index.js';
import { defineRule, type Limits, type TradingRule } from '../rule-set/index.js';
import type { Cents, ExchangeTime } from '../units/index.js';
import type { BreakerTripped } from './breaker-state.js';
import type { PortfolioCorrelation } from './correlation.js';

/** The account and the market at the moment recovery is considered. */
export interface RecoveryConditions {
  readonly at: ExchangeTime;
  readonly equity: Cents;
  readonly vix: Reading<number>;
  readonly correlation: PortfolioCorrelation;
}

export interface RecoveryFacts extends RecoveryConditions {
  readonly tripped: BreakerTripped;
  /** True when the operator resets now: it replaces the equity condition and no other. */
  readonly operatorReset: boolean;
}

const source = 'R§2.2; D§1, D§5.3';

const cooldown = defineRule({
  id: 'risk.recovery.cooldown',
  statement: 'At least {breaker.cooldown} have passed since the last breach',
  source,
  parameters: ['breaker.cooldown'],
  check: ({ at, tripped }: RecoveryFacts, limits) =>
    mustBeAtLeast(known(elapsedSeconds(tripped.lastBreach, at) / 3_600), limits['breaker.cooldown'], 'hours'),
});

const correlationCalm = defineRule({
  id: 'risk.recovery.correlation',
  statement: 'Portfolio correlation is below {correlation.recover}; a book of one group or none satisfies it',
  source,
  parameters: ['correlation.recover'],
  check: ({ correlation }: RecoveryFacts, limits) =>
    correlation._tag === 'NotApplicable'
      ? notApplicable(correlation.reason)
      : mustBeBelow(correlation.value, limits['correlation.recover'], 'ratio'),
});

const vixCalm = defineRule({
  id: 'risk.recovery.vix',
  statement: 'VIX is below {breaker.recoverVix}',
  source,
  parameters: ['breaker.recoverVix'],
  check: ({ vix }: RecoveryFacts, limits) => mustBeBelow(vix, limits['breaker.recoverVix'], 'vol points'),
});

const equityRegained = defineRule({
  id: 'risk.recovery.equity',
  statement:
    'Equity is at least {breaker.recoverEquity} equity at the trip, or the operator resets; a lock only the operator opens',
  source,
  parameters: ['breaker.recoverEquity'],
  check: ({ operatorReset, tripped, equity }: RecoveryFacts, limits) => {
    if (operatorReset) return pass(stated('operator reset', 'operator reset'));
    if (tripped.lockedSince !== null) return fail(stated('locked', 'operator reset'));
    const regained = readingOf('equity over equity at the trip', equity / tripped.equityAtTrip);
    return mustBeAtLeast(regained, limits['breaker.recoverEquity'], 'multiple');
  },
});

export const recoveryRules: ReadonlyArray<TradingRule<RecoveryFacts>> = [
  cooldown,
  correlationCalm,
  vixCalm,
  equityRegained,
];

/** Every condition's answer; recovery needs all of them. */
export const recoveryAnswers = (facts: RecoveryFacts, limits: Limits): ReadonlyArray<Answer> =>
  askAll(recoveryRules, facts, limits);

export const mayRecover = (facts: RecoveryFacts, limits: Limits): boolean =>
  judge(recoveryAnswers(facts, limits)).allowed;

/** The scripted operator of replays resets when every condition but equity holds (D§5.3). */
export const operatorWouldReset = (
  tripped: BreakerTripped,
  conditions: RecoveryConditions,
  limits: Limits,
): boolean => mayRecover({ ...conditions, tripped, operatorReset: true }, limits);
