import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import {
  sessionsBetween,
  type CalendarDate,
  type DailyBar,
  type EngineEvent,
  type ExchangeTime,
  type MacroCalendar,
  type MarketHistory,
  type Session,
} from '../../core/index.js';
import { replayMarket, type ReplayChain, type ReplayMarket } from './replay-market.js';

/** Why a stretch cannot be replayed: the field, what was asked and what the history has. */
export interface ReplayError {
  readonly _tag: 'OutsideHistory' | 'EmptyRange' | 'NoWarmUp';
  readonly field: 'from' | 'to';
  readonly value: string;
  readonly limit: string;
}

export interface ReplayRange {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Sessions whose bars nobody looks at may be left out: they open and close all the same. */
  readonly watched?: (session: Session) => boolean;
}

/** The next thing that happened: an event, or a moment at which a bar ended. */
export type ReplayTick =
  | { readonly _tag: 'Event'; readonly at: ExchangeTime; readonly event: EngineEvent }
  | { readonly _tag: 'Market'; readonly at: ExchangeTime };

/** A market's past as a source of events, in time order. */
export interface ReplaySource {
  readonly peek: () => ReplayTick | null;
  readonly advance: () => void;
  readonly market: ReplayMarket;
  /** Sessions of the range, without the warm-up. */
  readonly sessions: number;
  /** Sessions before it that fill the memory. */
  readonly warmUp: number;
  /** The moment the account is opened: before the first session of the warm-up. */
  readonly startsAt: ExchangeTime;
}

/**
 * Replays a range: every session before it warms the memory up, then each session opens, ends its bars and
 * closes. A session without intraday bars opens and closes all the same.
 */
export const replaySource = (
  history: MarketHistory,
  chain: ReplayChain,
  macro: MacroCalendar,
  { from, to, watched = () => true }: ReplayRange,
): Either<ReplayError, ReplaySource> => {
  const days = history.indexDaily;
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || to > last.date)
    return left(error('OutsideHistory', 'to', to, `at most ${last?.date ?? 'nothing'}`));
  if (from < first.date) return left(error('OutsideHistory', 'from', from, `at least ${first.date}`));
  if (from > to) return left(error('EmptyRange', 'from', from, `at most ${to}`));
  const warmUp = days.filter(({ date }) => date < from);
  const opening = warmUp[0];
  if (opening === undefined)
    return left(error('NoWarmUp', 'from', from, `after ${first.date}, so that sessions precede it`));
  const sessions = sessionsBetween(from, to);
  if (isLeft(sessions)) return left(error('OutsideHistory', 'from', from, 'a date the calendar covers'));
  if (sessions.right.length === 0)
    return left(error('EmptyRange', 'to', to, `a range with a session in it, from ${from}`));
  const ticks = allTicks(history, chain, macro, warmUp, sessions.right, watched);
  let current = ticks.next();
  return right({
    peek: () => (current.done === true ? null : current.value),
    advance: () => {
      current = ticks.next();
    },
    market: replayMarket(history, chain),
    sessions: sessions.right.length,
    warmUp: warmUp.length,
    startsAt: { date: opening.date, second: 0 },
  });
};

const error = (
  tag: ReplayError['_tag'],
  field: ReplayError['field'],
  value: string,
  limit: string,
): ReplayError => ({ _tag: tag, field, value, limit });

function* allTicks(
  history: MarketHistory,
  chain: ReplayChain,
  macro: MacroCalendar,
  warmUp: ReadonlyArray<DailyBar>,
  sessions: ReadonlyArray<Session>,
  watched: (session: Session) => boolean,
): Generator<ReplayTick, void> {
  const indexDaily = new Map<string, DailyBar>(history.indexDaily.map((bar) => [bar.date, bar]));
  const vixDaily = new Map<string, DailyBar>(history.vixDaily.map((bar) => [bar.date, bar]));
  const intraday = new Map(history.indexIntraday.map((each) => [each.date as string, each]));
  for (const bar of warmUp) {
    const at = { date: bar.date, second: 57_600 };
    const vix = vixDaily.get(bar.date) ?? null;
    yield event({ _tag: 'WarmedUp', at, date: bar.date, index: bar, vix });
  }
  for (const session of sessions) {
    const { date, open, close } = session;
    yield event({ _tag: 'SessionOpened', at: { date, second: open }, macro });
    if (watched(session))
      for (const bar of intraday.get(date)?.bars ?? []) yield { _tag: 'Market', at: bar.end };
    const at = { date, second: close };
    const index = indexDaily.get(date) ?? null;
    const vix = vixDaily.get(date) ?? null;
    yield event({
      _tag: 'SessionClosed',
      at,
      index,
      vix,
      settlements: settlementsOf(chain, at, index, vix),
    });
  }
}

const event = (what: EngineEvent): ReplayTick => ({ _tag: 'Event', at: what.at, event: what });

/**
 * Expiring options settle on the official close of the index and what the model makes of it; without a VIX there
 * is no model, and only options on the index itself settle.
 */
const settlementsOf = (
  chain: ReplayChain,
  at: ExchangeTime,
  index: DailyBar | null,
  vix: DailyBar | null,
): Readonly<Record<string, number>> =>
  index === null
    ? {}
    : vix === null
      ? { SPX: index.close, XSP: index.close / 10 }
      : Object.fromEntries(
          chain
            .underlyings({ at, indexLevel: index.close, vix: vix.close })
            .underlyings.map(({ root, value }) => [root, value]),
        );
