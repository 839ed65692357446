import { isLeft } from 'fp-ts/lib/Either.js';
import {
  releaseKinds,
  createEngine,
  friday0dte,
  limitsOf,
  lt112,
  type CalendarDate,
  type EngineEvent,
  type FillModel,
  type MacroCalendar,
  type MarketHistory,
  type Pricing,
  type RuleSet,
  type StepResult,
  type StrategyId,
} from '../../core/index.js';
import { pricing as kernelPricing } from '../../pricing-wasm/index.js';
import { createPaperBroker } from '../brokers/paper/index.js';
import { memoryJournal } from '../journal/index.js';
import {
  createModelChain,
  fittedClockFactor,
  macroCalendar,
  type HistoryDefect,
} from '../market-data/index.js';
import { replaySource } from '../replay/index.js';
import { collector, type ReplayDocument } from '../report/index.js';
import { run } from '../runtime/index.js';
import { usageFailure } from './exit-codes.js';

/** Everything a replay depends on. */
export interface ReplayOptions {
  readonly history: MarketHistory;
  readonly defects: ReadonlyArray<HistoryDefect>;
  readonly rules: RuleSet;
  readonly capital: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly strategies: ReadonlyArray<StrategyId>;
  readonly operator: 'scripted' | 'none';
  readonly fills: FillModel;
  /** Multiplies the fitted clock factor of the last day; 1 for the fitted one. */
  readonly clock: number;
  /** Defaults to the kernel; a bench counts what passes through it. */
  readonly pricing?: Pricing;
  /** Leaves out the bars of all other sessions, on which it is known that nothing can be traded. */
  readonly onlySessions?: ReadonlySet<string>;
  readonly onStep?: (event: EngineEvent, result: StepResult) => void;
}

export const strategyTitles: Readonly<Record<StrategyId, string>> = {
  'friday-0dte': friday0dte.title,
  lt112: lt112.title,
};

/** Composes history, model chain, engine, paper broker and report into one replay. */
export const replay = (options: ReplayOptions): ReplayDocument => {
  const { history, rules, capital, from, to, strategies, operator, fills, clock } = options;
  const pricing = options.pricing ?? kernelPricing;
  const limits = limitsOf(rules);
  const engine = createEngine({ pricing, rules, strategies });
  const chain = createModelChain({ history, pricing, clockFactor: fittedClockFactor * clock });
  const macro = macroCalendar(history);
  const source = replaySource(history, chain, macro, {
    from,
    to,
    watched: ({ date }) => options.onlySessions?.has(date) ?? true,
  });
  if (isLeft(source)) {
    const { field, value, limit } = source.left;
    throw usageFailure(`--${field} ${value}: must be ${limit}`);
  }
  const start = engine.start(capital, source.right.startsAt, macro);
  if (isLeft(start))
    throw usageFailure(`--${start.left.field} ${start.left.value}: must be ${start.left.limit}`);
  const collect = collector({
    engine,
    history,
    titles: strategyTitles,
    modelled: [...modelledFacts(clock), ...untestedReleases(macro)],
    run: {
      from,
      to,
      capital,
      strategies,
      operator,
      fills,
      warmUpSessions: source.right.warmUp,
      sessions: source.right.sessions,
      coverage: history.coverage,
      defects: countedDefects(options.defects),
    },
  });
  const paper = createPaperBroker(fills, limits);
  const end = run({
    engine,
    start: start.right,
    source: source.right,
    broker: {
      ...paper,
      status: (at) => ({ heartbeatAt: at, ready: true, detail: 'simulated, always ready' }),
      reconcile: () => [],
    },
    journal: memoryJournal(),
    operator:
      operator === 'none'
        ? null
        : (state, event) =>
            event._tag === 'SessionOpened' && engine.wouldReset(state, event.at)
              ? { _tag: 'OperatorActed', at: event.at, action: 'reset-breakers' }
              : null,
    onStep: (event, result) => {
      collect.step(event, result);
      options.onStep?.(event, result);
    },
  });
  return collect.document(end, []);
};

const modelledFacts = (clock: number): ReadonlyArray<string> => [
  'Option quotes: no chain was recorded for these days. Prices, widths and volatilities are those of the model chain (docs/model-chain.md), fitted to real chains of other days.',
  'SPY, ES and MES prices: from the real S&P 500 level by the previous close’s ratio and by carry.',
  `Last-day volatility: VIX1D of the previous close × VIX now / VIX then × ${(fittedClockFactor * clock).toFixed(4)}, a factor set on one real chain (SPXW 2023-06-09).`,
  'Fills: simulated from the modelled quotes; a whole combo fills at once or not at all.',
  'Cash earns no interest; the Treasury-bill line shows what it would have earned. The Sharpe ratio is without a risk-free rate.',
  'Margin: the defined maximum loss of each structure. Broker: simulated, always ready.',
];

/** Kinds of release nobody can rule out and which do not block (D§5.2). */
const untestedReleases = ({ coverage }: MacroCalendar): ReadonlyArray<string> =>
  releaseKinds
    .filter((kind) => coverage[kind] === null)
    .map((kind) => `${kind} releases are not tested: the history has no source for them.`);

const countedDefects = (defects: ReadonlyArray<HistoryDefect>): ReplayDocument['run']['defects'] => {
  const counts = new Map<string, { series: string; what: string; count: number }>();
  for (const { series, _tag: what } of defects) {
    const key = `${series} ${what}`;
    counts.set(key, { series, what, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
};
