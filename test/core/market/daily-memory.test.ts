import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averageTrueRange,
  dailyIndicators,
  exponentialMovingAverage,
  memoryLength,
  noMemory,
  recordSession,
  sessionsBetween,
  type CalendarDate,
  type ClosedSession,
  type DailyBar,
  type DailyMemory,
} from '../../../core/index.js';
import { limits, on, shown } from './fixtures.js';

const list = sessionsBetween(on('2023-01-03'), on('2024-12-31'));
const dates = isRight(list) ? list.right.map(({ date }) => date) : [];

/** A price that rises a quarter point a session, with a range of 3 points. */
const barOn = (date: CalendarDate): DailyBar => {
  const close = 400 + 0.25 * dates.indexOf(date);
  return { date, open: close, high: close + 1, low: close - 2, close };
};

const sessionOn = (date: CalendarDate): ClosedSession => ({
  date,
  bars: { SPY: barOn(date) },
  vix: 12 + (dates.indexOf(date) % 20),
});

const recorded = (sessions: ReadonlyArray<ClosedSession>, from: DailyMemory = noMemory): DailyMemory =>
  sessions.reduce((memory, session) => {
    const next = recordSession(memory, session, limits);
    return isRight(next) ? next.right : memory;
  }, from);

const full = recorded(dates.slice(0, 300).map(sessionOn));
const next = dates[300]!;

