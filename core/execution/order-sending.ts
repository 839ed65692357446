import { ignore, move, refuse } from '../machine/index.js';
import {
  aborted,
  absentOnce,
  cancelling,
  ended,
  filledBy,
  onceSent,
  rejected,
  submitted,
  unbalanced,
  unconfirmed,
  working,
  type OrderRow,
} from './order-moves.js';
import type { OrderState, Progress } from './order-state.js';

const nothingSent = refuse('nothing has been sent to the broker yet');

/** Without a journal an entry is not sent; an exit is: the journal never blocks it (R§11 #29). */
const unjournalled = (progress: Progress, reason: string): OrderState =>
  progress.order.purpose === 'close' ? submitted(progress) : aborted(progress, reason);

/** The intent is being made durable. */
export const whenJournalled: OrderRow<'Journalled'> = {
  JournalConfirmed: move(submitted),
  JournalFailed: move((state, { reason }) => unjournalled(state, reason)),
  Acknowledged: nothingSent,
  Rejected: nothingSent,
  FillReported: nothingSent,
  LegsUnbalanced: nothingSent,
  StepElapsed: ignore('the ladder starts when the broker has the order'),
  TimedOut: move((state) => unjournalled(state, 'the journal did not answer')),
  CancelRequested: move(ended),
  CancelAcknowledged: nothingSent,
  CancelRefused: nothingSent,
  NotFound: move((state) => aborted(state, 'never sent')),
  OperatorResolved: refuse('the operator has not been called'),
};

/** Sent, no word from the broker yet. It is never sent again blindly: silence leads to a look-up. */
export const whenSubmitted: OrderRow<'Submitted'> = {
  ...onceSent,
  Acknowledged: move(working),
  Rejected: move(rejected),
  FillReported: move(filledBy(working)),
  LegsUnbalanced: move(unbalanced),
  StepElapsed: ignore('the ladder starts when the broker has the order'),
  TimedOut: move(unconfirmed),
  CancelRequested: move(cancelling),
  CancelAcknowledged: move(ended),
  CancelRefused: refuse('no cancel was sent'),
  NotFound: move(absentOnce),
};
