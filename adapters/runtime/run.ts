import {
  compareTimes,
  type AppState,
  type BrokerStatus,
  type Command,
  type Engine,
  type EngineEvent,
  type ExchangeTime,
  type MarketSnapshot,
  type StepResult,
  type Watch,
} from '../../core/index.js';
import { timerQueue } from './timer-queue.js';

/** What happens next in the world: an event that is ready, or a moment at which the market must be looked at. */
export type Tick =
  | { readonly _tag: 'Event'; readonly at: ExchangeTime; readonly event: EngineEvent }
  | { readonly _tag: 'Market'; readonly at: ExchangeTime };

/** Where events come from. `market` shows what is known at a moment of what is watched. */
export interface EventSource {
  readonly peek: () => Tick | null;
  readonly advance: () => void;
  readonly market: (at: ExchangeTime, watches: ReadonlyArray<Watch>) => MarketSnapshot;
}

/** What carries orders out. */
export interface RuntimeBroker {
  readonly carryOut: (
    command: Command,
    at: ExchangeTime,
    market: MarketSnapshot | null,
  ) => ReadonlyArray<EngineEvent>;
  readonly quoted: (market: MarketSnapshot) => ReadonlyArray<EngineEvent>;
  readonly status: (at: ExchangeTime) => BrokerStatus;
  /** Differences between the books and the broker's own that nobody could explain. */
  readonly reconcile: (state: AppState) => ReadonlyArray<string>;
}

export interface RuntimeJournal {
  readonly append: (event: EngineEvent, commands: ReadonlyArray<Command>) => void;
}

/** An operator who may act after a step; null for none. */
export type Operator = (state: AppState, event: EngineEvent) => EngineEvent | null;

export interface RunOptions {
  readonly engine: Engine;
  readonly start: AppState;
  readonly source: EventSource;
  readonly broker: RuntimeBroker;
  readonly journal: RuntimeJournal;
  readonly operator: Operator | null;
  /** Told of every step once its commands are durable. */
  readonly onStep: (event: EngineEvent, result: StepResult) => void;
}

/**
 * The only loop: takes the next event or timer, steps the engine, makes event and commands durable, carries the
 * commands out and feeds the reports back in. At one moment the source goes before the timers.
 */
export const run = ({ engine, start, source, broker, journal, operator, onStep }: RunOptions): AppState => {
  const timers = timerQueue();
  let state = start;
  let market: MarketSnapshot | null = null;

  const feed = (event: EngineEvent): void => {
    const result = engine.step(state, event);
    state = result.state;
    journal.append(event, result.commands);
    onStep(event, result);
    for (const command of result.commands) dispatch(command, event.at);
    const acted = operator === null ? null : operator(state, event);
    if (acted !== null) feed(acted);
  };

  const dispatch = (command: Command, at: ExchangeTime): void => {
    switch (command._tag) {
      case 'SetTimer':
        timers.set(command);
        return;
      case 'JournalOrder':
        // The record that holds this command is durable by now.
        feed({
          _tag: 'OrderReported',
          at,
          order: command.order.id,
          report: { _tag: 'JournalConfirmed' },
        });
        return;
      case 'PersistAndReconcile':
        feed({ _tag: 'Reconciled', at, discrepancies: broker.reconcile(state) });
        return;
      case 'SubmitOrder':
      case 'ReplaceOrder':
      case 'CancelOrder':
      case 'LookUpOrder':
        for (const report of broker.carryOut(command, at, market)) feed(report);
        return;
      case 'Alert':
        return;
    }
  };

  const look = (at: ExchangeTime): MarketSnapshot => {
    const seen = source.market(at, engine.watch(state, at));
    market = seen;
    feed({ _tag: 'BrokerHeard', at, broker: broker.status(at) });
    for (const report of broker.quoted(seen)) feed(report);
    return seen;
  };

  for (;;) {
    const tick = source.peek();
    const timer = timers.next();
    if (tick === null && timer === null) return state;
    if (tick !== null && (timer === null || compareTimes(tick.at, timer.at) <= 0)) {
      source.advance();
      if (tick._tag === 'Event') feed(tick.event);
      else feed({ _tag: 'MarketObserved', at: tick.at, market: look(tick.at) });
    } else if (timer !== null) {
      timers.take();
      feed({ _tag: 'TimerFired', at: timer.at, timer: timer.timer, market: look(timer.at) });
    }
  }
};
