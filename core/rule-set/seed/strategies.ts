import { choice, locked, open } from '../parameter.js';

const vixBounds = '[seed] STRATEGY_VIX_REQUIREMENTS; §2 #11; D§1';
const times = '[seed] CRITICAL_TIMES; D§1, D§5.10';
const condor = '§3.5 strikes by ATR; D§2';
const events = '§4 event windows; D§5.9';
const shared = '[seed] profit targets and stops; §1.0; D§1';

/** Friday 0DTE and LT112, and the exits all short premium shares. Times of day in seconds since midnight. */
export const strategies = {
  'exit.profitTarget': open(0.5, 'fraction', shared, 'lower'),
  'exit.stopMultiple': open(3, 'multiple', shared, 'lower'),
  'exit.daysToExpiration': locked(21, 'days', '[seed] 21 DTE defensive exit; D§1', 'higher'),
  'entry.notBefore': open(35_100, 'time of day', '§4: not in the first 15 minutes; D§1', 'higher'),
  'entry.notAfter': open(50_400, 'time of day', '§4: no new entries after 14:00; D§1', 'lower'),

  'event.fomcBefore': open(1, 'days', events, 'higher'),
  'event.fomcAfter': open(1, 'days', events, 'higher'),
  'event.cpiBefore': open(1, 'days', events, 'higher'),
  'event.nfpBefore': open(1, 'days', events, 'higher'),
  'event.gdpBefore': open(1, 'days', events, 'higher'),
  'event.gdpTime': open(30_600, 'time of day', 'D§5.16: GDP is released at 08:30'),
  'event.opexBefore': open(2, 'days', events, 'higher'),

  'friday0dte.vixAbove': locked(22, 'vol points', vixBounds, 'higher'),
  'friday0dte.windowStart': locked(35_100, 'time of day', times, 'higher'),
  'friday0dte.decisionTime': locked(37_800, 'time of day', times),
  'friday0dte.workUntil': open(37_920, 'time of day', 'D§5.10', 'lower'),
  'friday0dte.exitTime': locked(55_800, 'time of day', times, 'lower'),
  'friday0dte.flatBy': open(56_100, 'time of day', 'D§2: flat by 15:35 else CRITICAL', 'lower'),
  'friday0dte.earlyExit': locked(30, 'minutes', 'D§1, D§5.10: early close, 30 minutes before it', 'higher'),
  'friday0dte.runway': locked(120, 'minutes', 'D§1: no entry with less than 2 h left', 'higher'),
  'friday0dte.eventDistance': open(120, 'minutes', '§4: no major release within 2 h; D§1', 'higher'),
  'friday0dte.fullSizeEquity': locked(40_000, 'USD', '[seed] ES above $40k, MES below; §2 #1.1', 'higher'),
  // `broken-wing` and `auto` become choices with the generator that builds them; until then they are refused.
  'friday0dte.structure': choice('iron-condor', ['iron-condor'], '§2 #6; D§2'),
  'friday0dte.atrMultiple': open(0.7, 'multiple', condor),
  'friday0dte.atrSessions': open(14, 'sessions', condor),
  'friday0dte.minimumDistance': open(10, 'points', condor, 'higher'),
  'friday0dte.strikeRounding': open(5, 'points', condor),
  'friday0dte.wing': open(30, 'points', condor),
  'friday0dte.wideWing': open(50, 'points', condor),

  'lt112.daysToExpiration': open(112, 'days', '[seed] LT112; D§2'),
  'lt112.daysTolerance': open(10, 'days', '§1.2; D§2', 'lower'),
  'lt112.strikeRatio': open(0.9, 'fraction', '[seed] short put 10% OTM; D§2'),
  'lt112.width': open(5, 'points', '[seed] $5 wide; D§2'),
  'lt112.minimumCredit': open(0.2, 'fraction', '[seed] minimum credit 20% of width; D§2', 'higher'),
  'lt112.vixAbove': locked(12, 'vol points', vixBounds, 'higher'),
  'lt112.vixBelow': locked(35, 'vol points', vixBounds, 'lower'),
  'lt112.fastAverage': open(8, 'sessions', '[seed] 8 EMA > 21 EMA; D§2'),
  'lt112.slowAverage': open(21, 'sessions', '[seed] 8 EMA > 21 EMA; D§2'),
  'phase1.lt112': open(0, 'positions', '[seed] LT112 phase limits; D§2', 'lower'),
  'phase2.lt112': open(2, 'positions', '[seed] LT112 phase limits; D§2', 'lower'),
  'phase3.lt112': open(3, 'positions', '[seed] LT112 phase limits; D§2', 'lower'),
  'phase4.lt112': open(3, 'positions', '[seed] LT112 phase limits; §2 #16', 'lower'),
} as const;
