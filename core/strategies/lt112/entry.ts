import { isLeft } from 'fp-ts/lib/Either.js';
import { daysToExpiration as daysTo, type Session } from '../../calendar/index.js';
import { macroEvents } from '../../market/index.js';
import type { Phase, Proposal } from '../../portfolio/index.js';
import {
  fail,
  known,
  measured,
  mustBeAbove,
  mustBeAtLeast,
  mustBeAtMost,
  mustBeBelow,
  mustHold,
  notApplicable,
  pass,
  unknown,
  type Reading,
} from '../../rule/index.js';
import { defineRule, type Limits } from '../../rule-set/index.js';
import type { ExchangeTime } from '../../units/index.js';
import type { Hours, Review } from '../strategy.js';

/** Every session, not in the first 15 minutes and not after 14:00 (D§1 Times); no preferred day (D§2). */
export const hours = (session: Session, limits: Limits): Hours => ({
  from: limits['entry.notBefore'],
  to: Math.min(limits['entry.notAfter'], session.close),
});

/** No hour of the day is special to a position held for months. */
export const reviews = (): ReadonlyArray<Review> => [];

export const workUntil = (second: number, limits: Limits): number => second + limits['order.timeout'];

export const window = defineRule({
  id: 'lt112.window',
  statement: 'The entry is made between {entry.notBefore} and {entry.notAfter}',
  source: '§4: not in the first 15 minutes, no new entries after 14:00; D§1 Times',
  parameters: ['entry.notBefore', 'entry.notAfter'],
  check: ({ at }: { readonly at: ExchangeTime }, limits) =>
    at.second < limits['entry.notBefore']
      ? mustBeAtLeast(known(at.second), limits['entry.notBefore'], 'time of day')
      : mustBeAtMost(known(at.second), limits['entry.notAfter'], 'time of day'),
});

export const runway = defineRule({
  id: 'lt112.runway',
  statement: 'No forced exit stands on the day of entry',
  source: '§1.2; D§1',
  parameters: [],
  check: () => notApplicable('the forced exit is at 21 DTE, months away'),
});

export const events = macroEvents;

export const vix = defineRule({
  id: 'lt112.vix',
  statement: 'VIX is above {lt112.vixAbove} and below {lt112.vixBelow}; both bounds reject',
  source: '[seed] STRATEGY_VIX_REQUIREMENTS; §2 #11; D§1',
  parameters: ['lt112.vixAbove', 'lt112.vixBelow'],
  check: ({ vix: level }: { readonly vix: Reading<number> }, limits) => {
    const aboveLow = mustBeAbove(level, limits['lt112.vixAbove'], 'vol points');
    return aboveLow._tag === 'Pass' ? mustBeBelow(level, limits['lt112.vixBelow'], 'vol points') : aboveLow;
  },
});

export const phase = defineRule({
  id: 'lt112.phase',
  statement:
    'The phase allows LT112 at all: {phase1.lt112#}, {phase2.lt112#}, {phase3.lt112#}, {phase4.lt112#} positions in phases 1 to 4',
  source: '[seed] LT112 phase limits; D§2',
  parameters: ['phase1.lt112', 'phase2.lt112', 'phase3.lt112', 'phase4.lt112'],
  check: ({ phase: current }: { readonly phase: Phase }, limits) =>
    mustBeAbove(known(positionsAllowed(current, limits)), 0, 'positions'),
});

export const positions = defineRule({
  id: 'lt112.positions',
  statement:
    'Fewer LT112 positions are open or working than the phase allows: {phase1.lt112#}, {phase2.lt112#}, {phase3.lt112#}, {phase4.lt112#}',
  source: '[seed] LT112 phase limits; §2 #16; D§2',
  parameters: ['phase1.lt112', 'phase2.lt112', 'phase3.lt112', 'phase4.lt112'],
  check: (
    { phase: current, ownPositions }: { readonly phase: Phase; readonly ownPositions: number },
    limits,
  ) => mustBeBelow(known(ownPositions), positionsAllowed(current, limits), 'positions'),
});

