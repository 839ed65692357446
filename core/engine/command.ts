import type { WorkingOrder } from '../execution/index.js';
import type { ExchangeTime } from '../units/index.js';
import type { Timer } from './event.js';

/**
 * What should be done, as data. Requests to the broker carry a key that is a pure function of the state, so
 * that repeating one after a restart is harmless. A command is durable before it is carried out.
 */
export type Command =
  /** Make the intent durable, then report `JournalConfirmed` or `JournalFailed`. */
  | { readonly _tag: 'JournalOrder'; readonly order: WorkingOrder; readonly approval: string | null }
  | { readonly _tag: 'SubmitOrder'; readonly key: string; readonly order: WorkingOrder }
  | { readonly _tag: 'ReplaceOrder'; readonly key: string; readonly order: WorkingOrder }
  | { readonly _tag: 'CancelOrder'; readonly key: string; readonly order: WorkingOrder }
  | { readonly _tag: 'LookUpOrder'; readonly key: string; readonly order: WorkingOrder }
  | { readonly _tag: 'SetTimer'; readonly at: ExchangeTime; readonly timer: Timer }
  /** Save a checkpoint and compare the books with the broker's. */
  | { readonly _tag: 'PersistAndReconcile'; readonly at: ExchangeTime }
  | { readonly _tag: 'Alert'; readonly severity: AlertSeverity; readonly text: string };

export type AlertSeverity = 'info' | 'warning' | 'critical';