describe('recording a session', () => {
  it('keeps as many sessions as the longest indicator asks for: 252', () => {
    expect(memoryLength(limits)).toBe(252);
    expect(full.bars.SPY?.map(({ date }) => date)).toEqual(dates.slice(48, 300));
    expect(full.vix.map(({ date }) => date)).toEqual(dates.slice(48, 300));
    expect([full.sessions, full.last]).toEqual([300, dates[299]]);
  });

  it('keeps one bar more than a longer ATR is long', () => {
    expect(memoryLength({ ...limits, 'friday0dte.atrSessions': 400 })).toBe(401);
  });

  it('leaves the memory it was given as it was', () => {
    const before = structuredClone(full);
    recordSession(full, sessionOn(next), limits);
    expect(full).toEqual(before);
  });

  it.each([299, 298, 0])('refuses session %s after the 299th', (index) => {
    const refused = recordSession(full, sessionOn(dates[index]!), limits);
    expect(isLeft(refused) && refused.left).toEqual({
      _tag: 'UnorderedSession',
      field: 'date',
      value: dates[index],
      limit: dates[299],
    });
  });

  it.each(['2024-12-25', '2024-12-28'])('refuses %s, on which the exchange is closed', (date) => {
    const refused = recordSession(full, { date: on(date), bars: {}, vix: 15 }, limits);
    expect(isLeft(refused) && refused.left._tag).toBe('NotASession');
  });

  it('refuses a bar of another day and a value that is no number', () => {
    const session = sessionOn(next);
    const refusal = (changes: Partial<ClosedSession>): unknown => {
      const answer = recordSession(full, { ...session, ...changes }, limits);
      return isLeft(answer) && answer.left;
    };
    expect(refusal({ bars: { SPY: barOn(dates[299]!) } })).toMatchObject({
      _tag: 'BarOfAnotherDay',
      field: 'SPY',
    });
    expect(refusal({ bars: { SPX: { ...barOn(next), low: Number.NaN } } })).toMatchObject({
      _tag: 'NonFiniteValue',
      field: 'SPX',
    });
    expect(refusal({ vix: Number.POSITIVE_INFINITY })).toMatchObject({
      _tag: 'NonFiniteValue',
      field: 'VIX',
    });
    expect(refusal({})).toBe(false);
  });

  it('leaves out what the source does not have', () => {
    const memory = recorded([{ date: next, bars: {}, vix: null }], full);
    expect([memory.last, memory.sessions]).toEqual([next, 301]);
    expect([memory.bars, memory.vix]).toEqual([full.bars, full.vix]);
  });

  it('keeps order and length whatever is offered', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(dates.length - 1), { maxLength: 12 }), (indexes) => {
        const memory = recorded(indexes.map((index) => sessionOn(dates[index]!)));
        const kept = (memory.bars.SPY ?? []).map(({ date }) => date);
        return kept.length === memory.sessions && kept.every((date, i) => i === 0 || kept[i - 1]! < date);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('indicators of the memory', () => {
  it('are the indicators of the sessions it keeps', () => {
    const bars = dates.slice(48, 300).map(barOn);
    const closes = bars.map(({ close }) => close);
    const indicators = dailyIndicators(full, 'SPY', next, limits);
    expect(indicators.fastAverage).toEqual(exponentialMovingAverage(closes, 8));
    expect(indicators.slowAverage).toEqual(exponentialMovingAverage(closes, 21));
    expect(indicators.atr).toEqual(averageTrueRange(bars, 14));
    // The 299th session's VIX is 12 + 299 % 20 = 31 in a range of 12 to 31.
    expect(shown(indicators.ivRank)).toBe(1);
  });

  it('in a market that rises a quarter point a day lag by known amounts', () => {
    // An EMA of a straight line lags by (n − 1) / 2 steps: 3.5 and 10 quarters. Every true range is 3.
    const indicators = dailyIndicators(full, 'SPY', next, limits);
    const last = barOn(dates[299]!).close;
    expect(shown(indicators.fastAverage)).toBeCloseTo(last - 3.5 / 4, 9);
    expect(shown(indicators.slowAverage)).toBeCloseTo(last - 10 / 4, 9);
    expect(shown(indicators.atr)).toBeCloseTo(3, 9);
  });

  it('are there after the session has been recorded and before the next one has', () => {
    expect(isRight(dailyIndicators(full, 'SPY', dates[299]!, limits).atr)).toBe(true);
    expect(isRight(dailyIndicators(full, 'SPY', next, limits).atr)).toBe(true);
  });

  it('are stale a session later, and never know what comes after the date', () => {
    const late = dailyIndicators(full, 'SPY', dates[301]!, limits);
    [late.fastAverage, late.slowAverage, late.atr, late.ivRank].forEach((reading) => {
      expect(shown(reading)).toBe('stale');
    });
    expect(shown(dailyIndicators(full, 'SPY', dates[298]!, limits).atr)).toBe('out-of-session');
  });

  it.each([
    [7, 'too-short', 'too-short', 'too-short'],
    [8, 'known', 'too-short', 'too-short'],
    [14, 'known', 'too-short', 'too-short'],
    [15, 'known', 'too-short', 'known'],
    [20, 'known', 'too-short', 'known'],
    [21, 'known', 'known', 'known'],
  ])('after %s sessions are %s, %s and %s', (count, fast, slow, atr) => {
    const memory = recorded(dates.slice(0, count).map(sessionOn));
    const indicators = dailyIndicators(memory, 'SPY', dates[count]!, limits);
    const seen = [indicators.fastAverage, indicators.slowAverage, indicators.atr].map((reading) =>
      isRight(reading) ? 'known' : reading.left.reason,
    );
    expect(seen).toEqual([fast, slow, atr]);
  });

  it.each([
    [251, false],
    [252, true],
  ])('after %s VIX closes know the IV rank: %s', (count, rank) => {
    const memory = recorded(dates.slice(0, count).map(sessionOn));
    expect(isRight(dailyIndicators(memory, 'SPY', dates[count]!, limits).ivRank)).toBe(rank);
  });

  it('do not step over a session that is missing among those they need', () => {
    const hole = (back: number): DailyMemory =>
      recorded(
        dates
          .slice(0, 300)
          .map((date, index) => (index === 300 - back ? { ...sessionOn(date), bars: {} } : sessionOn(date))),
      );
    // The ATR(14) reads 15 bars, EMA(8) is asked for its last 8.
    const ten = dailyIndicators(hole(10), 'SPY', next, limits);
    expect([shown(ten.atr), shown(ten.slowAverage), isRight(ten.fastAverage)]).toEqual([
      'absent',
      'absent',
      true,
    ]);
    const fifteen = dailyIndicators(hole(15), 'SPY', next, limits);
    expect([shown(fifteen.atr), isRight(fifteen.fastAverage)]).toEqual(['absent', true]);
    expect(shown(dailyIndicators(hole(8), 'SPY', next, limits).fastAverage)).toBe('absent');
    const thirty = dailyIndicators(hole(30), 'SPY', next, limits);
    expect([isRight(thirty.atr), isRight(thirty.slowAverage)]).toEqual([true, true]);
  });

  it('are too short for a root that was never recorded', () => {
    expect(shown(dailyIndicators(full, 'ES', next, limits).atr)).toBe('too-short');
  });
});
