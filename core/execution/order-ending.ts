import { ignore, move, refuse } from '../machine/index.js';
import {
  aborted,
  absentOnce,
  cancelling,
  ended,
  filledBy,
  needsOperator,
  notedFor,
  onceSent,
  rejected,
  unbalanced,
  unconfirmed,
  type OrderRow,
  type Patience,
} from './order-moves.js';
import type { OrderState } from './order-state.js';

/** A cancel is on its way; a fill can still overtake it. */
export const whenCancelling = (patience: Patience): OrderRow<'Cancelling'> => ({
  ...onceSent,
  Acknowledged: ignore('the cancel goes on'),
  Rejected: move(rejected),
  FillReported: move((state, event) => filledBy((progress) => ({ ...state, ...progress }))(state, event)),
  LegsUnbalanced: move(unbalanced),
  StepElapsed: ignore('no new price while cancelling'),
  TimedOut: move((state) => cancelAgain(state, patience)),
  CancelRequested: ignore('a cancel is already on its way'),
  CancelAcknowledged: move(ended),
  // A broker refuses to cancel what has ended: filled, or gone.
  CancelRefused: move(unconfirmed),
  NotFound: move(absentOnce),
});

/** The broker is asked what became of the order. Found alive it is cancelled: its time is over. */
export const whenUnconfirmed = (patience: Patience): OrderRow<'Unconfirmed'> => ({
  ...onceSent,
  Acknowledged: move(cancelling),
  Rejected: move(rejected),
  FillReported: move(filledBy(cancelling)),
  LegsUnbalanced: move(unbalanced),
  StepElapsed: ignore('no new price while nobody knows the order'),
  TimedOut: move((state) => askAgain(state, patience)),
  CancelRequested: ignore('cancelled as soon as it is found'),
  CancelAcknowledged: move(ended),
  CancelRefused: ignore('the look-up goes on'),
  NotFound: move((state) => absentAgain(state, patience)),
});

const operatorDecides = ignore('the operator decides');

/** Only the operator ends it; fills that are still reported are counted. */
export const whenNeedsOperator: OrderRow<'NeedsOperator'> = {
  JournalConfirmed: operatorDecides,
  JournalFailed: operatorDecides,
  Acknowledged: operatorDecides,
  Rejected: operatorDecides,
  FillReported: move(notedFor),
  LegsUnbalanced: operatorDecides,
  StepElapsed: operatorDecides,
  TimedOut: operatorDecides,
  CancelRequested: operatorDecides,
  CancelAcknowledged: operatorDecides,
  CancelRefused: operatorDecides,
  NotFound: operatorDecides,
  OperatorResolved: move(ended),
};

const over = ignore('the order has ended');

const afterTheEnd = refuse('the broker reports trading in an order that has ended: reconcile');

/** An ended order stays as it is. */
export const whenEnded = {
  JournalConfirmed: over,
  JournalFailed: over,
  Acknowledged: over,
  Rejected: over,
  FillReported: afterTheEnd,
  LegsUnbalanced: afterTheEnd,
  StepElapsed: over,
  TimedOut: over,
  CancelRequested: over,
  CancelAcknowledged: over,
  CancelRefused: over,
  NotFound: over,
  OperatorResolved: over,
};

type At<Tag extends OrderState['_tag']> = Extract<OrderState, { readonly _tag: Tag }>;

const cancelAgain = (state: At<'Cancelling'>, patience: Patience): OrderState =>
  state.attempts >= patience['order.unwindAttempts']
    ? needsOperator(state, `${state.attempts} cancels were not answered`)
    : { ...state, attempts: state.attempts + 1 };

const askAgain = (state: At<'Unconfirmed'>, patience: Patience): OrderState => {
  const unanswered = state.unanswered + 1;
  return unanswered >= patience['order.unwindAttempts']
    ? needsOperator(state, `${unanswered} look-ups were not answered`)
    : { ...state, unanswered };
};

/** Absent often enough, an order never reached the broker, unless it has filled. */
const absentAgain = (state: At<'Unconfirmed'>, patience: Patience): OrderState => {
  const absences = state.absences + 1;
  if (absences < patience['order.lookUps']) return { ...state, absences };
  return state.fills.length > 0
    ? needsOperator(state, 'the broker no longer knows an order it has filled in part')
    : aborted(state, `absent from the broker's list ${absences} times`);
};
