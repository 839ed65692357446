import { ignore, refuse, type Machine } from '../machine/index.js';
import type { Limits } from '../rule-set/index.js';
import { filledUnits, type Fill, type OrderEvent, type OrderState, type Progress } from './order-state.js';

/** How often a silent broker is asked before the operator is called, and how often an order must be absent. */
export type Patience = Pick<Limits, 'order.unwindAttempts' | 'order.lookUps'>;

/** One state's answers to every event. */
export type OrderRow<Tag extends OrderState['_tag']> = Machine<OrderState, OrderEvent>[Tag];

/** What every state between sending and ending answers alike. */
export const onceSent = {
  JournalConfirmed: ignore('already durable'),
  JournalFailed: ignore("already sent; the journal is the system's trouble now"),
  OperatorResolved: refuse('the operator has not been called'),
};

export const submitted = ({ order, fills }: Progress): OrderState => ({ _tag: 'Submitted', order, fills });

export const working = ({ order, fills }: Progress): OrderState => ({ _tag: 'Working', order, fills });

export const replacing = ({ order, fills }: Progress): OrderState => ({ _tag: 'Replacing', order, fills });

export const cancelling = ({ order, fills }: Progress): OrderState => ({
  _tag: 'Cancelling',
  order,
  fills,
  attempts: 1,
});

export const unconfirmed = ({ order, fills }: Progress): OrderState => ({
  _tag: 'Unconfirmed',
  order,
  fills,
  absences: 0,
  unanswered: 0,
});

/** Asked for the order, the broker did not know it. */
export const absentOnce = (progress: Progress): OrderState => ({
  _tag: 'Unconfirmed',
  order: progress.order,
  fills: progress.fills,
  absences: 1,
  unanswered: 0,
});

export const needsOperator = ({ order, fills }: Progress, reason: string): OrderState => ({
  _tag: 'NeedsOperator',
  order,
  fills,
  reason,
});

export const aborted = ({ order, fills }: Progress, reason: string): OrderState => ({
  _tag: 'Aborted',
  order,
  fills,
  reason,
});

/** An order that ends without a further fill: the part that filled is kept. */
export const ended = ({ order, fills }: Progress): OrderState => ({
  _tag: endingOf({ order, fills }),
  order,
  fills,
});

/** As `ended`, but an order without any fill was rejected. */
export const rejected = (progress: Progress, { reason }: { readonly reason: string }): OrderState =>
  progress.fills.length > 0
    ? ended(progress)
    : { _tag: 'Rejected', order: progress.order, fills: progress.fills, reason };

/**
 * Adds a fill: the order is filled, or goes where `partly` says. A report that cannot be true (no whole
 * units, or more than was ordered) is not counted; it calls the operator.
 */
export const filledBy =
  (partly: (progress: Progress) => OrderState) =>
  ({ order, fills }: Progress, { fill }: { readonly fill: Fill }): OrderState => {
    const problem = problemWith({ order, fills }, fill);
    if (problem !== null) return needsOperator({ order, fills }, problem);
    const progress = { order, fills: [...fills, fill] };
    return filledUnits(progress) === order.quantity ? { _tag: 'Filled', ...progress } : partly(progress);
  };

/** As `filledBy`, for a state that only the operator ends. */
export const notedFor = (
  state: Progress & { readonly reason: string },
  { fill }: { readonly fill: Fill },
): OrderState =>
  needsOperator(
    problemWith(state, fill) === null ? { ...state, fills: [...state.fills, fill] } : state,
    problemWith(state, fill) ?? state.reason,
  );

export const unbalanced = (progress: Progress, { detail }: { readonly detail: string }): OrderState =>
  needsOperator(progress, `legs filled out of ratio: ${detail}`);

const problemWith = (progress: Progress, { id, quantity, price }: Fill): string | null => {
  const total = filledUnits(progress) + quantity;
  if (!Number.isInteger(quantity) || quantity <= 0 || !Number.isFinite(price))
    return `fill ${id} reports ${quantity} units at ${price}`;
  return total > progress.order.quantity
    ? `fill ${id} makes ${total} units of ${progress.order.quantity} ordered`
    : null;
};

const endingOf = (progress: Progress): 'Filled' | 'PartiallyFilled' | 'Cancelled' => {
  if (progress.fills.length === 0) return 'Cancelled';
  return filledUnits(progress) === progress.order.quantity ? 'Filled' : 'PartiallyFilled';
};
