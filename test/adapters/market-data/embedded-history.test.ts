import { isLeft } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { embeddedHistory } from '../../../adapters/market-data/index.js';
import { clock, compareTimes, session, type IntradaySession } from '../../../core/index.js';

const read = embeddedHistory();
if (isLeft(read)) throw new Error(JSON.stringify(read.left));
const { history, defects } = read.right;

const sessionOn = (sessions: ReadonlyArray<IntradaySession>, date: string): IntradaySession =>
  sessions.find((each) => each.date === date)!;

const barAt = (
  sessions: ReadonlyArray<IntradaySession>,
  date: string,
  second: number,
): IntradaySession['bars'][number] =>
  sessionOn(sessions, date).bars.find(({ start }) => start.second === second)!;

const on = <A extends { readonly date: string }>(days: ReadonlyArray<A>, date: string): A =>
  days.find((day) => day.date === date)!;

describe('the embedded history', () => {
  it('has no gap', () => {
    expect(defects).toEqual([]);
  });

  it('holds 1,088 daily sessions from September 2021 to the end of 2025', () => {
    for (const days of [history.indexDaily, history.vixDaily, history.volatility, history.shares]) {
      expect([days.length, days[0]!.date, days.at(-1)!.date]).toEqual([1_088, '2021-09-01', '2025-12-31']);
    }
  });

  it('has at least 252 sessions of daily history before the first of October 2022 and of January 2023', () => {
    const before = (date: string): number => history.vixDaily.filter((day) => day.date < date).length;
    expect(before('2022-10-01')).toBeGreaterThanOrEqual(252);
    expect(before('2023-01-01')).toBeGreaterThanOrEqual(252 + 60);
  });

  it('holds 60 hourly, 300 quarter-hourly and 455 five-minute sessions of the S&P 500', () => {
    const ofResolution = (seconds: number): ReadonlyArray<IntradaySession> =>
      history.indexIntraday.filter(({ resolution }) => resolution === seconds);
    expect([3_600, 900, 300].map((seconds) => ofResolution(seconds).length)).toEqual([60, 300, 455]);
    expect(ofResolution(3_600).flatMap(({ bars }) => bars)).toHaveLength(417);
    expect(ofResolution(900).flatMap(({ bars }) => bars)).toHaveLength(7_776);
    expect(ofResolution(300).flatMap(({ bars }) => bars)).toHaveLength(35_274);
  });

  it('has 7, 26 or 78 bars in a full session and 4, 14 or 42 in one that closes at 13:00', () => {
    const full = { 3_600: 7, 900: 26, 300: 78 };
    const short = { 3_600: 4, 900: 14, 300: 42 };
    const unexpected = history.indexIntraday.filter(({ date, resolution, bars }) => {
      const expected = session(date)!.earlyClose ? short : full;
      return bars.length !== expected[resolution as 3_600 | 900 | 300];
    });
    expect(unexpected).toEqual([]);
    expect(sessionOn(history.indexIntraday, '2024-11-29').bars).toHaveLength(42);
  });

  it('has 706 sessions of hourly VIX bars, the last one complete', () => {
    expect(history.vixIntraday).toHaveLength(706);
    expect(history.vixIntraday.at(-1)!.date).toBe('2025-07-28');
    expect(history.vixIntraday.at(-1)!.bars).toHaveLength(14);
  });

  it('drops the VIX that was published on days the exchange was closed', () => {
    for (const holiday of ['2022-11-24', '2025-01-09', '2025-07-04']) {
      expect(history.vixDaily.some(({ date }) => date === holiday)).toBe(false);
      expect(history.vixIntraday.some(({ date }) => date === holiday)).toBe(false);
    }
  });

  it('ends every bar after its start, inside its day and not after the next bar starts', () => {
    const wrong = [...history.indexIntraday, ...history.vixIntraday].flatMap(({ bars }) =>
      bars.filter((bar, index) => {
        const next = bars[index + 1];
        return (
          compareTimes(bar.start, bar.end) >= 0 ||
          bar.end.date !== bar.start.date ||
          (next !== undefined && compareTimes(bar.end, next.start) > 0)
        );
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('prices of the embedded history, as their sources have them', () => {
  it('knows a VIX of 23.59 on 2025-03-14 at 10:10, when the bar of 09:10 has ended', () => {
    const bar = barAt(history.vixIntraday, '2025-03-14', clock(9, 10));
    expect(bar).toMatchObject({ open: 23.9, high: 23.98, low: 23.13, close: 23.59 });
    expect(bar.end).toEqual({ date: '2025-03-14', second: clock(10, 10) });
  });

  it('has the VIX of 65.73 in the bar of 08:10 on 2024-08-05', () => {
    expect(barAt(history.vixIntraday, '2024-08-05', clock(8, 10))).toMatchObject({
      open: 54,
      high: 65.73,
      low: 53.96,
      close: 56.91,
    });
  });

  it('has the rally of 2025-04-09 in the five minutes from 13:15', () => {
    expect(barAt(history.indexIntraday, '2025-04-09', clock(13, 15))).toMatchObject({
      open: 5040.86,
      high: 5151.7,
      low: 5000.78,
      close: 5142.75,
    });
  });

  it('starts the first hourly bar at 09:30 and ends it at 10:00', () => {
    const [first, second] = sessionOn(history.indexIntraday, '2022-10-13').bars;
    expect(first!.end.second).toBe(clock(10, 0));
    expect(second!.start.second).toBe(clock(10, 0));
    expect(first).toMatchObject({ open: 3520.37, high: 3535.15, low: 3491.58, close: 3529.15 });
  });

  it('opens at 09:30 New York time on both sides of a clock change', () => {
    for (const [date, open] of [
      ['2024-03-08', undefined],
      ['2024-03-11', 5111.96],
      ['2024-11-04', 5725.15],
    ] as const) {
      const first = sessionOn(history.indexIntraday, date).bars[0]!;
      expect(first.start.second).toBe(clock(9, 30));
      if (open !== undefined) expect(first.open).toBe(open);
    }
  });

  it('has the daily values of 2025-04-04', () => {
    expect(on(history.indexDaily, '2025-04-04')).toMatchObject({
      open: 5292.14,
      high: 5292.14,
      low: 5069.9,
      close: 5074.08,
    });
    expect(on(history.vixDaily, '2025-04-04')).toMatchObject({ high: 45.61, close: 45.31 });
    expect(on(history.volatility, '2025-04-04')).toMatchObject({
      vix1d: 81.89,
      vix9d: 57.17,
      vix3m: 36.71,
      vix6m: 32.55,
    });
    expect(on(history.shares, '2025-04-04')).toMatchObject({ close: 505.28, dividend: 0 });
    expect(on(history.rates, '2025-04-04').threeMonth).toBeCloseTo(0.0428, 12);
  });

  it('has no VIX1D before its first day, 2022-05-13', () => {
    const first = history.volatility.find(({ vix1d }) => vix1d !== null)!;
    expect(first.date).toBe('2022-05-13');
  });

  it('has no yield on Columbus Day, and does not carry one', () => {
    expect(history.rates.some(({ date }) => date === '2024-10-14')).toBe(false);
  });

  it('has 18 dividends of SPY, each on a third Friday and worth 1.36 to 2 dollars', () => {
    const paid = history.shares.filter(({ dividend }) => dividend > 0);
    expect(paid).toHaveLength(18);
    for (const { date, dividend } of paid) {
      expect(['03', '06', '09', '12']).toContain(date.slice(5, 7));
      expect(Number(date.slice(8))).toBeGreaterThanOrEqual(15);
      expect(Number(date.slice(8))).toBeLessThanOrEqual(21);
      expect(dividend).toBeGreaterThan(1.36);
      expect(dividend).toBeLessThan(2);
    }
    expect(on(paid, '2023-03-17').dividend).toBe(1.506);
    expect(on(paid, '2024-12-20').dividend).toBe(1.966);
  });

  it('has 8 FOMC decisions a year, at 14:00 where a time is known, and releases at 08:30', () => {
    const kind = (name: string, year: string): number =>
      history.macroEvents.filter((event) => event.kind === name && event.date.startsWith(year)).length;
    expect(['2021', '2022', '2023', '2024', '2025', '2026'].map((year) => kind('FOMC', year))).toEqual(
      Array<number>(6).fill(8),
    );
    expect(['2022', '2023', '2024', '2025'].map((year) => kind('CPI', year))).toEqual([12, 12, 12, 11]);
    expect(['2022', '2023', '2024', '2025'].map((year) => kind('NFP', year))).toEqual([12, 12, 12, 11]);
    const seconds = (name: string): ReadonlyArray<number | null> => [
      ...new Set(history.macroEvents.filter((event) => event.kind === name).map(({ second }) => second)),
    ];
    expect(seconds('FOMC')).toEqual([clock(14, 0), null]);
    expect(seconds('CPI')).toEqual([clock(8, 30), null]);
    expect(seconds('NFP')).toEqual([clock(8, 30), null]);
  });
});

describe('the coverage of the embedded history', () => {
  const rows = history.coverage.map(({ series, resolution, from, to }) => [series, resolution, from, to]);

  it('names every stretch of the S&P 500 and the VIX with its resolution', () => {
    expect(rows).toEqual(
      expect.arrayContaining([
        ['S&P 500', 'daily', '2021-09-01', '2025-12-31'],
        ['S&P 500', 'hourly', '2022-10-03', '2022-12-27'],
        ['S&P 500', '15 min', '2022-12-28', '2024-03-08'],
        ['S&P 500', '5 min', '2024-03-11', '2025-12-31'],
        ['VIX', 'daily', '2021-09-01', '2025-12-31'],
        ['VIX', 'hourly', '2022-10-03', '2025-07-28'],
        ['VIX1D', 'daily close', '2022-05-13', '2025-12-31'],
        ['CPI releases', 'event', '2021-01-13', '2026-02-13'],
        ['FOMC releases', 'event', '2021-01-27', '2026-12-09'],
      ]),
    );
  });

  it('names a source for every stretch', () => {
    expect(history.coverage.every(({ source }) => /@[0-9a-f]{7} /.test(`${source} `))).toBe(true);
  });
});
