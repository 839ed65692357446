import { isLeft } from 'fp-ts/lib/Either.js';
import { createPaperBroker } from '../../../adapters/brokers/paper/index.js';
import { memoryJournal } from '../../../adapters/journal/index.js';
import { createModelChain, embeddedHistory, macroCalendar } from '../../../adapters/market-data/index.js';
import { replaySource } from '../../../adapters/replay/index.js';
import { run } from '../../../adapters/runtime/index.js';
import {
  createEngine,
  deriveRules,
  limitsOf,
  seedRules,
  type AppState,
  type CalendarDate,
  type Engine,
  type EngineEvent,
  type FillModel,
  type MarketHistory,
  type RuleSet,
  type StepResult,
  type StrategyId,
} from '../../../core/index.js';
import { pricing } from '../../../pricing-wasm/index.js';

/** The value of an Either that must be a Right; the test stops with the Left otherwise. */
export const rightOf = <A>(
  either: { readonly _tag: 'Left'; readonly left: unknown } | { readonly _tag: 'Right'; readonly right: A },
): A => {
  if (isLeft(either)) throw new Error(`expected a Right: ${JSON.stringify(either.left)}`);
  return either.right;
};

export const day = (text: string): CalendarDate => text as CalendarDate;

let embedded: MarketHistory | null = null;

/** The embedded history, read once a file. */
export const history = (): MarketHistory => (embedded ??= rightOf(embeddedHistory()).history);

/** LT112 with a credit the market does pay, so that its trades can be watched (D§3). */
export const derivedRules: RuleSet = rightOf(
  deriveRules(seedRules, 'six percent', { 'lt112.minimumCredit': 0.06 }),
);

/** As `derivedRules`, with a profit target so far away that positions live to their 21-DTE exit. */
export const patientRules: RuleSet = rightOf(
  deriveRules(seedRules, 'patient', { 'lt112.minimumCredit': 0.06, 'exit.profitTarget': 0.95 }),
);

/** The releases of a history. */
export const macroOf = macroCalendar;

/** One step as an observer sees it, with the state it began from. */
export interface Step {
  readonly before: AppState;
  readonly event: EngineEvent;
  readonly result: StepResult;
}

export interface HarnessOptions {
  readonly from: string;
  readonly to: string;
  readonly capital?: number;
  readonly rules?: RuleSet;
  readonly strategies?: ReadonlyArray<StrategyId>;
  readonly fills?: FillModel;
  readonly history?: MarketHistory;
  readonly operator?: 'scripted' | 'none';
  readonly watched?: (date: CalendarDate) => boolean;
  readonly onStep?: (step: Step, engine: Engine) => void;
}

/** Replays a stretch of history as the command does, without its report; gives the state at the end. */
export const replayed = (
  options: HarnessOptions,
): { readonly end: AppState; readonly engine: Engine; readonly start: AppState } => {
  const { rules = seedRules, capital = 30_000, operator = 'scripted', onStep, watched } = options;
  const past = options.history ?? history();
  const engine = createEngine({
    pricing,
    rules,
    ...(options.strategies && { strategies: options.strategies }),
  });
  const macro = macroOf(past);
  const source = rightOf(
    replaySource(past, createModelChain({ history: past, pricing }), macro, {
      from: day(options.from),
      to: day(options.to),
      ...(watched && { watched: ({ date }) => watched(date) }),
    }),
  );
  const start = rightOf(engine.start(capital, source.startsAt, macro));
  let before = start;
  const end = run({
    engine,
    start,
    source,
    broker: {
      ...createPaperBroker(options.fills ?? 'slip', limitsOf(rules)),
      status: (at) => ({ heartbeatAt: at, ready: true, detail: 'simulated' }),
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
      onStep?.({ before, event, result }, engine);
      before = result.state;
    },
  });
  return { end, engine, start };
};
