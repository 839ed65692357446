import type { Root } from '../market/index.js';
import type { Cents, CalendarDate, ExchangeTime } from '../units/index.js';
import type { Leg, Structure } from './leg.js';
import type { StrategyId } from './strategy-id.js';

/** Why a position is being closed, strongest first: the order in which exits are decided (D§1). */
export type ExitReason = 'emergency' | 'time' | 'stop' | 'profit';

export const exitReasons: ReadonlyArray<ExitReason> = ['emergency', 'time', 'stop', 'profit'];

/** Where a position stands in its strategy's machine. The tags are the strategy's own. */
export interface LifecycleState {
  readonly _tag: string;
  readonly since: ExchangeTime;
}

/** One instance of a strategy in the book: a whole structure, opened and closed as a unit. */
export interface Position {
  readonly id: string;
  readonly strategy: StrategyId;
  readonly root: Root;
  readonly structure: Structure;
  readonly legs: ReadonlyArray<Leg>;
  readonly expiry: CalendarDate;
  /** Units of the structure, above 0. */
  readonly quantity: number;
  readonly openedAt: ExchangeTime;
  /** Net credit received, in points per unit. */
  readonly credit: number;
  readonly openingFees: Cents;
  /** Buying power it was admitted with, whole position. */
  readonly buyingPower: Cents;
  readonly state: LifecycleState;
  readonly entry: {
    readonly underlyingPrice: number;
    readonly vix: number;
    readonly ruleSet: string;
  };
}

/** A closed position: what it earned and why it ended. `profit` is before fees. */
export interface ClosedTrade {
  readonly position: Position;
  readonly closedAt: ExchangeTime;
  readonly reason: ExitReason | 'settled';
  /** Net price paid to close, in points per unit; negative when money was received. */
  readonly cost: number;
  readonly profit: Cents;
  readonly fees: Cents;
  readonly vixAtClose: number | null;
}
