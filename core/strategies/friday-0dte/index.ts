import { transition } from '../../machine/index.js';
import { closingFor, creditHolding, opened, type Holding } from '../holding.js';
import type { Strategy } from '../strategy.js';
import * as entry from './entry.js';
import { exits } from './exits.js';
import { scanner } from './machine.js';
import { draft, watch } from './strikes.js';

/** Friday 0DTE: an iron condor on the S&P 500 sold at 10:30 on a volatile Friday, flat by 15:35. */
export const friday0dte: Strategy = {
  id: 'friday-0dte',
  title: 'Friday 0DTE',
  priority: 'high',
  eventClock: 'minutes',
  decides: 'timer',
  hours: entry.hours,
  workUntil: entry.workUntil,
  reviews: entry.reviews,
  watch,
  draft,
  entry: {
    window: entry.window,
    runway: entry.runway,
    events: entry.events,
    vix: entry.vix,
    phase: entry.phase,
    positions: entry.positions,
    marketFilter: entry.marketFilter,
  },
  proposal: {
    structure: entry.structure,
    daysToExpiration: entry.daysToExpiration,
    credit: entry.credit,
  },
  exits,
  scan: (state, event) => transition(scanner, state, event),
  opened,
  hold: (state, event) => transition(creditHolding, state as Holding, event),
  closingFor,
};
