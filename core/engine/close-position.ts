import { callsOperator } from '../execution/index.js';
import { profitAt, type ExitReason, type Position } from '../portfolio/index.js';
import { add, cents, subtract, type Cents, type ExchangeTime } from '../units/index.js';
import { strategyOf, type EngineContext } from './context.js';
import { closedTrade } from './ledger.js';
import { alert, issue, withState, withSystem, type Progress } from './progress.js';
import type { HeldPosition } from './state.js';

/** What ended a position, or part of one. */
export interface Close {
  readonly position: string;
  readonly quantity: number;
  /** Points per unit. */
  readonly cost: number;
  readonly reason: ExitReason | 'settled';
  readonly at: ExchangeTime;
  readonly fees: Cents;
  readonly vix: number | null;
}

/** Books a close. A part that was not filled stays open and goes on closing. */
export const closePosition = (context: EngineContext, progress: Progress, close: Close): Progress => {
  const held = progress.state.positions.find(({ position }) => position.id === close.position);
  if (held === undefined) return alert(progress, 'critical', `close of unknown position ${close.position}`);
  const { ended, rest } = split(held.position, close.quantity);
  const trade = {
    position: { ...ended, state: closedState(context, held, close) },
    closedAt: close.at,
    reason: close.reason,
    cost: close.cost,
    profit: profitAt(ended, close.cost),
    fees: add(ended.openingFees, close.fees),
    vixAtClose: close.vix,
  };
  const booked = withState(progress, {
    ledger: closedTrade(progress.state.ledger, trade, close.fees),
    positions: progress.state.positions.flatMap((each) =>
      each !== held ? [each] : rest === null ? [] : [{ ...held, position: rest }],
    ),
  });
  const told = withSystem(booked, {
    untoldCloses: [
      ...booked.state.system.untoldCloses,
      { underlying: ended.root, profit: subtract(trade.profit, trade.fees) },
    ],
  });
  return rest === null ? told : closeUnfilled(context, told, close);
};

/**
 * A closing order ended without closing. What must still be closed is looked at again at once, with the market
 * of that moment; an order that gave way to a stronger reason is no failed attempt.
 */
export const closeUnfilled = (
  context: EngineContext,
  progress: Progress,
  { position: id, reason, at }: Pick<Close, 'position' | 'reason' | 'at'>,
): Progress => {
  const held = progress.state.positions.find(({ position }) => position.id === id);
  // It has settled in the meantime: nothing is left to close.
  if (held === undefined) return progress;
  const strategy = strategyOf(context, held.position.strategy);
  if (strategy === undefined) return alert(progress, 'critical', `no strategy for position ${id}`);
  const state = strategy.hold(held.position.state, { _tag: 'CloseUnfilled', at }).state;
  const closing = strategy.closingFor(state);
  const failedCloses = closing === null ? 0 : held.failedCloses + (closing === reason ? 1 : 0);
  const waiting = withState(progress, {
    positions: progress.state.positions.map((each) =>
      each === held ? { ...held, position: { ...held.position, state }, failedCloses } : each,
    ),
  });
  if (closing === null) return waiting;
  const called =
    failedCloses > held.failedCloses && callsOperator(failedCloses, context.limits)
      ? alert(waiting, 'critical', `${id} is not closed after ${failedCloses} attempts`)
      : waiting;
  return issue(called, {
    _tag: 'SetTimer',
    at,
    timer: { _tag: 'Review', position: id, mustBeFlat: false },
  });
};

const closedState = (
  context: EngineContext,
  { position }: HeldPosition,
  { reason, at }: Close,
): Position['state'] => {
  const strategy = strategyOf(context, position.strategy);
  const event = { _tag: reason === 'settled' ? 'Settled' : 'CloseFilled', at } as const;
  return strategy === undefined ? position.state : strategy.hold(position.state, event).state;
};

/** The part that ended and the part that stays, with the opening fees in proportion. */
const split = (
  position: Position,
  quantity: number,
): { readonly ended: Position; readonly rest: Position | null } => {
  if (quantity >= position.quantity) return { ended: position, rest: null };
  const part = (amount: Cents): Cents => cents((amount * quantity) / position.quantity);
  const openingFees = part(position.openingFees);
  const buyingPower = part(position.buyingPower);
  return {
    ended: { ...position, quantity, openingFees, buyingPower },
    rest: {
      ...position,
      quantity: position.quantity - quantity,
      openingFees: subtract(position.openingFees, openingFees),
      buyingPower: subtract(position.buyingPower, buyingPower),
    },
  };
};
