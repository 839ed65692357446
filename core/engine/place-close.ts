import { isLeft } from 'fp-ts/lib/Either.js';
import {
  exitPrice,
  intrinsicCost,
  journalled,
  mandatoryExitPrice,
  maximumValue,
  pricedLegs,
  workingOrder,
} from '../execution/index.js';
import { comboTick, instruments, readUnderlying, type MarketSnapshot } from '../market/index.js';
import { comboQuote, type ComboQuote, type ExitReason, type Leg } from '../portfolio/index.js';
import { noCents } from '../units/index.js';
import type { EngineContext } from './context.js';
import { quoteIn } from './exposure.js';
import { ladderTimers, later, nextAttempt, orderPlaced, timeoutTimer } from './place-order.js';
import { alert, type Progress } from './progress.js';
import type { HeldPosition } from './state.js';

/**
 * Orders the close of a whole position. Time and emergency exits go to natural at once and are re-issued every
 * minute, with or without quotes; stop and profit exits walk the ladder first (R§6.2, D§5.6).
 */
export const placeClose = (
  context: EngineContext,
  progress: Progress,
  held: HeldPosition,
  reason: ExitReason,
  market: MarketSnapshot,
): Progress => {
  const { limits } = context;
  const { at } = market;
  const { position, failedCloses } = held;
  const mandatory = reason === 'time' || reason === 'emergency';
  const patient = !mandatory && failedCloses === 0;
  const limit = patient
    ? ladderLimit(context, held, market)
    : mandatoryLimit(context, held, market, reason === 'stop' ? 1 : failedCloses + 1);
  if (limit === null) return alert(progress, 'critical', `${position.id}: no price to close at is known`);
  const identity = {
    strategy: position.strategy,
    position: position.id,
    date: at.date,
    purpose: 'close',
  } as const;
  const order = workingOrder(
    { ...identity, attempt: nextAttempt(progress.state.system.usedKeys, identity) },
    {
      root: position.root,
      legs: position.legs,
      quantity: position.quantity,
      limit,
      placedAt: at,
      workUntil: later(at, limits[patient ? 'order.timeout' : 'order.reissueSeconds']),
      reason,
    },
  );
  const live = {
    state: journalled(order),
    proposal: null,
    buyingPower: noCents,
    vix: progress.state.system.vix ?? position.entry.vix,
  };
  const timers = [...(patient ? ladderTimers(order, limits) : []), timeoutTimer(order)];
  return orderPlaced(progress, live, null, timers);
};

/** The quote of a structure in a snapshot; null when a leg has none. */
export const freshQuote = (legs: ReadonlyArray<Leg>, market: MarketSnapshot): ComboQuote | null => {
  const quote = comboQuote(legs, quoteIn(market));
  return isLeft(quote) ? null : quote.right;
};

/** Without quotes an ordinary exit waits at the last valid natural price. */
const ladderLimit = (context: EngineContext, held: HeldPosition, market: MarketSnapshot): number | null => {
  const { legs } = held.position;
  const fresh = freshQuote(legs, market);
  const priced = pricedLegs(legs, quoteIn(market));
  if (fresh === null || isLeft(priced)) return mandatoryLimit(context, held, market, 1);
  const price = exitPrice(1, fresh, priced.right, context.limits);
  return isLeft(price) ? null : price.right;
};

const mandatoryLimit = (
  { limits }: EngineContext,
  { position, lastQuote }: HeldPosition,
  market: MarketSnapshot,
  attempt: number,
): number | null => {
  const underlying = readUnderlying(market, position.root, limits);
  const price = mandatoryExitPrice(attempt, {
    fresh: freshQuote(position.legs, market),
    lastValid: lastQuote,
    intrinsic: isLeft(underlying) ? null : intrinsicCost(position.legs, underlying.right),
    maximumValue: maximumValue(position.legs),
    tick: comboTick(instruments[position.root]),
  });
  return isLeft(price) ? null : price.right.limit;
};
