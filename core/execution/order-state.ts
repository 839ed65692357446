import type { WorkingOrder } from './order.js';

/** Whole units of the structure filled in one report; `id` is the broker's. Points per unit. */
export interface Fill {
  readonly id: string;
  readonly quantity: number;
  readonly price: number;
}

/** What every state of an order knows. The fills of a native order are whole units: always balanced. */
export interface Progress {
  readonly order: WorkingOrder;
  readonly fills: ReadonlyArray<Fill>;
}

/**
 * The life of one native whole-combo order (R§6.1). Live: `Journalled` (the intent is being made durable,
 * nothing is sent), `Submitted`, `Working`, `Replacing` (the next price is on its way), `Cancelling`,
 * `Unconfirmed` (the broker must be asked what became of it), `NeedsOperator`. Ended: `Filled`,
 * `PartiallyFilled` (the balanced part is kept), `Cancelled`, `Rejected`, `Aborted` (never reached the broker).
 */
export type OrderState =
  | In<'Journalled' | 'Submitted' | 'Working' | 'Replacing'>
  | In<'Cancelling', { readonly attempts: number }>
  | In<'Unconfirmed', { readonly absences: number; readonly unanswered: number }>
  | In<'NeedsOperator' | 'Rejected' | 'Aborted', { readonly reason: string }>
  | In<'Filled' | 'PartiallyFilled' | 'Cancelled'>;

/** `TimedOut` says that whatever the state waits for has not come in its time. */
export type OrderEvent =
  | { readonly _tag: 'JournalConfirmed' }
  | { readonly _tag: 'JournalFailed'; readonly reason: string }
  | { readonly _tag: 'Acknowledged' }
  | { readonly _tag: 'Rejected'; readonly reason: string }
  | { readonly _tag: 'FillReported'; readonly fill: Fill }
  | { readonly _tag: 'LegsUnbalanced'; readonly detail: string }
  | { readonly _tag: 'StepElapsed'; readonly limit: number }
  | { readonly _tag: 'TimedOut' }
  | { readonly _tag: 'CancelRequested' }
  | { readonly _tag: 'CancelAcknowledged' }
  | { readonly _tag: 'CancelRefused' }
  | { readonly _tag: 'NotFound' }
  | { readonly _tag: 'OperatorResolved' };

/** What has to be done on entering a state. Requests carry `requestKey`, so that repeating one is harmless. */
export type OrderAction =
  'journal' | 'submit' | 'replace' | 'cancel' | 'look up' | 'call the operator' | 'none';

export const journalled = (order: WorkingOrder): OrderState => ({ _tag: 'Journalled', order, fills: [] });

/** Units filled so far, from 0 to the order's quantity. */
export const filledUnits = ({ fills }: Progress): number =>
  fills.reduce((total, { quantity }) => total + quantity, 0);

/** Average price of the fills in points per unit; null before the first. */
export const averageFill = (progress: Progress): number | null =>
  progress.fills.length === 0
    ? null
    : progress.fills.reduce((total, { quantity, price }) => total + quantity * price, 0) /
      filledUnits(progress);

export const hasEnded = ({ _tag }: OrderState): boolean => endings.has(_tag);

export const actionOn = ({ _tag }: OrderState): OrderAction => actions[_tag];

type In<Tag extends string, More = unknown> = Tag extends string
  ? Progress & More & { readonly _tag: Tag }
  : never;

const endings: ReadonlySet<OrderState['_tag']> = new Set<OrderState['_tag']>([
  'Filled',
  'PartiallyFilled',
  'Cancelled',
  'Rejected',
  'Aborted',
]);

const actions: Readonly<Record<OrderState['_tag'], OrderAction>> = {
  Journalled: 'journal',
  Submitted: 'submit',
  Working: 'none',
  Replacing: 'replace',
  Cancelling: 'cancel',
  Unconfirmed: 'look up',
  NeedsOperator: 'call the operator',
  Filled: 'none',
  PartiallyFilled: 'none',
  Cancelled: 'none',
  Rejected: 'none',
  Aborted: 'none',
};
