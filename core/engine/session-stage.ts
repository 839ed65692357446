import { isLeft } from 'fp-ts/lib/Either.js';
import { persistTime } from '../admission/index.js';
import { session as sessionOn } from '../calendar/index.js';
import { intrinsicCost } from '../execution/index.js';
import { dailyIndicators, recordSession, type ClosedSession } from '../market/index.js';
import { nextPhase } from '../portfolio/index.js';
import { noCents, type Cents, type ExchangeTime } from '../units/index.js';
import { closePosition } from './close-position.js';
import type { Command } from './command.js';
import type { EngineContext } from './context.js';
import type { EngineEvent } from './event.js';
import { shortPremiumOpen } from './exposure.js';
import { equityOf } from './ledger.js';
import { tellCloses } from './observe-stage.js';
import { stepOrderById } from './order-stage.js';
import { alert, issue, withStrategy, withSystem, type Progress } from './progress.js';
import { advanceProtections } from './risk-stage.js';
import type { AppState } from './state.js';

type Opened = Extract<EngineEvent, { readonly _tag: 'SessionOpened' }>;
type Closed = Extract<EngineEvent, { readonly _tag: 'SessionClosed' }>;
type WarmedUp = Extract<EngineEvent, { readonly _tag: 'WarmedUp' }>;

/** A session begins: its timers are set, its keys and books are fresh. */
export const sessionOpened = (
  context: EngineContext,
  progress: Progress,
  { at, macro }: Opened,
): Progress => {
  const session = sessionOn(at.date);
  if (session === null) return alert(progress, 'warning', `${at.date} has no session`);
  const { phase, phaseFloorSince } = progress.state.system;
  const opened = withSystem(progress, {
    session,
    macro,
    usedKeys: [],
    indicators: dailyIndicators(progress.state.system.memory, 'SPX', at.date, context.limits),
    phaseFloorSince: phase.phase === 0 ? (phaseFloorSince ?? at) : null,
  });
  const decisions = context.strategies.flatMap((strategy): ReadonlyArray<Command> => {
    const hours = strategy.hours(session, context.limits);
    return strategy.decides === 'timer' && hours !== null
      ? [timer(at, hours.to, { _tag: 'Decide', strategy: strategy.id })]
      : [];
  });
  return issue(
    advanceProtections(context, opened, { _tag: 'SessionOpened', at }),
    { _tag: 'PersistAndReconcile', at },
    ...decisions,
    timer(at, persistTime(session, context.limits), { _tag: 'Persist' }),
  );
};

const timer = (
  { date }: ExchangeTime,
  second: number,
  what: Extract<Command, { readonly _tag: 'SetTimer' }>['timer'],
): Command => ({ _tag: 'SetTimer', at: { date, second }, timer: what });

/** A session ends: expiring positions settle, the day is remembered, phase and protections move on. */
export const sessionClosed = (context: EngineContext, progress: Progress, event: Closed): Progress => {
  const { at, index, vix } = event;
  const settled = tellCloses(context, settleExpiring(context, progress, event), at);
  const { phase } = settled.state.system;
  const equity = closingEquity(settled.state);
  const told = advanceProtections(context, settled, {
    _tag: 'SessionClosed',
    at,
    equity,
    shortPremiumOpen: shortPremiumOpen(settled.state),
  });
  const volatility =
    vix === null ? told : advanceProtections(context, told, { _tag: 'VixClosed', at, value: vix.close });
  const scanned = context.strategies.reduce(
    (soFar, strategy) =>
      withStrategy(soFar, strategy.id, {
        scanner: strategy.scan(soFar.state.strategies[strategy.id].scanner, {
          _tag: 'SessionClosed',
          at,
        }).state,
      }),
    volatility,
  );
  const ended = withSystem(scanned, {
    session: null,
    equity,
    previousEquity: equity,
    phase: nextPhase(phase, equity, context.limits),
  });
  return remember(context, ended, {
    date: at.date,
    bars: index === null ? {} : { SPX: index },
    vix: vix?.close ?? null,
  });
};

/** After settlement, at the last mids; while one is not known, the last equity that was. */
const closingEquity = ({ ledger, positions, system }: AppState): Cents => {
  const marks = positions.flatMap(({ position, lastQuote }) =>
    lastQuote === null ? [] : [{ position, mid: lastQuote.mid }],
  );
  return marks.length === positions.length ? equityOf(ledger, marks) : system.equity;
};

/** A past session for the memory alone; the protections learn VIX's close from it. */
export const warmedUp = (
  context: EngineContext,
  progress: Progress,
  { at, date, index, vix }: WarmedUp,
): Progress =>
  remember(
    context,
    vix === null
      ? progress
      : advanceProtections(context, progress, { _tag: 'VixClosed', at, value: vix.close }),
    { date, bars: index === null ? {} : { SPX: index }, vix: vix?.close ?? null },
  );

const remember = ({ limits }: EngineContext, progress: Progress, closed: ClosedSession): Progress => {
  const memory = recordSession(progress.state.system.memory, closed, limits);
  return isLeft(memory)
    ? alert(progress, 'warning', `${closed.date} is not remembered: ${memory.left._tag}`)
    : withSystem(progress, { memory: memory.right });
};

/** What expires today and is still open settles at the price the source gives; without one it stays, and says so. */
const settleExpiring = (context: EngineContext, progress: Progress, { at, settlements }: Closed): Progress =>
  progress.state.positions
    .filter(({ position }) => position.expiry <= at.date)
    .reduce((soFar, { position }) => {
      const price = settlements[position.root];
      if (price === undefined || !Number.isFinite(price))
        return alert(soFar, 'critical', `${position.id} expired without a settlement price`);
      const closed = closePosition(context, soFar, {
        position: position.id,
        quantity: position.quantity,
        cost: intrinsicCost(position.legs, price),
        reason: 'settled',
        at,
        fees: noCents,
        vix: soFar.state.system.vix,
      });
      return alert(
        withoutClosingOrder(context, closed, position.id, at),
        'critical',
        `${position.id} was settled at expiry`,
      );
    }, progress);

/** What has settled must not be bought back as well. */
const withoutClosingOrder = (
  context: EngineContext,
  progress: Progress,
  position: string,
  at: ExchangeTime,
): Progress =>
  progress.state.orders
    .filter(({ state: { order } }) => order.position === position && order.purpose === 'close')
    .reduce(
      (soFar, { state: { order } }) =>
        stepOrderById(context, soFar, order.id, { _tag: 'CancelRequested' }, at),
      progress,
    );
