import { isLeft } from 'fp-ts/lib/Either.js';
import { entryPrice, exitPrice, pricedLegs } from '../execution/index.js';
import type { MarketSnapshot } from '../market/index.js';
import type { EngineContext } from './context.js';
import type { EngineEvent } from './event.js';
import { quoteIn } from './exposure.js';
import { stepOrderById } from './order-stage.js';
import { freshQuote } from './place-close.js';
import { alert, issue, type Progress } from './progress.js';
import type { LiveOrder } from './state.js';

type TimerFired = Extract<EngineEvent, { readonly _tag: 'TimerFired' }>;

/** Timers of orders and of the session. `Decide` and `Review` need nothing here: entries and exits follow. */
export const timerFired = (
  context: EngineContext,
  progress: Progress,
  { at, timer, market }: TimerFired,
): Progress => {
  switch (timer._tag) {
    case 'Decide':
      return progress;
    case 'Review':
      return timer.mustBeFlat ? flatChecked(progress, timer.position) : progress;
    case 'Persist':
      return issue(progress, { _tag: 'PersistAndReconcile', at });
    case 'Timeout':
      return liveOrder(progress, timer.order) === undefined
        ? progress
        : stepOrderById(context, progress, timer.order, { _tag: 'TimedOut' }, at);
    case 'Ladder':
      return nextStep(context, progress, timer.order, timer.step, market);
  }
};

const liveOrder = (progress: Progress, id: string): LiveOrder | undefined =>
  progress.state.orders.find(({ state }) => state.order.id === id);

/** The moment by which the position had to be gone (D§2: flat by 15:35 else CRITICAL). */
const flatChecked = (progress: Progress, id: string): Progress =>
  progress.state.positions.some(({ position }) => position.id === id)
    ? alert(progress, 'critical', `${id} should be flat and is not`)
    : progress;

/** A step is due: without quotes the order keeps its price. */
const nextStep = (
  context: EngineContext,
  progress: Progress,
  id: string,
  step: number,
  market: MarketSnapshot,
): Progress => {
  const live = liveOrder(progress, id);
  if (live === undefined || live.state.order.step >= step) return progress;
  const limit = stepPrice(context, live, step, market);
  return limit === null
    ? progress
    : stepOrderById(context, progress, id, { _tag: 'StepElapsed', limit }, market.at);
};

const stepPrice = (
  { limits }: EngineContext,
  { state: { order }, proposal }: LiveOrder,
  step: number,
  market: MarketSnapshot,
): number | null => {
  const combo = freshQuote(order.legs, market);
  const legs = pricedLegs(order.legs, quoteIn(market));
  if (combo === null || isLeft(legs)) return null;
  const price =
    order.purpose === 'open'
      ? entryPrice(step, combo, legs.right, proposal?.minimumCredit ?? 0, limits)
      : exitPrice(step, combo, legs.right, limits);
  return isLeft(price) ? null : price.right;
};
