import type { Session } from '../../calendar/index.js';
import { profitTarget, stopLoss, type ExitRule } from '../../portfolio/index.js';
import { known, mustBeAtLeast } from '../../rule/index.js';
import { defineRule } from '../../rule-set/index.js';
import type { ExchangeTime } from '../../units/index.js';
import type { ExitFacts } from '../strategy.js';
import { exitTime } from './entry.js';

/** Closing starts at 15:30 whatever the P&L ([seed] MANDATORY), at natural prices (D§2). */
const mandatoryTime = defineRule({
  id: 'friday-0dte.exit-time',
  statement:
    'Close from {friday0dte.exitTime} on, or from {friday0dte.earlyExit} before an early close, whatever the profit or loss',
  source: '[seed] 0DTE_EXIT_TIME; §2 #2; D§1 Times',
  parameters: ['friday0dte.exitTime', 'friday0dte.earlyExit'],
  check: ({ at, session }: { readonly at: ExchangeTime; readonly session: Session }, limits) =>
    mustBeAtLeast(known(at.second), exitTime(session, limits), 'time of day'),
});

export const exits: ReadonlyArray<ExitRule<ExitFacts>> = [
  { reason: 'time', rule: mandatoryTime },
  stopLoss,
  profitTarget,
];
