import { isLeft, left, mapLeft, right, type Either } from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts/lib/index.js';
import {
  exchangeTime,
  limitsOf,
  stateFrom,
  type AppState,
  type MarketSnapshot,
  type RuleSet,
  type StateParts,
} from '../../core/index.js';
import { account, broker, daily, equitySample, macro, protections, strategies } from './account-codecs.js';
import { inOrder, marketErrors } from './chain-errors.js';
import { list, oneOf, orNull, record, type Reads } from './codecs.js';
import { market, type MarketParts } from './market-codecs.js';
import { closedTrade, heldPosition } from './position-codecs.js';
import { contradiction, fieldErrors, type SnapshotError } from './snapshot-error.js';

/** One account and one market at one moment: the document of `tomking decide` (docs/snapshot.md). */
export interface Snapshot extends StateParts {
  readonly schema: 'tomking.snapshot/1';
  readonly ruleSet: string;
  readonly market: MarketParts;
  /** A snapshot is taken while no order is working. */
  readonly workingOrders: 0;
}

/** Reads parsed JSON. Every field must be there; `null` says that nobody knows it, where that is allowed. */
export const decodeSnapshot = (input: unknown): Either<ReadonlyArray<SnapshotError>, Snapshot> => {
  const decoded = pipe(snapshot.decode(input), mapLeft(fieldErrors));
  if (isLeft(decoded)) return decoded;
  const errors = marketErrors(decoded.right.market);
  return errors.length > 0
    ? left(errors)
    : right({ ...decoded.right, market: inOrder(decoded.right.market) });
};

/** The document of a snapshot: plain JSON data that `decodeSnapshot` reads back. */
export const encodeSnapshot = (taken: Snapshot): unknown => snapshot.encode(taken);

/** The engine's state just before it sees the market, and that market. Left: parts that contradict each other. */
export const engineInput = (
  { market: seen, ...parts }: Snapshot,
  rules: RuleSet,
): Either<ReadonlyArray<SnapshotError>, { readonly state: AppState; readonly market: MarketSnapshot }> => {
  const state = stateFrom(parts, limitsOf(rules));
  return isLeft(state)
    ? left(state.left.map(contradiction))
    : right({ state: state.right, market: { at: parts.at, ...seen } });
};

const none: Reads<0> = new t.Type<0, unknown>(
  '0: a snapshot is taken while no order is working',
  (input): input is 0 => input === 0,
  (input, context) => (input === 0 ? t.success(0) : t.failure(input, context)),
  t.identity,
);

const snapshot: Reads<Snapshot> = record({
  schema: oneOf('tomking.snapshot/1'),
  at: exchangeTime,
  ruleSet: t.string,
  account,
  equitySamples: list(equitySample),
  protections,
  strategies,
  positions: list(heldPosition),
  closedTrades: list(closedTrade),
  workingOrders: none,
  usedOrderKeys: list(t.string),
  daily,
  macro,
  market,
  broker: orNull(broker),
  reconciledAt: orNull(exchangeTime),
  operator: record({ halted: t.boolean, manual: t.boolean }),
});
