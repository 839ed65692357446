import { daysToExpiration } from '../../calendar/index.js';
import { profitTarget, stopLoss, type ExitRule } from '../../portfolio/index.js';
import { known, mustBeAtMost } from '../../rule/index.js';
import { defineRule } from '../../rule-set/index.js';
import type { CalendarDate, ExchangeTime } from '../../units/index.js';
import type { ExitFacts } from '../strategy.js';

/** "This rule has saved countless accounts": no grace, no override, whatever the P&L ([seed]). */
const defensiveExit = defineRule({
  id: 'exit.days-to-expiration',
  statement: 'Close at {exit.daysToExpiration} to expiration or less, whatever the profit or loss',
  source: '[seed] 21 DTE defensive exit, MANDATORY; D§1',
  parameters: ['exit.daysToExpiration'],
  check: ({ at, expiry }: { readonly at: ExchangeTime; readonly expiry: CalendarDate }, limits) =>
    mustBeAtMost(known(daysToExpiration(at.date, expiry)), limits['exit.daysToExpiration'], 'days'),
});

export const exits: ReadonlyArray<ExitRule<ExitFacts>> = [
  { reason: 'time', rule: defensiveExit },
  stopLoss,
  profitTarget,
];
