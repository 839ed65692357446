import { known, mustBeAtLeast } from '../rule/index.js';
import { defineRule, type TradingRule } from '../rule-set/index.js';
import { dollarsOf, type Cents } from '../units/index.js';
import { answeredBy, answeredByStrategy, type Check } from './check.js';
import { strictestOf } from './check.js';
import { mustHold } from '../rule/index.js';
import type { Phase } from '../portfolio/index.js';

const accountPhase = defineRule({
  id: 'acct.phase',
  statement:
    'The account is in phase 1 or higher: from {phase1.equity} at the previous close, kept down to {phase1.keepEquity} once reached',
  source: 'R§3.2 #23; D§5.1, D§5.18',
  parameters: ['phase1.equity', 'phase1.keepEquity'],
  check: ({ phase, equity }: { readonly phase: Phase; readonly equity: Cents }, limits) =>
    strictestOf([
      mustHold(phase >= 1, `phase ${phase}`, 'phase 1 to 4'),
      mustBeAtLeast(known(dollarsOf(equity)), limits['phase1.keepEquity'], 'USD'),
    ]),
});

/** The rule behind check 23, for the catalogue. */
export const accountRules: ReadonlyArray<TradingRule<never>> = [accountPhase];

/** Checks 23, 24 and 26; 25 is a rule of risk. */
export const accountChecks: ReadonlyArray<Check> = [
  answeredBy(23, accountPhase, ({ entry }) => entry),
  answeredByStrategy(
    24,
    'acct.strategyAllowed',
    'The strategy is allowed in this phase',
    ({ strategy }) => strategy.entry.phase,
    ({ entry }) => entry,
  ),
  answeredByStrategy(
    26,
    'acct.strategyPositions',
    'The strategy has fewer positions, open and working, than it may hold',
    ({ strategy }) => strategy.entry.positions,
    ({ entry }) => entry,
  ),
];
