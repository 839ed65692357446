import { transition } from '../../machine/index.js';
import { closingFor, creditHolding, opened, type Holding } from '../holding.js';
import type { Strategy } from '../strategy.js';
import * as entry from './entry.js';
import { exits } from './exits.js';
import { scanner } from './machine.js';
import { draft, watch } from './strikes.js';

/** LT112: a put spread on SPY, 10% out of the money, sold 112 days before expiry and closed at 21. */
export const lt112: Strategy = {
  id: 'lt112',
  title: 'LT112',
  priority: 'medium',
  eventClock: 'days',
  decides: 'event',
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
