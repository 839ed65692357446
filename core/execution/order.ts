import type { Root } from '../market/index.js';
import type { ExitReason, Leg, StrategyId } from '../portfolio/index.js';
import type { CalendarDate, ExchangeTime } from '../units/index.js';
import type { OrderSide } from './fill-model.js';

export type Purpose = 'open' | 'close';

/** What makes an order the same order. `attempt` counts from 1 within position, date and purpose. */
export interface OrderIdentity {
  readonly strategy: StrategyId;
  /** Id of the position it opens or closes. */
  readonly position: string;
  readonly date: CalendarDate;
  readonly purpose: Purpose;
  readonly attempt: number;
}

/** What is asked for. */
export interface OrderTerms {
  readonly root: Root;
  /** As the structure is opened: a closing order trades every leg the other way round. */
  readonly legs: ReadonlyArray<Leg>;
  /** Units of the structure. */
  readonly quantity: number;
  /** Points per unit: the least credit when it opens, the most paid when it closes. */
  readonly limit: number;
  readonly placedAt: ExchangeTime;
  /** When it is cancelled if it has not filled. */
  readonly workUntil: ExchangeTime;
  readonly reason: ExitReason | 'entry';
}

/** One native order for a whole structure. `id` is its idempotency key; `step` is its place on the ladder. */
export interface WorkingOrder extends OrderIdentity, OrderTerms {
  readonly id: string;
  readonly step: number;
}

/**
 * The idempotency key: equal for equal identities and different for different ones, because only a position's
 * id may contain the separator. The same key after a restart is the same order.
 */
export const orderKey = ({ strategy, position, date, purpose, attempt }: OrderIdentity): string =>
  [strategy, position, date, purpose, attempt].join(':');

/** The key of one request to the broker: each step of the ladder replaces the one before. */
export const requestKey = ({ id, step }: WorkingOrder): string => `${id}:${step}`;

/** An order at the first step of its ladder. */
export const workingOrder = (identity: OrderIdentity, terms: OrderTerms): WorkingOrder => ({
  ...identity,
  ...terms,
  id: orderKey(identity),
  step: 1,
});

/** Opening sells the structure as it is quoted; closing buys it back. */
export const orderSide = ({ purpose }: Pick<OrderIdentity, 'purpose'>): OrderSide =>
  purpose === 'open' ? 'sell' : 'buy';
