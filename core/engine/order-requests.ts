import { actionOn, requestKey, type OrderEvent, type OrderState } from '../execution/index.js';
import type { ExchangeTime } from '../units/index.js';
import type { Command } from './command.js';
import type { EngineContext } from './context.js';
import { later } from './place-order.js';
import { issue, withState, type Progress } from './progress.js';
import type { LiveOrder } from './state.js';

/** A live order as it was, the state it has come to, and the event that moved it. */
export interface OrderMove {
  readonly live: LiveOrder;
  readonly state: OrderState;
  readonly event: OrderEvent;
  readonly at: ExchangeTime;
}

/** A request is made on entering a state, and again whenever the broker has let its time pass. */
export const orderMoved = (
  context: EngineContext,
  progress: Progress,
  { live, state, event, at }: OrderMove,
): Progress => {
  const replaced = withState(progress, {
    orders: progress.state.orders.map((each) => (each === live ? { ...live, state } : each)),
  });
  if (event._tag === 'TimedOut')
    return issue(replaced, ...commandsOn(state), ...nextTimeout(context, state, at));
  return state._tag === live.state._tag && state.order.step === live.state.order.step
    ? replaced
    : issue(replaced, ...commandsOn(state));
};

const commandsOn = (state: OrderState): ReadonlyArray<Command> => {
  const { order } = state;
  const key = requestKey(order);
  switch (actionOn(state)) {
    case 'submit':
      return [{ _tag: 'SubmitOrder', key, order }];
    case 'replace':
      return [{ _tag: 'ReplaceOrder', key, order }];
    case 'cancel':
      return [{ _tag: 'CancelOrder', key, order }];
    case 'look up':
      return [{ _tag: 'LookUpOrder', key, order }];
    case 'call the operator':
      return [{ _tag: 'Alert', severity: 'critical', text: `order ${order.id} needs the operator` }];
    case 'journal':
    case 'none':
      return [];
  }
};

/** A silent broker is asked again after as long, until the operator has been called (R§6.1). */
const nextTimeout = (
  { limits }: EngineContext,
  { _tag, order }: OrderState,
  at: ExchangeTime,
): ReadonlyArray<Command> =>
  _tag === 'NeedsOperator'
    ? []
    : [
        {
          _tag: 'SetTimer',
          at: later(at, limits['order.timeout']),
          timer: { _tag: 'Timeout', order: order.id },
        },
      ];
