import * as t from 'io-ts/lib/index.js';
import {
  calendarDate,
  exchangeTime,
  type BreakerState,
  type BrokerStatus,
  type DailyBar,
  type EquitySample,
  type MacroCalendar,
  type Phase,
  type StateParts,
} from '../../core/index.js';
import { above0, count, list, oneOf, orNull, record, tagged, usd, type Reads } from './codecs.js';

const phase: Reads<Phase> = new t.Type<Phase, unknown>(
  'a phase from 0 to 4',
  (input): input is Phase => phases.some((each) => each === input),
  (input, context) => {
    const known = phases.find((each) => each === input);
    return known === undefined ? t.failure(input, context) : t.success(known);
  },
  t.identity,
);

const phases: ReadonlyArray<Phase> = [0, 1, 2, 3, 4];

export const account: Reads<StateParts['account']> = record({
  cash: usd,
  previousClosingEquity: usd,
  weekBaselineEquity: usd,
  monthBaselineEquity: usd,
  phase: record({ phase, reached: t.boolean }),
});

export const equitySample: Reads<EquitySample> = record({ at: exchangeTime, equity: usd });

const breaker: Reads<BreakerState> = tagged<BreakerState>({
  Armed: record({ _tag: t.literal('Armed') }),
  Tripped: record({
    _tag: t.literal('Tripped'),
    reasons: list(oneOf('rapid drawdown', 'correlation', 'margin', 'losses')),
    at: exchangeTime,
    equityAtTrip: usd,
    lastBreach: exchangeTime,
    lockedSince: orNull(exchangeTime),
  }),
  Probation: record({ _tag: t.literal('Probation'), since: exchangeTime, sessions: count }),
});

const cause = oneOf('rapid drawdown', 'margin', 'drawdown');
const sighting = orNull(record({ at: exchangeTime, reference: usd }));

export const protections: Reads<StateParts['protections']> = record({
  breaker,
  closing: record({
    sightings: record({ 'rapid drawdown': sighting, margin: sighting, drawdown: sighting }),
    flatten: orNull(record({ since: exchangeTime, causes: list(cause) })),
  }),
  drawdown: record({
    peak: usd,
    inceptionPeak: usd,
    noEntriesSince: orNull(exchangeTime),
    flatSessions: count,
  }),
  lossStreak: count,
  panicSince: orNull(exchangeTime),
});

const strategy = record({ enteredAt: orNull(exchangeTime), noEdgeSince: orNull(exchangeTime) });

export const strategies: Reads<StateParts['strategies']> = record({
  'friday-0dte': strategy,
  lt112: strategy,
});

const bar: Reads<DailyBar> = record({
  date: calendarDate,
  open: above0,
  high: above0,
  low: above0,
  close: above0,
});

export const daily: Reads<StateParts['daily']> = record({
  sessionsSeen: count,
  bars: list(bar),
  vixCloses: list(record({ date: calendarDate, close: above0 })),
});

const covered = orNull(record({ from: calendarDate, to: calendarDate }));

const secondOfDay = t.refinement(count, (second) => second < 86_400, 'a second of the day');

export const macro: Reads<MacroCalendar> = record({
  events: list(
    record({
      kind: oneOf('FOMC', 'CPI', 'NFP', 'GDP', 'OPEX'),
      date: calendarDate,
      second: orNull(secondOfDay),
    }),
  ),
  coverage: record({ FOMC: covered, CPI: covered, NFP: covered, GDP: covered }),
});

export const broker: Reads<BrokerStatus> = record({
  heartbeatAt: exchangeTime,
  ready: t.boolean,
  detail: t.string,
});
