import {
  previousSession,
  session,
  type CalendarDate,
  type ChainSlice,
  type DailyBar,
  type ExchangeTime,
  type MarketHistory,
  type MarketSnapshot,
  type Provenance,
  type Root,
  type Stamped,
  type UnderlyingQuote,
  type Watch,
} from '../../core/index.js';
import { lastKnownBar, type KnownBar } from './last-known.js';

/** The real prices a chain is priced from, as known at a moment. */
export interface ChainMarket {
  readonly at: ExchangeTime;
  readonly indexLevel: number;
  readonly vix: number;
}

/** Whatever prices options where no chain was recorded. */
export interface ReplayChain {
  readonly underlyings: (market: ChainMarket) => {
    readonly underlyings: ReadonlyArray<{
      readonly root: Root;
      readonly provenance: Provenance;
      readonly value: number;
      readonly previousClose: number;
    }>;
  };
  readonly chain: (watch: Watch, market: ChainMarket) => { readonly slices: ReadonlyArray<ChainSlice> };
}

/** Shows what was known at a moment of a market's past. */
export type ReplayMarket = (at: ExchangeTime, watches: ReadonlyArray<Watch>) => MarketSnapshot;

export const replayMarket = (history: MarketHistory, chain: ReplayChain): ReplayMarket => {
  const index = lastKnownBar(history.indexIntraday);
  const vix = knownVix(history);
  return (at, watches) => {
    const bar = index(at);
    const fear = vix(at);
    if (bar === null || fear === null) return { at, underlyings: [], vix: fear, chains: [] };
    const market = { at, indexLevel: bar.bar.close, vix: fear.value };
    return {
      at,
      underlyings: chain.underlyings(market).underlyings.map((each) => underlyingQuote(each, bar)),
      vix: fear,
      chains: merged(watches.flatMap((watch) => chain.chain(watch, market).slices)),
    };
  };
};

const underlyingQuote = (
  each: ReturnType<ReplayChain['underlyings']>['underlyings'][number],
  { bar, interval }: KnownBar,
): UnderlyingQuote => ({
  root: each.root,
  provenance: each.provenance,
  value: each.value,
  previousClose: each.previousClose,
  at: bar.end,
  interval,
  coarse: false,
});

/** VIX by the hour; where there is only the daily record, its open, then the previous close (D§5.2). */
const knownVix = (history: MarketHistory): ((at: ExchangeTime) => Stamped | null) => {
  const intraday = lastKnownBar(history.vixIntraday);
  const hourly = new Set<string>(history.vixIntraday.map(({ date }) => date));
  const daily = new Map<string, DailyBar>(history.vixDaily.map((bar) => [bar.date, bar]));
  return (at) => {
    const known = intraday(at);
    if (known !== null)
      return {
        value: known.bar.close,
        at: known.bar.end,
        interval: known.interval,
        coarse: false,
      };
    return hourly.has(at.date) ? null : dailyVix(daily, at);
  };
};

const dailyVix = (daily: ReadonlyMap<string, DailyBar>, at: ExchangeTime): Stamped | null => {
  const today = session(at.date);
  const bar = daily.get(at.date);
  if (today !== null && bar !== undefined && at.second >= today.open)
    return coarse(bar.open, at.date, today.open);
  const before = previousSession(at.date);
  const last = before === null ? undefined : daily.get(before.date);
  return before === null || last === undefined ? null : coarse(last.close, before.date, before.close);
};

const coarse = (value: number, date: CalendarDate, second: number): Stamped => ({
  value,
  at: { date, second },
  interval: 0,
  coarse: true,
});

/** Two watches may show the same expiry: its quotes are shown once, by strike, call before put. */
const merged = (slices: ReadonlyArray<ChainSlice>): ReadonlyArray<ChainSlice> => {
  if (slices.length < 2) return slices;
  const byExpiry = new Map<string, ChainSlice>();
  for (const slice of slices) {
    const key = `${slice.root} ${slice.expiry} ${slice.settles}`;
    const known = byExpiry.get(key);
    byExpiry.set(key, known === undefined ? slice : { ...known, quotes: union(known, slice) });
  }
  return [...byExpiry.values()];
};

const union = (a: ChainSlice, b: ChainSlice): ChainSlice['quotes'] => {
  const quotes = new Map(
    [...a.quotes, ...b.quotes].map((quote) => [`${quote.contract.strike} ${quote.contract.right}`, quote]),
  );
  return [...quotes.values()].sort(
    (x, y) =>
      x.contract.strike - y.contract.strike ||
      (x.contract.right < y.contract.right ? -1 : x.contract.right > y.contract.right ? 1 : 0),
  );
};
