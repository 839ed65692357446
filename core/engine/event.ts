import type { BrokerStatus } from '../admission/index.js';
import type { OrderEvent } from '../execution/index.js';
import type { DailyBar, EventFacts, MarketSnapshot } from '../market/index.js';
import type { StrategyId } from '../portfolio/index.js';
import type { CalendarDate, Cents, ExchangeTime } from '../units/index.js';

/** The releases the source knows, and the dates it knows them for. */
export type MacroCalendar = Omit<EventFacts, 'at'>;

/** A moment the engine asked to be woken at. */
export type Timer =
  | { readonly _tag: 'Decide'; readonly strategy: StrategyId }
  | { readonly _tag: 'Review'; readonly position: string; readonly mustBeFlat: boolean }
  | { readonly _tag: 'Ladder'; readonly order: string; readonly step: number }
  | { readonly _tag: 'Timeout'; readonly order: string }
  | { readonly _tag: 'Persist' };

/** `rebase-peak` moves the drawdown's working peak to current equity; `end-no-edge` lets strategies trade again. */
export type OperatorAction =
  'reset-breakers' | 'rebase-peak' | 'end-no-edge' | 'halt' | 'resume' | 'manual' | 'automatic';

/**
 * Everything that can happen. `market` is what is known at `at` of what the engine watches; prices an adapter
 * cannot supply are left out. Facts that change once a day come with the session.
 */
export type EngineEvent =
  | { readonly _tag: 'SessionOpened'; readonly at: ExchangeTime; readonly macro: MacroCalendar }
  | { readonly _tag: 'MarketObserved'; readonly at: ExchangeTime; readonly market: MarketSnapshot }
  | {
      readonly _tag: 'TimerFired';
      readonly at: ExchangeTime;
      readonly timer: Timer;
      readonly market: MarketSnapshot;
    }
  | {
      readonly _tag: 'OrderReported';
      readonly at: ExchangeTime;
      readonly order: string;
      readonly report: OrderEvent;
    }
  | {
      readonly _tag: 'SessionClosed';
      readonly at: ExchangeTime;
      /** The index's official bar, VIX's official bar; null where the source has none. */
      readonly index: DailyBar | null;
      readonly vix: DailyBar | null;
      /** Prices at which expiring options settle, by root. */
      readonly settlements: Readonly<Record<string, number>>;
    }
  /** The books were compared with the broker's; `discrepancies` are those nobody could explain. */
  | {
      readonly _tag: 'Reconciled';
      readonly at: ExchangeTime;
      readonly discrepancies: ReadonlyArray<string>;
    }
  | { readonly _tag: 'BrokerHeard'; readonly at: ExchangeTime; readonly broker: BrokerStatus }
  | { readonly _tag: 'OperatorActed'; readonly at: ExchangeTime; readonly action: OperatorAction }
  | { readonly _tag: 'CashMoved'; readonly at: ExchangeTime; readonly amount: Cents }
  /** Past sessions that fill the memory before the first decision. */
  | {
      readonly _tag: 'WarmedUp';
      readonly at: ExchangeTime;
      readonly date: CalendarDate;
      readonly index: DailyBar | null;
      readonly vix: DailyBar | null;
    };
