import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type { MarketSnapshot, Watch } from '../market/index.js';
import type { StrategyId } from '../portfolio/index.js';
import type { Pricing } from '../pricing/index.js';
import { absorbingStates, type AbsorbingState } from '../risk/index.js';
import { limitsOf, ruleSetDigest, seedRules, type RuleSet } from '../rule-set/index.js';
import { friday0dte, lt112, type Strategy } from '../strategies/index.js';
import { centsFromDollars, type ExchangeTime } from '../units/index.js';
import { byPriority, type EngineContext } from './context.js';
import type { EngineEvent, MacroCalendar } from './event.js';
import { limitOverview, type LimitStanding } from './limit-overview.js';
import { scriptedReset } from './operator-stage.js';
import { initialState, type AppState } from './state.js';
import { step, type StepResult } from './step.js';
import { watch } from './watch.js';

/** By priority, ties in the order of the source document. Adding a strategy is one line here. */
export const allStrategies: ReadonlyArray<Strategy> = [friday0dte, lt112];

export interface EngineOptions {
  readonly pricing: Pricing;
  readonly rules?: RuleSet;
  /** Defaults to every strategy there is. */
  readonly strategies?: ReadonlyArray<StrategyId>;
}

/** Why an engine cannot be made: the field, what it held and what it must be. */
export interface EngineError {
  readonly _tag: 'InvalidOption';
  readonly field: string;
  readonly value: string;
  readonly limit: string;
}

/** The engine as plain functions; it keeps nothing between calls. */
export interface Engine {
  readonly rules: RuleSet;
  readonly ruleSet: string;
  /** A fresh account of `capital` USD at a moment; an error when it is not a finite amount above 0. */
  readonly start: (capital: number, at: ExchangeTime, macro?: MacroCalendar) => Either<EngineError, AppState>;
  readonly step: (state: AppState, event: EngineEvent) => StepResult;
  readonly watch: (state: AppState, at: ExchangeTime) => ReadonlyArray<Watch>;
  /** The state of every limit of risk; `market` prices the Greeks of what is held. */
  readonly limits: (state: AppState, market: MarketSnapshot | null) => ReadonlyArray<LimitStanding>;
  /** States that trading alone may never leave, with the date they began and the way out (D§5.17). */
  readonly absorbing: (state: AppState) => ReadonlyArray<AbsorbingState>;
  /** Whether the scripted operator of replays would reset the breakers now. */
  readonly wouldReset: (state: AppState, at: ExchangeTime) => boolean;
}

const noMacro: MacroCalendar = {
  events: [],
  coverage: { FOMC: null, CPI: null, NFP: null, GDP: null },
};

/** Composes rules, strategies and pricing into an engine. */
export const createEngine = ({
  pricing,
  rules = seedRules,
  strategies = allStrategies.map(({ id }) => id),
}: EngineOptions): Engine => {
  const context: EngineContext = {
    rules,
    limits: limitsOf(rules),
    ruleSet: ruleSetDigest(rules),
    pricing,
    strategies: byPriority(allStrategies.filter(({ id }) => strategies.includes(id))),
  };
  return {
    rules,
    ruleSet: context.ruleSet,
    start: (capital, at, macro = noMacro) =>
      Number.isFinite(capital) && centsFromDollars(capital) > 0
        ? right(initialState(at, centsFromDollars(capital), macro, context.limits))
        : left({
            _tag: 'InvalidOption',
            field: 'capital',
            value: String(capital),
            limit: 'a finite amount above 0 USD',
          }),
    step: step(context),
    watch: (state, at) => watch(context, state, at),
    limits: (state, market) => limitOverview(context, state, market),
    absorbing: ({ system, strategies: states }) =>
      absorbingStates(
        system.risk,
        {
          phaseFloorSince: system.phaseFloorSince,
          noEdge: context.strategies.flatMap(({ id }) => {
            const since = states[id].noEdgeSince;
            return since === null ? [] : [{ strategy: id, since }];
          }),
        },
        context.limits,
      ),
    wouldReset: (state, at) => scriptedReset(context, state, at),
  };
};
