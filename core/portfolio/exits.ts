import { map } from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { mustBeAtLeast, mustBeAtMost, type Answer, type Reading } from '../rule/index.js';
import { defineRule, type Limits, type TradingRule } from '../rule-set/index.js';
import { exitReasons, type ExitReason } from './position.js';

/** What every exit of a credit position looks at. */
export interface CreditExitFacts {
  /** Net credit received, points per unit. */
  readonly credit: number;
  /** Mid price of closing now, points per unit. */
  readonly cost: Reading<number>;
  /** Share of the credit to take as profit: the rule set's, or less while drawdown tightens it (D§5.5). */
  readonly profitTarget: number;
}

/** An exit rule passes when the exit is due. */
export interface ExitRule<Facts> {
  readonly reason: ExitReason;
  readonly rule: TradingRule<Facts>;
}

export interface ExitDecision {
  /** The strongest exit that is due; null to hold. */
  readonly due: ExitReason | null;
  readonly answers: ReadonlyArray<Answer>;
  /** True when the stop could not be evaluated: the position is unwatched until it can (D§5.6). */
  readonly stopUnknown: boolean;
}

export const stopLoss: ExitRule<CreditExitFacts> = {
  reason: 'stop',
  rule: defineRule({
    id: 'exit.stop',
    statement: 'Close when closing costs at least {exit.stopMultiple} the credit',
    source: '[seed] stop at a loss of 200%; §1.0; D§1',
    parameters: ['exit.stopMultiple'],
    check: ({ cost, credit }: CreditExitFacts, limits) =>
      mustBeAtLeast(inCredits(cost, credit), limits['exit.stopMultiple'], 'multiple'),
  }),
};

export const profitTarget: ExitRule<CreditExitFacts> = {
  reason: 'profit',
  rule: defineRule({
    id: 'exit.profit',
    statement:
      'Close when {exit.profitTarget} of the credit is earned; {drawdown.profitTarget} while drawdown tightens the target',
    source: '[seed] 50% profit target; §1.0; D§1, D§5.5',
    parameters: ['exit.profitTarget', 'drawdown.profitTarget'],
    check: ({ cost, credit, profitTarget: target }: CreditExitFacts) =>
      mustBeAtMost(inCredits(cost, credit), withoutNoise(1 - target), 'multiple'),
  }),
};

/**
 * Asks every exit rule and takes the strongest that is due, in the order emergency, mandatory time, stop,
 * profit (D§1). Exits are never blocked by an entry limit.
 */
export const decideExit = <Facts>(
  rules: ReadonlyArray<ExitRule<Facts>>,
  facts: Facts,
  limits: Limits,
): ExitDecision => {
  const asked = rules.map(({ reason, rule }) => ({
    reason,
    answer: { rule: rule.id, verdict: rule.check(facts, limits) },
  }));
  const due = exitReasons.find((reason) =>
    asked.some((each) => each.reason === reason && each.answer.verdict._tag === 'Pass'),
  );
  return {
    due: due ?? null,
    answers: asked.map(({ answer }) => answer),
    stopUnknown: asked.some(({ reason, answer }) => reason === 'stop' && answer.verdict._tag === 'Unknown'),
  };
};

const inCredits = (cost: Reading<number>, credit: number): Reading<number> =>
  pipe(
    cost,
    map((points) => withoutNoise(points / credit)),
  );

/** A billionth of the credit is below every tick: a bound is met exactly when the prices meet it. */
const withoutNoise = (multiple: number): number => Math.round(multiple * 1_000_000_000) / 1_000_000_000;
