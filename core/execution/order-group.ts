import { transition, type Machine, type Transition } from '../machine/index.js';
import { whenCancelling, whenEnded, whenNeedsOperator, whenUnconfirmed } from './order-ending.js';
import type { Patience } from './order-moves.js';
import { whenJournalled, whenSubmitted } from './order-sending.js';
import type { OrderEvent, OrderState } from './order-state.js';
import { whenReplacing, whenWorking } from './order-working.js';

/**
 * The life of one native whole-combo order, the default way to trade a structure (R§6.1). Laws: filled units
 * never fall and stay between 0 and the quantity; an ended order never leaves its state. A group of single-leg
 * orders, for venues without combos, will be a second machine over the same events.
 */
export const orderMachine = (patience: Patience): Machine<OrderState, OrderEvent> => ({
  Journalled: whenJournalled,
  Submitted: whenSubmitted,
  Working: whenWorking,
  Replacing: whenReplacing,
  Cancelling: whenCancelling(patience),
  Unconfirmed: whenUnconfirmed(patience),
  NeedsOperator: whenNeedsOperator,
  Filled: whenEnded,
  PartiallyFilled: whenEnded,
  Cancelled: whenEnded,
  Rejected: whenEnded,
  Aborted: whenEnded,
});

/** One event. A fill whose id is already counted is ignored in every state: brokers repeat themselves. */
export const stepOrder = (
  patience: Patience,
  state: OrderState,
  event: OrderEvent,
): Transition<OrderState> =>
  event._tag === 'FillReported' && state.fills.some(({ id }) => id === event.fill.id)
    ? { _tag: 'Ignored', state, reason: 'this fill is already counted' }
    : transition(orderMachine(patience), state, event);