export const marketFilter = defineRule({
  id: 'lt112.trend',
  statement: 'The EMA of {lt112.fastAverage#} daily closes is above the EMA of {lt112.slowAverage#}',
  source: '[seed] 8 EMA > 21 EMA; §1.2; D§2',
  parameters: ['lt112.fastAverage', 'lt112.slowAverage'],
  check: ({
    fastAverage,
    slowAverage,
  }: {
    readonly fastAverage: Reading<number>;
    readonly slowAverage: Reading<number>;
  }) => {
    const gaps = [fastAverage, slowAverage].flatMap((each) => (isLeft(each) ? [each.left] : []));
    if (isLeft(fastAverage) || isLeft(slowAverage)) return unknown(...gaps);
    return mustBeAbove(fastAverage, slowAverage.right, 'points');
  },
});

export const structure = defineRule({
  id: 'lt112.structure',
  statement: 'Two puts of one expiry: a short one below the underlying, a long one {lt112.width} lower',
  source: '[seed] LT112 strike selection; D§2',
  parameters: ['lt112.width'],
  check: ({ proposal }: { readonly proposal: Proposal }, limits) => {
    const [long, short] = proposal.legs;
    const shape = proposal.legs
      .map(({ contract, ratio }) => `${ratio} ${contract.right} ${contract.strike}`)
      .join(', ');
    const holds =
      proposal.legs.length === 2 &&
      proposal.legs.every(
        ({ contract: { root, right, expiry } }) =>
          root === proposal.root && right === 'put' && expiry === proposal.expiry,
      ) &&
      long?.ratio === 1 &&
      short?.ratio === -1 &&
      short.contract.strike - long.contract.strike === limits['lt112.width'] &&
      short.contract.strike < proposal.underlyingPrice;
    return mustHold(holds, shape, `1 put and −1 put ${limits['lt112.width']} above it, below the money`);
  },
});

export const daysToExpiration = defineRule({
  id: 'lt112.days-to-expiration',
  statement: 'The expiry is {lt112.daysToExpiration} away, give or take {lt112.daysTolerance}',
  source: '[seed] 112 DTE; §1.2; D§2',
  parameters: ['lt112.daysToExpiration', 'lt112.daysTolerance'],
  check: ({ proposal }: { readonly proposal: Proposal }, limits) => {
    const days = daysTo(proposal.at.date, proposal.expiry);
    const target = limits['lt112.daysToExpiration'];
    const tolerance = limits['lt112.daysTolerance'];
    return days < target
      ? mustBeAtLeast(known(days), target - tolerance, 'days')
      : mustBeAtMost(known(days), target + tolerance, 'days');
  },
});

export const credit = defineRule({
  id: 'lt112.credit',
  statement:
    'The credit is at least {lt112.minimumCredit} of the width, and at most {credit.riskShare} of what the spread can lose',
  source: '[seed] minimum credit 20% of spread width; R§3.2 check 31; D§2',
  parameters: ['lt112.minimumCredit', 'credit.riskShare'],
  check: ({ proposal }: { readonly proposal: Proposal }, limits) => {
    const { width, market } = proposal;
    const share = Math.round((market.mid / width) * 1_000_000) / 1_000_000;
    const ofRisk = market.mid / (width - market.mid);
    const enough = measured(share, 'at least', limits['lt112.minimumCredit'], 'fraction');
    if (share < limits['lt112.minimumCredit']) return fail(enough);
    // As much as the spread is wide, or more, could lose nothing: the price is wrong.
    if (market.mid >= width) return fail(measured(market.mid, 'below', width, 'points'));
    return ofRisk <= limits['credit.riskShare']
      ? pass(enough)
      : fail(measured(ofRisk, 'at most', limits['credit.riskShare'], 'fraction'));
  },
});

const positionsAllowed = (
  current: Phase,
  limits: Pick<Limits, 'phase1.lt112' | 'phase2.lt112' | 'phase3.lt112' | 'phase4.lt112'>,
): number => (current === 0 ? 0 : limits[`phase${current}.lt112`]);
