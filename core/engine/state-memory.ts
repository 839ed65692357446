import { chain, isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import {
  noMemory,
  recordSession,
  type DailyBar,
  type DailyMemory,
  type MemoryError,
} from '../market/index.js';
import type { Limits } from '../rule-set/index.js';
import { outOfOrder, stateError, type StateError } from './state-errors.js';
import type { DailyParts } from './state-parts.js';

/** The memory of closed sessions, each recorded once: of a session the bar, VIX's close, or both are known. */
export const memoryOf = (
  { bars, vixCloses, sessionsSeen }: DailyParts,
  limits: Limits,
): Either<ReadonlyArray<StateError>, DailyMemory> => {
  const disorder = [
    ...outOfOrder(
      'daily.bars',
      'date',
      bars.map(({ date }) => date),
    ),
    ...outOfOrder(
      'daily.vixCloses',
      'date',
      vixCloses.map(({ date }) => date),
    ),
  ];
  if (disorder.length > 0) return left(disorder);
  const barOn = new Map<string, DailyBar>(bars.map((bar) => [bar.date, bar]));
  const vixOn = new Map<string, number>(vixCloses.map(({ date, close }) => [date, close]));
  const dates = [...new Set([...bars, ...vixCloses].map(({ date }) => date))].sort();
  const recorded = dates.reduce<Either<ReadonlyArray<StateError>, DailyMemory>>(
    (soFar, date) =>
      pipe(
        soFar,
        chain((memory) => {
          const bar = barOn.get(date);
          const closed = { date, bars: bar === undefined ? {} : { SPX: bar }, vix: vixOn.get(date) ?? null };
          const next = recordSession(memory, closed, limits);
          return isLeft(next) ? left([dailyError(next.left)]) : next;
        }),
      ),
    right(noMemory),
  );
  if (isLeft(recorded)) return recorded;
  return sessionsSeen >= dates.length
    ? right({ ...recorded.right, sessions: sessionsSeen })
    : left([stateError('daily.sessionsSeen', sessionsSeen, `at least the ${dates.length} listed`)]);
};

const dailyError = (error: MemoryError): StateError =>
  error._tag === 'NotASession'
    ? stateError('daily', error.value, 'a date on which the exchange had a session')
    : stateError('daily', error.value, 'an ascending list of finite prices, each of its own session');
