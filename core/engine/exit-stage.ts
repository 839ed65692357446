import { isRight } from 'fp-ts/lib/Either.js';
import { elapsedSeconds } from '../calendar/index.js';
import type { MarketSnapshot } from '../market/index.js';
import { comboQuote, decideExit, type ExitDecision, type ExitReason } from '../portfolio/index.js';
import { drawdownOf, profitTargetInDrawdown } from '../risk/index.js';
import { known, missing, type Reading } from '../rule/index.js';
import type { ExitFacts, Strategy } from '../strategies/index.js';
import { strategyOf, type EngineContext } from './context.js';
import { quoteIn } from './exposure.js';
import { stepOrderById } from './order-stage.js';
import { placeClose } from './place-close.js';
import { alert, decided, withState, type Progress } from './progress.js';
import type { AppState, HeldPosition } from './state.js';

/** Exits of every open position, before any entry and in every mode. */
export const exits = (context: EngineContext, progress: Progress, market: MarketSnapshot): Progress =>
  progress.state.positions.reduce((soFar, { position: { id } }) => {
    const held = soFar.state.positions.find(({ position }) => position.id === id);
    const strategy = held && strategyOf(context, held.position.strategy);
    return held === undefined || strategy === undefined
      ? soFar
      : exitOf(context, soFar, held, strategy, market);
  }, progress);

const exitOf = (
  context: EngineContext,
  progress: Progress,
  held: HeldPosition,
  strategy: Strategy,
  market: MarketSnapshot,
): Progress => {
  const { session } = progress.state.system;
  if (session === null) return progress;
  const facts = exitFacts(context, progress.state, held, market, session);
  const decision = decideExit(strategy.exits, facts, context.limits);
  const flattening = progress.state.system.risk.closing.flatten !== null;
  const due: ExitReason | null = flattening ? 'emergency' : decision.due;
  const moved =
    due === null
      ? held.position.state
      : strategy.hold(held.position.state, { _tag: 'ExitDue', at: market.at, reason: due }).state;
  const watched = watchedStop(context, progress, held, decision, market);
  const after: HeldPosition = { ...watched.held, position: { ...held.position, state: moved } };
  const reason = strategy.closingFor(moved);
  const told = decided(withHeld(watched.progress, held, after), {
    at: market.at,
    strategy: strategy.id,
    subject: 'exit',
    position: held.position.id,
    answers: decision.answers,
    proposal: null,
    sizing: null,
    outcome: reason === null ? { _tag: 'Held' } : { _tag: 'Closing', reason },
    ruleSet: context.ruleSet,
  });
  return reason === null ? told : pursue(context, told, after, reason, market);
};

/** One closing order at a time; a stronger reason first takes the weaker order back. */
const pursue = (
  context: EngineContext,
  progress: Progress,
  held: HeldPosition,
  reason: ExitReason,
  market: MarketSnapshot,
): Progress => {
  const working = progress.state.orders.find(
    ({ state: { order } }) => order.position === held.position.id && order.purpose === 'close',
  );
  if (working === undefined) return placeClose(context, progress, held, reason, market);
  const { order } = working.state;
  if (working.state._tag === 'NeedsOperator')
    return alert(
      progress,
      'critical',
      `${held.position.id}: closing order ${order.id} waits for the operator`,
    );
  return order.reason === reason
    ? progress
    : stepOrderById(context, progress, order.id, { _tag: 'CancelRequested' }, market.at);
};

const withHeld = (progress: Progress, before: HeldPosition, after: HeldPosition): Progress =>
  withState(progress, {
    positions: progress.state.positions.map((each) => (each === before ? after : each)),
  });

const exitFacts = (
  { limits }: EngineContext,
  { system }: AppState,
  { position }: HeldPosition,
  market: MarketSnapshot,
  session: ExitFacts['session'],
): ExitFacts => {
  const drawdown = drawdownOf(system.risk.drawdown, system.equity);
  const ordinary = limits['exit.profitTarget'];
  return {
    at: market.at,
    session,
    expiry: position.expiry,
    credit: position.credit,
    cost: costOf(position.legs, market),
    profitTarget: isRight(drawdown) ? profitTargetInDrawdown(drawdown.right, ordinary, limits) : ordinary,
  };
};

const costOf = (legs: HeldPosition['position']['legs'], market: MarketSnapshot): Reading<number> => {
  const quote = comboQuote(legs, quoteIn(market));
  if (isRight(quote)) return known(quote.right.mid);
  const [gap] = quote.left;
  return gap === undefined
    ? missing('cost to close', 'absent')
    : missing('cost to close', gap.reason, `${gap.fact}: ${gap.detail}`);
};

/** A stop that cannot be evaluated for a minute calls for attention (D§5.6). */
const watchedStop = (
  { limits }: EngineContext,
  progress: Progress,
  held: HeldPosition,
  { stopUnknown }: ExitDecision,
  { at }: MarketSnapshot,
): { readonly progress: Progress; readonly held: HeldPosition } => {
  if (!stopUnknown) return { progress, held: { ...held, unwatchedSince: null } };
  const since = held.unwatchedSince ?? at;
  const unwatched = { ...held, unwatchedSince: since };
  return elapsedSeconds(since, at) >= limits['order.stopUnknownSeconds']
    ? {
        progress: alert(progress, 'critical', `${held.position.id}: the stop cannot be evaluated`),
        held: unwatched,
      }
    : { progress, held: unwatched };
};
