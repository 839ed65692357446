import { ignore, move, refuse } from '../machine/index.js';
import {
  absentOnce,
  cancelling,
  ended,
  filledBy,
  onceSent,
  rejected,
  replacing,
  unbalanced,
  unconfirmed,
  working,
  type OrderRow,
} from './order-moves.js';
import type { OrderState, Progress } from './order-state.js';

/** Live at the exchange. Balanced partial fills go on working; time out cancels the rest. */
export const whenWorking: OrderRow<'Working'> = {
  ...onceSent,
  Acknowledged: ignore('already acknowledged'),
  Rejected: move(rejected),
  FillReported: move(filledBy(working)),
  LegsUnbalanced: move(unbalanced),
  StepElapsed: move((state, { limit }) => nextStep(state, limit)),
  TimedOut: move(cancelling),
  CancelRequested: move(cancelling),
  CancelAcknowledged: move(ended),
  CancelRefused: refuse('no cancel was sent'),
  NotFound: move(absentOnce),
};

/** The next price is on its way; the old one can still fill. */
export const whenReplacing: OrderRow<'Replacing'> = {
  ...onceSent,
  Acknowledged: move(working),
  // The old price may be live or gone: only the broker knows.
  Rejected: move(unconfirmed),
  FillReported: move(filledBy(replacing)),
  LegsUnbalanced: move(unbalanced),
  StepElapsed: ignore('the last step is still on its way'),
  TimedOut: move(cancelling),
  CancelRequested: move(cancelling),
  CancelAcknowledged: ignore('the old price is cancelled to make room for the new one'),
  CancelRefused: refuse('no cancel was sent'),
  NotFound: move(absentOnce),
};

/** The same price again (the cap, or a coarse tick) needs no request. */
const nextStep = ({ order, fills }: Progress, limit: number): OrderState => {
  const progress = { order: { ...order, step: order.step + 1, limit }, fills };
  return limit === order.limit ? working(progress) : replacing(progress);
};
