import { ladderSteps, orderKey, stepDue, type OrderIdentity, type WorkingOrder } from '../execution/index.js';
import type { Limits } from '../rule-set/index.js';
import type { ExchangeTime } from '../units/index.js';
import type { Command } from './command.js';
import { issue, withState, type Progress } from './progress.js';
import type { LiveOrder } from './state.js';

/** A new order enters the book in its first state: made durable before it is sent, and watched by timers. */
export const orderPlaced = (
  progress: Progress,
  live: LiveOrder,
  approval: string | null,
  timers: ReadonlyArray<Command>,
): Progress =>
  issue(
    withState(progress, {
      orders: [...progress.state.orders, live],
      system: {
        ...progress.state.system,
        usedKeys: [...progress.state.system.usedKeys, live.state.order.id],
      },
    }),
    { _tag: 'JournalOrder', order: live.state.order, approval },
    ...timers,
  );

/** Counts attempts from 1 within position, date and purpose: the keys used today tell. */
export const nextAttempt = (
  usedKeys: ReadonlyArray<string>,
  identity: Omit<OrderIdentity, 'attempt'>,
): number => {
  const used = (attempt: number): boolean => usedKeys.includes(orderKey({ ...identity, attempt }));
  const first = usedKeys.findIndex((_, index) => !used(index + 1));
  return first === -1 ? usedKeys.length + 1 : first + 1;
};

/** The order's time is over at `workUntil`. */
export const timeoutTimer = (order: WorkingOrder): Command => ({
  _tag: 'SetTimer',
  at: order.workUntil,
  timer: { _tag: 'Timeout', order: order.id },
});

/** The moments at which the next steps of the ladder are due. */
export const ladderTimers = (order: WorkingOrder, limits: Limits): ReadonlyArray<Command> =>
  Array.from({ length: ladderSteps - order.step }, (_, index) => order.step + 1 + index).map(
    (step): Command => ({
      _tag: 'SetTimer',
      at: later(order.placedAt, stepDue(step, limits)),
      timer: { _tag: 'Ladder', order: order.id, step },
    }),
  );

/** Some seconds later on the same day; orders never work past midnight. */
export const later = ({ date, second }: ExchangeTime, seconds: number): ExchangeTime => ({
  date,
  second: second + seconds,
});
