import {
  averageFill,
  closingFees,
  filledUnits,
  hasEnded,
  openingFees,
  stepOrder,
  type OrderEvent,
} from '../execution/index.js';
import { cashOf } from '../portfolio/index.js';
import type { ExchangeTime } from '../units/index.js';
import { cents } from '../units/index.js';
import { closePosition, closeUnfilled } from './close-position.js';
import type { Command } from './command.js';
import { strategyOf, type EngineContext } from './context.js';
import { received } from './ledger.js';
import { orderMoved } from './order-requests.js';
import { alert, issue, withState, withStrategy, type Progress } from './progress.js';
import type { LiveOrder } from './state.js';

/** Gives one live order an event; an order nobody knows is a discrepancy, told and otherwise left alone. */
export const stepOrderById = (
  context: EngineContext,
  progress: Progress,
  id: string,
  event: OrderEvent,
  at: ExchangeTime,
): Progress => {
  const live = progress.state.orders.find(({ state }) => state.order.id === id);
  if (live === undefined) return alert(progress, 'critical', `report ${event._tag} for unknown order ${id}`);
  const step = stepOrder(context.limits, live.state, event);
  switch (step._tag) {
    case 'Ignored':
      return progress;
    case 'Refused':
      return alert(progress, 'warning', `order ${id}: ${event._tag} refused: ${step.reason}`);
    case 'Moved':
      return hasEnded(step.state)
        ? orderEnded(context, withoutOrder(progress, id), { ...live, state: step.state }, at)
        : orderMoved(context, progress, { live, state: step.state, event, at });
  }
};

const withoutOrder = (progress: Progress, id: string): Progress =>
  withState(progress, {
    orders: progress.state.orders.filter(({ state }) => state.order.id !== id),
  });

const orderEnded = (
  context: EngineContext,
  progress: Progress,
  ended: LiveOrder,
  at: ExchangeTime,
): Progress =>
  ended.state.order.purpose === 'open'
    ? entryEnded(context, progress, ended, at)
    : closeEnded(context, progress, ended, at);

const entryEnded = (
  context: EngineContext,
  progress: Progress,
  { state, proposal, buyingPower, vix }: LiveOrder,
  at: ExchangeTime,
): Progress => {
  const { order } = state;
  const strategy = strategyOf(context, order.strategy);
  const credit = averageFill(state);
  const quantity = filledUnits(state);
  if (strategy === undefined) return alert(progress, 'critical', `no strategy for order ${order.id}`);
  const { scanner } = progress.state.strategies[strategy.id];
  if (credit === null || proposal === null)
    return withStrategy(progress, strategy.id, {
      scanner: strategy.scan(scanner, { _tag: 'EntryEnded', at, why: state._tag }).state,
    });
  const fees = openingFees(order.legs, quantity, context.limits);
  const opened = {
    id: order.position,
    strategy: order.strategy,
    root: order.root,
    structure: proposal.structure,
    legs: order.legs,
    expiry: proposal.expiry,
    quantity,
    openedAt: at,
    credit,
    openingFees: fees,
    buyingPower: cents((buyingPower * quantity) / order.quantity),
    state: strategy.opened(at),
    entry: { underlyingPrice: proposal.underlyingPrice, vix, ruleSet: context.ruleSet },
  };
  const entered = withStrategy(progress, strategy.id, {
    scanner: strategy.scan(scanner, { _tag: 'EntryFilled', at }).state,
  });
  const { session } = entered.state.system;
  return issue(
    withState(entered, {
      positions: [
        ...entered.state.positions,
        { position: opened, lastQuote: proposal.market, unwatchedSince: null, failedCloses: 0 },
      ],
      ledger: received(entered.state.ledger, cashOf(order.root, credit, quantity), fees),
    }),
    ...(session === null ? [] : strategy.reviews(session, context.limits)).map(
      ({ second, mustBeFlat }): Command => ({
        _tag: 'SetTimer',
        at: { date: at.date, second },
        timer: { _tag: 'Review', position: order.position, mustBeFlat },
      }),
    ),
  );
};

const closeEnded = (
  context: EngineContext,
  progress: Progress,
  { state, vix }: LiveOrder,
  at: ExchangeTime,
): Progress => {
  const { order } = state;
  const cost = averageFill(state);
  const quantity = filledUnits(state);
  // Only opening orders have `entry` for a reason, and this is a closing one.
  const reason = order.reason === 'entry' ? 'emergency' : order.reason;
  return cost === null
    ? closeUnfilled(context, progress, { position: order.position, reason, at })
    : closePosition(context, progress, {
        position: order.position,
        quantity,
        cost,
        reason,
        at,
        fees: closingFees(order.legs, quantity, context.limits),
        vix,
      });
};
