import { weekday, type Session } from '../../calendar/index.js';
import { macroEvents } from '../../market/index.js';
import {
  known,
  mustBeAbove,
  mustBeAtLeast,
  mustBeAtMost,
  mustBeBelow,
  mustHold,
  notApplicable,
  type Reading,
} from '../../rule/index.js';
import { defineRule, type Limits } from '../../rule-set/index.js';
import { formatSecond, type ExchangeTime } from '../../units/index.js';
import type { Phase, Proposal } from '../../portfolio/index.js';
import type { Hours, Review } from '../strategy.js';

/** Fridays only; the decision is the last moment of the window (§2 #1). */
export const hours = ({ date }: Session, limits: Limits): Hours | null =>
  weekday(date) === 'friday'
    ? { from: limits['friday0dte.windowStart'], to: limits['friday0dte.decisionTime'] }
    : null;

/** When closing must start: 15:30, or 30 minutes before an early close. */
export const exitTime = (
  session: Session,
  limits: Pick<Limits, 'friday0dte.exitTime' | 'friday0dte.earlyExit'>,
): number =>
  session.earlyClose ? session.close - limits['friday0dte.earlyExit'] * 60 : limits['friday0dte.exitTime'];

/** When the position must be flat: as long after the forced exit as on a full day. */
const flatBy = (session: Session, limits: Limits): number =>
  exitTime(session, limits) + limits['friday0dte.flatBy'] - limits['friday0dte.exitTime'];

/** The forced exit, and the moment the position must be gone. */
export const reviews = (session: Session, limits: Limits): ReadonlyArray<Review> => [
  { second: exitTime(session, limits), mustBeFlat: false },
  { second: flatBy(session, limits), mustBeFlat: true },
];

/** The order may work until 10:32 (D§5.10). */
export const workUntil = (_: number, limits: Limits): number => limits['friday0dte.workUntil'];

interface Moment {
  readonly at: ExchangeTime;
  readonly session: Session;
}

export const window = defineRule({
  id: 'friday-0dte.window',
  statement:
    'The decision is made on a Friday at {friday0dte.decisionTime}, the end of the window from {friday0dte.windowStart}',
  source: '[seed] 0DTE entry; §2 #1; D§5.10',
  parameters: ['friday0dte.windowStart', 'friday0dte.decisionTime'],
  check: ({ at }: Moment, limits) =>
    mustHold(
      weekday(at.date) === 'friday' &&
        at.second >= limits['friday0dte.windowStart'] &&
        at.second === limits['friday0dte.decisionTime'],
      `${weekday(at.date)} ${formatSecond(at.second)}`,
      `friday ${formatSecond(limits['friday0dte.decisionTime'])}`,
    ),
});

export const runway = defineRule({
  id: 'friday-0dte.runway',
  statement:
    'At least {friday0dte.runway} remain before the forced exit at {friday0dte.exitTime}, or {friday0dte.earlyExit} before an early close',
  source: 'R§3.2 check 13; D§1 Times, D§5.10',
  parameters: ['friday0dte.runway', 'friday0dte.exitTime', 'friday0dte.earlyExit'],
  check: ({ at, session }: Moment, limits) =>
    mustBeAtLeast(
      known((exitTime(session, limits) - at.second) / 60),
      limits['friday0dte.runway'],
      'minutes',
    ),
});

export const events = macroEvents;

export const vix = defineRule({
  id: 'friday-0dte.vix',
  statement: 'VIX is above {friday0dte.vixAbove}; the bound itself rejects',
  source: '[seed] STRATEGY_VIX_REQUIREMENTS; §2 #3, #11; D§1',
  parameters: ['friday0dte.vixAbove'],
  check: ({ vix: level }: { readonly vix: Reading<number> }, limits) =>
    mustBeAbove(level, limits['friday0dte.vixAbove'], 'vol points'),
});

export const phase = defineRule({
  id: 'friday-0dte.phase',
  statement: 'The account is in phase 1 or higher',
  source: '[seed] account phases; D§5.1',
  parameters: [],
  check: ({ phase: current }: { readonly phase: Phase }) =>
    mustHold(current >= 1, `phase ${current}`, 'phase 1 to 4'),
});

export const positions = defineRule({
  id: 'friday-0dte.positions',
  statement: 'No other 0DTE position is open or working; one decision a week',
  source: '§1.1 state graph; D§5.10',
  parameters: [],
  check: ({ ownPositions }: { readonly ownPositions: number }) =>
    mustBeAtMost(known(ownPositions), 0, 'positions'),
});

export const marketFilter = defineRule({
  id: 'friday-0dte.market-filter',
  statement: 'Friday 0DTE asks for no trend and no IV rank',
  source: '[seed] names none; §1.1',
  parameters: [],
  check: () => notApplicable('the strategy has no market filter'),
});

export const structure = defineRule({
  id: 'friday-0dte.structure',
  statement:
    'Four legs of one expiry: long put below short put below the underlying below short call below long call, wings of at least {friday0dte.wing}',
  source: '§3.5; R§6.1 structure checks; D§2',
  parameters: ['friday0dte.wing'],
  check: ({ proposal }: { readonly proposal: Proposal }, limits) => {
    const strikes = proposal.legs.map(({ contract }) => contract.strike);
    const [longPut = NaN, shortPut = NaN, shortCall = NaN, longCall = NaN] = strikes;
    const shape = proposal.legs.map(({ contract, ratio }) => `${ratio}${contract.right}`).join(' ');
    const ordered =
      longPut <= shortPut - limits['friday0dte.wing'] &&
      shortPut < proposal.underlyingPrice &&
      proposal.underlyingPrice < shortCall &&
      shortCall <= longCall - limits['friday0dte.wing'];
    const oneExpiry = proposal.legs.every(
      ({ contract: { root, expiry, settles } }) =>
        root === proposal.root && expiry === proposal.expiry && settles === 'pm',
    );
    return mustHold(
      ordered && oneExpiry && shape === '1put -1put -1call 1call',
      `${shape} at ${strikes.join(' ')} around ${proposal.underlyingPrice.toFixed(2)}`,
      'an iron condor around the money, one PM expiry',
    );
  },
});

export const daysToExpiration = defineRule({
  id: 'friday-0dte.days-to-expiration',
  statement: 'The options expire today',
  source: '[seed] weekly expiration, same day; D§2',
  parameters: [],
  check: ({ proposal }: { readonly proposal: Proposal }) =>
    mustHold(proposal.expiry === proposal.at.date, proposal.expiry, proposal.at.date),
});

export const credit = defineRule({
  id: 'friday-0dte.credit',
  statement: 'The condor is sold for a credit of at most {credit.riskShare} of what it can lose',
  source: 'R§3.2 check 31; D§5.18',
  parameters: ['credit.riskShare'],
  check: ({ proposal }: { readonly proposal: Proposal }, limits) => {
    const { mid } = proposal.market;
    if (mid <= 0) return mustBeAbove(known(mid), 0, 'points');
    // As much as the wing is wide, or more, could lose nothing: the price is wrong.
    if (mid >= proposal.width) return mustBeBelow(known(mid), proposal.width, 'points');
    return mustBeAtMost(known(mid / (proposal.width - mid)), limits['credit.riskShare'], 'fraction');
  },
});
