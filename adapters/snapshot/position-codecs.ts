import * as t from 'io-ts/lib/index.js';
import {
  calendarDate,
  exchangeTime,
  finite,
  type ClosedTrade,
  type ComboQuote,
  type HeldPosition,
  type Leg,
  type LifecycleState,
  type Position,
} from '../../core/index.js';
import { count, countFrom1, number, oneOf, orNull, record, usd, type Reads } from './codecs.js';
import { contract, root } from './market-codecs.js';

const strategyId = oneOf('friday-0dte', 'lt112');

const ratio: Reads<number> = t.refinement(
  finite,
  (value) => Number.isInteger(value) && value !== 0 && Math.abs(value) <= 100,
  'a whole number from −100 to 100, not 0',
);

const leg: Reads<Leg> = record({ contract, ratio });

const legs: Reads<ReadonlyArray<Leg>> = t.refinement(
  t.readonlyArray(leg),
  (each) => each.length > 0,
  'a list of at least one leg',
);

const state: Reads<LifecycleState> = record({
  _tag: oneOf<string>('Active', 'ProfitTake', 'StopLoss', 'DefensiveExit', 'EmergencyExit'),
  since: exchangeTime,
});

const closedState: Reads<LifecycleState> = record({ _tag: oneOf<string>('Closed'), since: exchangeTime });

const positionFields = {
  id: t.string,
  strategy: strategyId,
  root,
  structure: oneOf('iron-condor', 'broken-wing', 'put-spread'),
  legs,
  expiry: calendarDate,
  quantity: countFrom1,
  openedAt: exchangeTime,
  credit: number,
  openingFees: usd,
  buyingPower: usd,
  entry: record({ underlyingPrice: number, vix: number, ruleSet: t.string }),
};

const position: Reads<Position> = record({ ...positionFields, state });

const combo: Reads<ComboQuote> = record({
  mid: number,
  natural: number,
  naturalToClose: number,
  width: number,
});

/** An open position, with what is needed to get out of it without a fresh quote. */
export const heldPosition: Reads<HeldPosition> = record({
  position,
  lastQuote: orNull(combo),
  unwatchedSince: orNull(exchangeTime),
  failedCloses: count,
});

export const closedTrade: Reads<ClosedTrade> = record({
  position: record({ ...positionFields, state: closedState }),
  closedAt: exchangeTime,
  reason: oneOf('emergency', 'time', 'stop', 'profit', 'settled'),
  cost: number,
  profit: usd,
  fees: usd,
  vixAtClose: orNull(number),
});
