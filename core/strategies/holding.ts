import { ignore, move, refuse, type Machine } from '../machine/index.js';
import { exitReasons, type ExitReason, type LifecycleState } from '../portfolio/index.js';
import type { ExchangeTime } from '../units/index.js';

/** What can happen to an open position. */
export type HoldingEvent =
  | { readonly _tag: 'ExitDue'; readonly at: ExchangeTime; readonly reason: ExitReason }
  | { readonly _tag: 'CloseFilled'; readonly at: ExchangeTime }
  | { readonly _tag: 'CloseUnfilled'; readonly at: ExchangeTime }
  | { readonly _tag: 'Settled'; readonly at: ExchangeTime };

/** True when `reason` outranks `current` in the order of exits (D§1). */
const isStronger = (reason: ExitReason, current: ExitReason): boolean =>
  exitReasons.indexOf(reason) < exitReasons.indexOf(current);

interface In<Tag extends string> extends LifecycleState {
  readonly _tag: Tag;
}

/** What a position sold for credit is doing ([seed], strategy state machines). */
export type Holding =
  In<'Active'> | In<'ProfitTake'> | In<'StopLoss'> | In<'DefensiveExit'> | In<'EmergencyExit'> | In<'Closed'>;

type ExitDue = Extract<HoldingEvent, { readonly _tag: 'ExitDue' }>;

const exiting = (at: ExchangeTime, reason: ExitReason): Holding => {
  switch (reason) {
    case 'emergency':
      return { _tag: 'EmergencyExit', since: at };
    case 'time':
      return { _tag: 'DefensiveExit', since: at };
    case 'stop':
      return { _tag: 'StopLoss', since: at };
    case 'profit':
      return { _tag: 'ProfitTake', since: at };
  }
};

const closed = (_: Holding, { at }: HoldingEvent): Holding => ({ _tag: 'Closed', since: at });

/** A stronger reason takes over; the same or a weaker one changes nothing. */
const escalate =
  (current: ExitReason) =>
  (state: Holding, { at, reason }: ExitDue): Holding =>
    isStronger(reason, current) ? exiting(at, reason) : state;

/** Every state that can hold a position has an emergency exit; `Closed` frees the slot. */
export const creditHolding: Machine<Holding, HoldingEvent> = {
  Active: {
    ExitDue: move((_, { at, reason }) => exiting(at, reason)),
    CloseFilled: refuse('no closing order was working'),
    CloseUnfilled: ignore('no closing order was working'),
    Settled: move(closed),
  },
  ProfitTake: {
    ExitDue: move(escalate('profit')),
    CloseFilled: move(closed),
    CloseUnfilled: move((_, { at }) => ({ _tag: 'Active', since: at })),
    Settled: move(closed),
  },
  StopLoss: {
    ExitDue: move(escalate('stop')),
    CloseFilled: move(closed),
    CloseUnfilled: ignore('a stop is re-issued until flat'),
    Settled: move(closed),
  },
  DefensiveExit: {
    ExitDue: move(escalate('time')),
    CloseFilled: move(closed),
    CloseUnfilled: ignore('a mandatory exit is re-issued until flat (D§5.6)'),
    Settled: move(closed),
  },
  EmergencyExit: {
    ExitDue: ignore('nothing outranks an emergency'),
    CloseFilled: move(closed),
    CloseUnfilled: ignore('an emergency exit is re-issued until flat'),
    Settled: move(closed),
  },
  Closed: {
    ExitDue: refuse('the position is closed'),
    CloseFilled: refuse('the position is closed'),
    CloseUnfilled: ignore('the position is closed'),
    Settled: refuse('the position is closed'),
  },
};

const reasons: Readonly<Record<Holding['_tag'], ExitReason | null>> = {
  Active: null,
  ProfitTake: 'profit',
  StopLoss: 'stop',
  DefensiveExit: 'time',
  EmergencyExit: 'emergency',
  Closed: null,
};

export const closingFor = (state: LifecycleState): ExitReason | null =>
  reasons[state._tag as Holding['_tag']];

export const opened = (at: ExchangeTime): Holding => ({ _tag: 'Active', since: at });
