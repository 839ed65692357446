import { askAll, blocks, judge, mustHold, type Answer } from '../rule/index.js';
import { defineRule, type Limits, type TradingRule } from '../rule-set/index.js';
import { formatTime } from '../units/index.js';
import { breakersNotTripped } from './breaker-state.js';
import { drawdownAllowsEntries } from './drawdown.js';
import type { Flattening } from './forced-closing.js';
import { dayLossBelowLimit, monthLossBelowLimit, weekLossBelowLimit } from './loss-limits.js';
import { factsOfRiskState, type RiskState, type RiskStateFacts } from './risk-state.js';
import { vixNotPanic } from './volatility-panic.js';

/** Exits, cancels and every reducing order go on in every mode, Halted included (D§5.22). */
export type SystemMode = 'Normal' | 'NoEntries' | 'ReduceOnly' | 'Halted';

/** The state of the protections with what the operator has switched. */
export interface SystemModeFacts {
  readonly risk: RiskState;
  readonly operatorHalt: boolean;
  readonly manual: boolean;
}

export interface SystemModeAnswer {
  readonly mode: SystemMode;
  /** Every rule that stands against entries, not only the strongest. */
  readonly reasons: ReadonlyArray<Answer>;
}

/** The strongest that applies: halted by the operator, flattening, any other reason against entries, none. */
export const systemMode = ({ risk, ...switches }: SystemModeFacts, limits: Limits): SystemModeAnswer => {
  const facts: ModeFacts = { ...factsOfRiskState(risk), ...switches, flatten: risk.closing.flatten };
  const stands = (rule: TradingRule<ModeFacts>): boolean => blocks(rule.check(facts, limits));
  const reasons = judge(askAll(modeRules, facts, limits)).blockedBy;
  if (stands(notHalted)) return { mode: 'Halted', reasons };
  if (stands(nothingToFlatten)) return { mode: 'ReduceOnly', reasons };
  return { mode: reasons.length > 0 ? 'NoEntries' : 'Normal', reasons };
};

interface ModeFacts extends RiskStateFacts {
  readonly operatorHalt: boolean;
  readonly manual: boolean;
  readonly flatten: Flattening | null;
}

const notHalted = defineRule({
  id: 'mode.notHalted',
  statement: 'No operator has halted the system',
  source: 'D§5.22',
  parameters: [],
  check: ({ operatorHalt }: ModeFacts) =>
    mustHold(!operatorHalt, operatorHalt ? 'halted' : 'not halted', 'not halted'),
});

const notManual = defineRule({
  id: 'mode.notManual',
  statement: 'Manual mode, which only suggests, is off',
  source: 'R§2.9; D§5.22',
  parameters: [],
  check: ({ manual }: ModeFacts) => mustHold(!manual, manual ? 'on' : 'off', 'off'),
});

const nothingToFlatten = defineRule({
  id: 'mode.nothingToFlatten',
  statement: 'No protection is buying short premium back',
  source: 'R§2.2; D§5.3, D§5.5',
  parameters: [],
  check: ({ flatten }: ModeFacts) =>
    mustHold(
      flatten === null,
      flatten === null ? 'nothing' : `${flatten.causes.join(', ')} since ${formatTime(flatten.since)}`,
      'nothing to flatten',
    ),
});

/** What stops entries everywhere, whatever is proposed. */
export const modeRules: ReadonlyArray<TradingRule<ModeFacts>> = [
  notHalted,
  notManual,
  nothingToFlatten,
  breakersNotTripped,
  vixNotPanic,
  drawdownAllowsEntries,
  dayLossBelowLimit,
  weekLossBelowLimit,
  monthLossBelowLimit,
];
