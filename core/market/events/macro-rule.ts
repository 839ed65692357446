import { notApplicable } from '../../rule/index.js';
import { defineRule } from '../../rule-set/index.js';
import type { EventFacts } from './coverage.js';
import { dayWindows } from './day-windows.js';
import { releaseDistance } from './release-distance.js';

/**
 * Which form of the rule a proposal falls under (D§5.9): 0DTE by the minutes, new LT112, strangle and IPMCC
 * pairs by the day, everything else exempt.
 */
export type EventClock = 'minutes' | 'days' | 'exempt';

export interface MacroFacts extends EventFacts {
  readonly clock: EventClock;
}

/** Check 14. */
export const macroEvents = defineRule({
  id: 'event.macro',
  statement:
    '0DTE: no FOMC, CPI, NFP or GDP release within {friday0dte.eventDistance} of the entry (GDP without a time is ' +
    'at {event.gdpTime}). New multi-week positions: no FOMC decision from {event.fomcBefore} ahead to ' +
    '{event.fomcAfter} past, no CPI within {event.cpiBefore} ahead, NFP within {event.nfpBefore} or GDP within ' +
    '{event.gdpBefore}; a monthly expiration within {event.opexBefore} ahead warns',
  source: 'R§3.2 check 14; §4; D§1 Events, D§5.2, D§5.9, D§5.16',
  parameters: [
    'friday0dte.eventDistance',
    'event.gdpTime',
    'event.fomcBefore',
    'event.fomcAfter',
    'event.cpiBefore',
    'event.nfpBefore',
    'event.gdpBefore',
    'event.opexBefore',
  ],
  check: (facts: MacroFacts, limits) => {
    switch (facts.clock) {
      case 'minutes':
        return releaseDistance(facts, limits);
      case 'days':
        return dayWindows(facts, limits);
      case 'exempt':
        return notApplicable('rolls, weekly sales on a LEAP and the ladder are exempt (D§5.9)');
    }
  },
});
