import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  compareTimes,
  formatTime,
  sessionsBetween,
  type Bar,
  type DailyBar,
  type ExchangeTime,
  type MarketHistory,
} from '../../../core/index.js';
import { createModelChain } from '../../../adapters/market-data/index.js';
import { replaySource } from '../../../adapters/replay/index.js';
import { pricing } from '../../../pricing-wasm/index.js';
import { day, derivedRules, history, macroOf, replayed, rightOf } from './replay-harness.js';

/** VIX by the hour in the first stretch, by the day in the second; each holds a 0DTE Friday that fills. */
const stretches = [
  { from: '2025-03-06', to: '2025-03-14' },
  { from: '2025-11-17', to: '2025-11-25' },
] as const;

/** The history without the decades nobody remembers: more than a year before the replays here. */
const recent = (): MarketHistory => {
  const past = history();
  const since = <Row extends { readonly date: string }>(rows: ReadonlyArray<Row>): ReadonlyArray<Row> =>
    rows.filter(({ date }) => date >= '2024-01-02' && date <= '2025-11-25');
  return {
    ...past,
    indexDaily: since(past.indexDaily),
    indexIntraday: since(past.indexIntraday),
    vixDaily: since(past.vixDaily),
    vixIntraday: since(past.vixIntraday),
    volatility: since(past.volatility),
    rates: since(past.rates),
    shares: since(past.shares),
  };
};

/** What was decided, ordered and filled up to and including a moment, as one text a step. */
const told = (past: MarketHistory, until: ExchangeTime): string => {
  const hash = createHash('sha256');
  let steps = 0;
  replayed({
    from: stretches.find(({ to }) => until.date <= to)?.from ?? until.date,
    to: until.date,
    capital: 50_000,
    rules: derivedRules,
    history: past,
    onStep: ({ event, result: { decisions, commands } }) => {
      // A session's close tells the day's official prices: it is the first step that may differ.
      if (compareTimes(event.at, until) > 0 || event._tag === 'SessionClosed') return;
      const report = event._tag === 'OrderReported' ? [event.order, event.report] : [];
      hash.update(JSON.stringify([formatTime(event.at), event._tag, report, decisions, commands]));
      steps += 1;
    },
  });
  return `${steps} ${hash.digest('hex')}`;
};

const scaled = <P extends Bar | DailyBar>(bar: P, factor: number): P => ({
  ...bar,
  high: bar.high * factor,
  low: bar.low * factor,
  close: bar.close * factor,
});

/** The same past up to `cut`; what came later is left out (`null`) or made up (a factor on prices). */
const otherFuture = (past: MarketHistory, cut: ExchangeTime, factor: number | null): MarketHistory => {
  const before = <Row extends { readonly date: string }>(rows: ReadonlyArray<Row>): ReadonlyArray<Row> =>
    rows.filter(({ date }) => date < cut.date);
  // The cut's own daily bars stay, with only their opens true: replay needs a row for its last session.
  const daily = (rows: ReadonlyArray<DailyBar>): ReadonlyArray<DailyBar> =>
    rows
      .filter(({ date }) => date <= cut.date)
      .map((bar) => (bar.date < cut.date ? bar : scaled(bar, factor ?? 2)));
  const intraday = (sessions: MarketHistory['indexIntraday']): MarketHistory['indexIntraday'] =>
    sessions
      .filter(({ date }) => date <= cut.date)
      .map((each) => ({
        ...each,
        bars: each.bars.flatMap((bar) => {
          if (compareTimes(bar.end, cut) <= 0) return [bar];
          return factor === null ? [] : [{ ...scaled(bar, factor), open: bar.open * factor }];
        }),
      }));
  return {
    ...past,
    indexDaily: daily(past.indexDaily),
    indexIntraday: intraday(past.indexIntraday),
    vixDaily: daily(past.vixDaily),
    vixIntraday: intraday(past.vixIntraday),
    volatility: before(past.volatility),
    rates: before(past.rates),
    // Dividends are announced long before their ex-date: the day's own row stays, without its close.
    shares: past.shares.flatMap((row) =>
      row.date < cut.date ? [row] : row.date === cut.date ? [{ ...row, close: Number.NaN }] : [],
    ),
  };
};

const past = recent();
const sessions = stretches.flatMap(({ from, to }) => rightOf(sessionsBetween(day(from), day(to))));
const cuts: fc.Arbitrary<ExchangeTime> = fc
  .tuple(fc.constantFrom(...sessions), fc.integer({ min: 1, max: 77 }), fc.integer({ min: 0, max: 299 }))
  .map(([{ date, open }, bars, seconds]) => ({ date, second: open + bars * 300 + seconds }));
