import { left, right, type Either } from 'fp-ts/lib/Either.js';
import { isTradingDay } from '../calendar/index.js';
import type { Limits } from '../rule-set/index.js';
import type { CalendarDate } from '../units/index.js';
import type { DailyBar } from './bar.js';
import type { Root } from './instrument.js';

/** One session's official closing level, in the unit of its series. */
export interface DailyClose {
  readonly date: CalendarDate;
  readonly close: number;
}

/**
 * What the engine remembers of past sessions: their daily bars by root (points) and VIX closes (vol points),
 * ascending, the newest `memoryLength` of each. Every value in it is finite.
 */
export interface DailyMemory {
  readonly last: CalendarDate | null;
  /** Sessions recorded since the beginning, for the warm-up. */
  readonly sessions: number;
  readonly bars: Readonly<Partial<Record<Root, ReadonlyArray<DailyBar>>>>;
  readonly vix: ReadonlyArray<DailyClose>;
}

export const noMemory: DailyMemory = { last: null, sessions: 0, bars: {}, vix: [] };

/** A session that has closed. A root or a VIX the source does not have is left out, never filled. */
export interface ClosedSession {
  readonly date: CalendarDate;
  readonly bars: Readonly<Partial<Record<Root, DailyBar>>>;
  /** The official close, in vol points. */
  readonly vix: number | null;
}

/** Why a session is not recorded; the memory stays as it was. */
export type MemoryError =
  | {
      readonly _tag: 'UnorderedSession';
      readonly field: 'date';
      readonly value: CalendarDate;
      readonly limit: CalendarDate;
    }
  | { readonly _tag: 'NotASession'; readonly field: 'date'; readonly value: CalendarDate }
  | {
      readonly _tag: 'BarOfAnotherDay';
      readonly field: Root;
      readonly value: CalendarDate;
      readonly limit: CalendarDate;
    }
  | { readonly _tag: 'NonFiniteValue'; readonly field: Root | 'VIX'; readonly value: number };

export type MemoryLimits = Pick<
  Limits,
  'ivRank.sessions' | 'session.warmUp' | 'lt112.fastAverage' | 'lt112.slowAverage' | 'friday0dte.atrSessions'
>;

/** Sessions kept: enough for the IV rank, the warm-up and every indicator (an ATR needs a close before it). */
export const memoryLength = (limits: MemoryLimits): number =>
  Math.max(
    limits['ivRank.sessions'],
    limits['session.warmUp'],
    limits['lt112.fastAverage'],
    limits['lt112.slowAverage'],
    limits['friday0dte.atrSessions'] + 1,
  );

/** The memory with one more session, later than all it holds. Neither argument is changed. */
export const recordSession = (
  memory: DailyMemory,
  session: ClosedSession,
  limits: MemoryLimits,
): Either<MemoryError, DailyMemory> => {
  const error = errorIn(memory, session);
  if (error !== null) return left(error);
  const { date, vix } = session;
  const kept = -memoryLength(limits);
  const longer = barsOf(session).map(
    ([root, bar]) => [root, [...(memory.bars[root] ?? []), bar].slice(kept)] as const,
  );
  return right({
    last: date,
    sessions: memory.sessions + 1,
    bars: { ...memory.bars, ...Object.fromEntries(longer) },
    vix: vix === null ? memory.vix : [...memory.vix, { date, close: vix }].slice(kept),
  });
};

const barsOf = ({ bars }: ClosedSession): ReadonlyArray<readonly [Root, DailyBar]> =>
  // The keys of a record by root are roots.
  Object.entries(bars) as ReadonlyArray<[Root, DailyBar]>;

const errorIn = (memory: DailyMemory, session: ClosedSession): MemoryError | null => {
  const { date, vix } = session;
  if (memory.last !== null && date <= memory.last)
    return { _tag: 'UnorderedSession', field: 'date', value: date, limit: memory.last };
  if (!isTradingDay(date)) return { _tag: 'NotASession', field: 'date', value: date };
  if (vix !== null && !Number.isFinite(vix)) return { _tag: 'NonFiniteValue', field: 'VIX', value: vix };
  return (
    barsOf(session)
      .map(([root, bar]) => errorOfBar(root, bar, date))
      .find((error) => error !== null) ?? null
  );
};

const errorOfBar = (root: Root, bar: DailyBar, date: CalendarDate): MemoryError | null => {
  if (bar.date !== date) return { _tag: 'BarOfAnotherDay', field: root, value: bar.date, limit: date };
  const odd = [bar.open, bar.high, bar.low, bar.close].find((price) => !Number.isFinite(price));
  return odd === undefined ? null : { _tag: 'NonFiniteValue', field: root, value: odd };
};
