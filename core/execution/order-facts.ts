import type { Reading } from '../rule/index.js';
import type { WorkingOrder } from './order.js';
import type { Holding } from './order-effect.js';

/** What an order is checked against before it may be sent (R§6.3, check 47 `exec.orderReady`). */
export interface OrderFacts {
  readonly order: WorkingOrder;
  readonly entry: 'credit' | 'debit';
  /** Mid of the combo and what the ladder may concede from it, in points. */
  readonly mid: Reading<number>;
  readonly concession: Reading<number>;
  /** Whether the write-ahead journal takes records: `ready` when it does. */
  readonly journal: Reading<string>;
  /** Ids of all orders sent so far today. */
  readonly usedKeys: ReadonlyArray<string>;
  readonly holdings: ReadonlyArray<Holding>;
}