/** Truth up to each cut, worked out once a cut. */
const truth = new Map<string, string>();
const truthUntil = (cut: ExchangeTime): string => {
  const key = formatTime(cut);
  const known = truth.get(key) ?? told(past, cut);
  truth.set(key, known);
  return known;
};

describe('a replay knows nothing of the future', () => {
  it('decides, orders and fills the same up to any moment when everything later is left out (40 cuts)', () => {
    fc.assert(
      fc.property(cuts, (cut) => {
        expect(told(otherFuture(past, cut, null), cut)).toBe(truthUntil(cut));
      }),
      { numRuns: 40 },
    );
  });

  it('decides, orders and fills the same up to any moment whatever comes later (40 cuts)', () => {
    fc.assert(
      fc.property(cuts, fc.double({ min: 0.8, max: 1.25, noNaN: true }), (cut, factor) => {
        expect(told(otherFuture(past, cut, factor), cut)).toBe(truthUntil(cut));
      }),
      { numRuns: 40 },
    );
  });

  it('does differ when the past differs: the comparison can tell', () => {
    const cut = { date: day('2025-03-14'), second: 50_000 };
    const earlier = { date: day('2025-03-14'), second: 37_000 };
    expect(told(otherFuture(past, earlier, 1.01), cut)).not.toBe(truthUntil(cut));
  });
});

describe('2025-03-14 at 10:30', () => {
  const at = { date: day('2025-03-14'), second: 37_800 };
  const sourceOf = (other: MarketHistory) =>
    rightOf(
      replaySource(other, createModelChain({ history: other, pricing }), macroOf(other), {
        from: day('2025-03-14'),
        to: day('2025-03-14'),
      }),
    );

  it('sees VIX at 23.59, the close of the bar that ended at 10:10', () => {
    const { vix } = sourceOf(past).market(at, []);
    expect(vix).toEqual({
      value: 23.59,
      at: { date: '2025-03-14', second: 36_600 },
      interval: 3_600,
      coarse: false,
    });
  });

  it('sees the index bar that ended at 10:30 and closed at 5576.02', () => {
    const bars = past.indexIntraday.find(({ date }) => date === at.date)?.bars ?? [];
    const known = bars.filter(({ end }) => compareTimes(end, at) <= 0).at(-1);
    expect(known?.close).toBe(5_576.02);
    expect(known?.end.second).toBe(37_800);
    const spy = sourceOf(past)
      .market(at, [])
      .underlyings.find(({ root }) => root === 'SPX');
    expect(spy?.value).toBe(5_576.02);
    expect(spy?.at).toEqual(at);
  });

  it('shows the same market whatever any later bar holds', () => {
    const watch = [
      {
        _tag: 'Band',
        root: 'ES',
        expiries: { from: at.date, to: addDays(at.date, 0) },
        rights: ['call', 'put'],
        strikes: { from: { ratio: 1, offset: -200 }, to: { ratio: 1, offset: 200 } },
      },
    ] as const;
    const seen = sourceOf(past).market(at, watch);
    expect(seen.chains[0]?.quotes.length).toBeGreaterThan(20);
    for (const factor of [0.5, 0.99, 1.01, 3])
      expect(sourceOf(otherFuture(past, at, factor)).market(at, watch)).toEqual(seen);
  });

  it('sees the previous bar a second earlier: a bar is known at its end and not before', () => {
    const spx = sourceOf(past)
      .market({ ...at, second: 37_799 }, [])
      .underlyings.find(({ root }) => root === 'SPX');
    expect(spx?.at.second).toBe(37_500);
  });

  it('admits an order at 10:30 that is filled or gone by 10:32', () => {
    const reports: string[] = [];
    let live = -1;
    replayed({
      from: '2025-03-14',
      to: '2025-03-14',
      capital: 50_000,
      strategies: ['friday-0dte'],
      history: past,
      onStep: ({ event, result: { state, decisions } }) => {
        for (const { subject, outcome, at: when } of decisions)
          if (subject === 'entry') reports.push(`${outcome._tag} ${formatTime(when)}`);
        if (event.at.second <= 37_920)
          live = state.orders.filter(({ state: { order } }) => order.purpose === 'open').length;
      },
    });
    expect(reports).toEqual(['Ordered 2025-03-14 10:30']);
    expect(live).toBe(0);
  });
});
