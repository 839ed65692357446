import type { MarketSnapshot } from '../market/index.js';
import type { Command } from './command.js';
import type { EngineContext } from './context.js';
import type { Decision } from './decision.js';
import { entries } from './entry-stage.js';
import type { EngineEvent, Timer } from './event.js';
import { exits } from './exit-stage.js';
import { observe } from './observe-stage.js';
import { cashMoved, operatorActed } from './operator-stage.js';
import { stepOrderById } from './order-stage.js';
import { alert, begun, withSystem, type Progress } from './progress.js';
import { sessionClosed, sessionOpened, warmedUp } from './session-stage.js';
import type { AppState } from './state.js';
import { timerFired } from './timer-stage.js';

/** What one event leads to: the next state, what is to be done, and every decision with the rules asked. */
export interface StepResult {
  readonly state: AppState;
  readonly commands: ReadonlyArray<Command>;
  readonly decisions: ReadonlyArray<Decision>;
}

/**
 * The whole engine: a pure fold. Market events run in one direction: marks and protections first, then timers
 * of working orders, then exits, then entries by priority.
 */
export const step =
  (context: EngineContext) =>
  (state: AppState, event: EngineEvent): StepResult =>
    receive(context, begun(state), event);

const receive = (context: EngineContext, progress: Progress, event: EngineEvent): Progress => {
  switch (event._tag) {
    case 'SessionOpened':
      return sessionOpened(context, progress, event);
    case 'MarketObserved':
      return atMarket(context, progress, event.market, null, (observed) => observed);
    case 'TimerFired':
      return atMarket(context, progress, event.market, event.timer, (observed) =>
        timerFired(context, observed, event),
      );
    case 'OrderReported':
      return stepOrderById(context, progress, event.order, event.report, event.at);
    case 'SessionClosed':
      return sessionClosed(context, progress, event);
    case 'WarmedUp':
      return warmedUp(context, progress, event);
    case 'Reconciled':
      return event.discrepancies.length === 0
        ? withSystem(progress, { reconciledAt: event.at })
        : event.discrepancies.reduce(
            (soFar, text) => alert(soFar, 'critical', `books differ: ${text}`),
            progress,
          );
    case 'BrokerHeard':
      return withSystem(progress, { broker: event.broker });
    case 'OperatorActed':
      return operatorActed(context, progress, event);
    case 'CashMoved':
      return cashMoved(context, progress, event);
  }
};

const atMarket = (
  context: EngineContext,
  progress: Progress,
  market: MarketSnapshot,
  timer: Timer | null,
  onTimer: (observed: Progress) => Progress,
): Progress => {
  const observed = onTimer(observe(context, progress, market));
  const { session } = observed.state.system;
  // The bar that ends with the session marks the books; nothing trades any more.
  if (session === null || market.at.second >= session.close) return observed;
  return entries(context, exits(context, observed, market), market, timer);
};
