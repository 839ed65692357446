import { isLeft } from 'fp-ts/lib/Either.js';
import { entryPrice, pricedLegs, workingOrder, type WorkingOrder } from '../execution/index.js';
import type { SizingFacts } from '../sizing/index.js';
import type { Candidate } from './candidate.js';
import type { EngineContext } from './context.js';
import { quoteIn } from './exposure.js';
import { nextAttempt } from './place-order.js';
import type { AppState } from './state.js';

/**
 * The order a candidate would send: the sized quantity at the first price of the ladder. What cannot be sized
 * or priced gives quantity 0 or a price that is not a number, and check 47 refuses both.
 */
export const entryOrder = (
  { limits }: EngineContext,
  { system }: AppState,
  { strategy, proposal, market }: Candidate,
  sizing: SizingFacts['sizing'],
): WorkingOrder => {
  const { at } = market;
  const legs = pricedLegs(proposal.legs, quoteIn(market));
  const price = isLeft(legs)
    ? null
    : entryPrice(1, proposal.market, legs.right, proposal.minimumCredit, limits);
  const position = `${strategy.id} ${at.date}`;
  const identity = { strategy: strategy.id, position, date: at.date, purpose: 'open' } as const;
  return workingOrder(
    { ...identity, attempt: nextAttempt(system.usedKeys, identity) },
    {
      root: proposal.root,
      legs: proposal.legs,
      quantity: isLeft(sizing) ? 0 : sizing.right.contracts,
      limit: price === null || isLeft(price) ? Number.NaN : price.right,
      placedAt: at,
      workUntil: { date: at.date, second: strategy.workUntil(at.second, limits) },
      reason: 'entry',
    },
  );
};
