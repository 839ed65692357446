import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import { isTradingDay } from '../calendar/index.js';
import { noMemory, recordSession, type DailyBar, type DailyMemory } from '../market/index.js';
import type { Limits } from '../rule-set/index.js';
import type { CalendarDate } from '../units/index.js';
import { outOfOrder, stateError, type StateError } from './state-error.js';
import type { DailyParts } from './state-parts.js';

type Recorded = Either<ReadonlyArray<StateError>, DailyMemory>;

/** The memory of closed sessions, each recorded once: of a session the bar, VIX's close, or both are known. */
export const memoryOf = (daily: DailyParts, limits: Limits): Recorded => {
  const { bars, vixCloses, sessionsSeen } = daily;
  const errors = [...listErrors('daily.bars', bars), ...listErrors('daily.vixCloses', vixCloses)];
  if (errors.length > 0) return left(errors);
  const dates = [...new Set([...bars, ...vixCloses].map(({ date }) => date))].sort();
  const recorded = record(dates, daily, limits);
  if (isLeft(recorded)) return recorded;
  return sessionsSeen >= dates.length
    ? right({ ...recorded.right, sessions: sessionsSeen })
    : left([stateError('daily.sessionsSeen', sessionsSeen, `at least the ${dates.length} listed`)]);
};

const listErrors = (
  list: string,
  days: ReadonlyArray<{ readonly date: CalendarDate }>,
): ReadonlyArray<StateError> => [
  ...outOfOrder(
    list,
    'date',
    days.map(({ date }) => date),
  ),
  ...days.flatMap(({ date }, index) =>
    isTradingDay(date) ? [] : [stateError(`${list}.${index}.date`, date, 'a day with a session')],
  ),
];

const record = (dates: ReadonlyArray<CalendarDate>, daily: DailyParts, limits: Limits): Recorded => {
  const bars = new Map<string, DailyBar>(daily.bars.map((bar) => [bar.date, bar]));
  const vix = new Map<string, number>(daily.vixCloses.map(({ date, close }) => [date, close]));
  return dates.reduce<Recorded>((soFar, date) => {
    if (isLeft(soFar)) return soFar;
    const bar = bars.get(date);
    const closed = { date, bars: bar === undefined ? {} : { SPX: bar }, vix: vix.get(date) ?? null };
    const next = recordSession(soFar.right, closed, limits);
    return isLeft(next)
      ? left([stateError('daily', date, `a recordable session (${next.left._tag})`)])
      : next;
  }, right(noMemory));
};
