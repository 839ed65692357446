import {
  centsFromDollars,
  dollarsOf,
  equityOf,
  formatTime,
  limitsOf,
  maximumDrawdown,
  noCents,
  subtract,
  summariseTrades,
  catalogue,
  checkCatalogue,
  dailyReturns,
  renderStatement,
  seedRules,
  sharpeRatio,
  verdictText,
  add,
  type AppState,
  type CalendarDate,
  type Engine,
  type EngineEvent,
  type MarketHistory,
  type MarketSnapshot,
  type RuleSet,
  type StepResult,
} from '../../core/index.js';
import { isLeft } from 'fp-ts/lib/Either.js';
import { curveCollector } from './collect-curve.js';
import { funnelCollector, type FunnelCollector } from './collect-funnel.js';
import { entryReason, tradeRows } from './collect-trades.js';
import type {
  ClockRow,
  LimitState,
  ReplayDocument,
  ResultFacts,
  RunFacts,
  StrategyFacts,
  UnknownRow,
} from './replay-document.js';

/** What the collector needs to know of a run before it begins. */
export interface CollectOptions {
  readonly engine: Engine;
  readonly history: MarketHistory;
  readonly run: Omit<RunFacts, 'steps' | 'unknownSteps'> & { readonly from: CalendarDate };
  readonly titles: Readonly<Record<string, string>>;
  readonly modelled: ReadonlyArray<string>;
}

/** Folds the steps of a replay into its document. */
export interface Collector {
  readonly step: (event: EngineEvent, result: StepResult) => void;
  readonly document: (state: AppState, clockSensitivity: ReadonlyArray<ClockRow>) => ReplayDocument;
}

export const collector = (options: CollectOptions): Collector => {
  const { engine, history, run } = options;
  const curve = curveCollector(history, run.capital, run.from, engine.rules);
  const funnels = new Map<string, FunnelCollector>(run.strategies.map((id) => [id, funnelCollector()]));
  const unknowns = new Map<string, UnknownRow>();
  const alerts: ReplayDocument['alerts'][number][] = [];
  const operator: ReplayDocument['operator'][number][] = [];
  let steps = 0;
  let unknownSteps = 0;
  let market: MarketSnapshot | null = null;
  let positions: ReadonlySet<string> = new Set();
  /** Why each position was opened, by its id. */
  const entered = new Map<string, string>();
  /** An alert of one text is shown once a day. */
  const told = new Set<string>();

  return {
    step: (event, { state, commands, decisions }) => {
      steps += 1;
      if (event._tag === 'MarketObserved' || event._tag === 'TimerFired') market = event.market;
      if (event._tag === 'SessionClosed') curve.sessionClosed(event, state);
      if (event._tag === 'OperatorActed') operator.push({ at: formatTime(event.at), action: event.action });
      for (const command of commands) {
        if (command._tag !== 'Alert' || command.severity === 'info') continue;
        const key = `${event.at.date} ${command.text}`;
        if (told.has(key)) continue;
        told.add(key);
        alerts.push({ at: formatTime(event.at), severity: command.severity, text: command.text });
      }
      let unknown = false;
      for (const decision of decisions) {
        if (decision.outcome._tag === 'Ordered' && decision.position !== null)
          entered.set(decision.position, entryReason(decision));
        if (decision.subject === 'entry') funnels.get(decision.strategy)?.decided(decision, state.system.vix);
        for (const { rule, verdict } of decision.answers) {
          if (verdict._tag !== 'Unknown') continue;
          unknown = true;
          for (const { fact, reason } of verdict.missing) {
            const key = `${rule} ${fact} ${reason}`;
            const row = unknowns.get(key);
            unknowns.set(key, { rule, fact, reason, steps: (row?.steps ?? 0) + 1 });
          }
        }
      }
      if (unknown) unknownSteps += 1;
      const open = new Set(state.positions.map(({ position }) => position.id));
      for (const { position } of state.positions)
        if (!positions.has(position.id)) funnels.get(position.strategy)?.filled(position.openedAt.date);
      positions = open;
    },
    document: (state, clockSensitivity) => {
      const rows = curve.rows();
      return {
        schema: 'tomking.replay/1',
        ruleSet: ruleSetFacts(engine.rules, engine.ruleSet),
        run: { ...run, steps, unknownSteps },
        modelled: options.modelled,
        absorbing: engine
          .absorbing(state)
          .map(({ what, since, wayOut }) => ({ what, since: formatTime(since), wayOut })),
        result: resultFacts(engine, state, run.capital, rows),
        limits: engine.limits(state, market).map(({ rule, statement, verdict }): LimitState => ({
          rule,
          statement: renderStatement(statement, engine.rules),
          verdict: verdict._tag,
          text: verdictText(verdict),
        })),
        strategies: run.strategies.map((id) =>
          strategyFacts(id, options, state, funnels.get(id) ?? funnelCollector()),
        ),
        trades: tradeRows(state, (position) => entered.get(position) ?? ''),
        curve: rows,
        clockSensitivity,
        unknown: [...unknowns.values()].sort((a, b) => b.steps - a.steps || (a.rule < b.rule ? -1 : 1)),
        operator,
        alerts,
      };
    },
  };
};

const ruleSetFacts = (rules: RuleSet, digest: string): ReplayDocument['ruleSet'] => ({
  name: rules.name,
  version: rules.version,
  digest,
  derivedFrom: rules.derivedFrom?.name ?? null,
  differences: (rules.derivedFrom?.changed ?? []).map((parameter) => ({
    parameter,
    from: seedRules.parameters[parameter].value,
    to: rules.parameters[parameter].value,
    unit: rules.parameters[parameter].unit,
  })),
});

const resultFacts = (
  engine: Engine,
  state: AppState,
  capital: number,
  rows: ReplayDocument['curve'],
): ResultFacts => {
  const { ledger, positions } = state;
  const marked = positions.flatMap(({ position, lastQuote }) =>
    lastQuote === null ? [] : [{ position, mid: lastQuote.mid }],
  );
  const equity = equityOf(ledger, marked);
  const unrealised = add(subtract(subtract(equity, ledger.start), ledger.realised), ledger.fees);
  const last = rows.at(-1);
  const returns = dailyReturns([capital, ...rows.map((row) => row.equity)].map(centsFromDollars));
  const drawdown = maximumDrawdown([capital, ...rows.map((row) => row.equity)].map(centsFromDollars));
  const profits = ledger.closed.map(({ profit, fees }) => subtract(profit, fees));
  const summary = summariseTrades(profits, limitsOf(engine.rules));
  return {
    startEquity: dollarsOf(ledger.start),
    endEquity: dollarsOf(equity),
    cash: dollarsOf(ledger.cash),
    realised: dollarsOf(ledger.realised),
    unrealised: dollarsOf(unrealised),
    fees: dollarsOf(ledger.fees),
    return: dollarsOf(equity) / dollarsOf(ledger.start) - 1,
    indexReturn: last === undefined ? 0 : last.index / capital - 1,
    treasuryReturn: last === undefined ? 0 : last.treasury / capital - 1,
    maximumDrawdown: {
      fraction: drawdown === null ? 0 : drawdown.fraction,
      peak: dateAt(rows, drawdown?.peak),
      trough: dateAt(rows, drawdown?.trough),
    },
    sharpe: isLeft(returns) ? null : sharpeRatio(returns.right, limitsOf(engine.rules)),
    trades: summary.trades,
    wins: summary.wins,
    losses: summary.losses,
  };
};

/** The curve is measured from the starting capital, which stands before the first session. */
const dateAt = (rows: ReplayDocument['curve'], index = 0): string => rows[Math.max(0, index - 1)]?.date ?? '';

const strategyFacts = (
  id: string,
  { engine, titles }: CollectOptions,
  state: AppState,
  funnel: FunnelCollector,
): StrategyFacts => {
  const closed = state.ledger.closed.filter(({ position }) => position.strategy === id);
  const summary = summariseTrades(
    closed.map(({ profit, fees }) => subtract(profit, fees)),
    limitsOf(engine.rules),
  );
  const statements = new Map([
    ...checkCatalogue(engine.rules).map(({ id: rule, requirement }) => [rule, requirement] as const),
    ...catalogue(engine.rules).map(({ id: rule, statement }) => [rule, statement] as const),
  ]);
  const total = (amounts: ReadonlyArray<typeof noCents>): number => dollarsOf(amounts.reduce(add, noCents));
  return {
    id,
    title: titles[id] ?? id,
    trades: summary.trades,
    wins: summary.wins,
    losses: summary.losses,
    winRate: summary.winRate?.value ?? null,
    winRateInterval: summary.winRate === null ? null : [summary.winRate.low, summary.winRate.high],
    few: summary.few,
    profit: total(closed.map(({ profit }) => profit)),
    fees: total(closed.map(({ fees }) => fees)),
    profitFactor: summary.profitFactor,
    averageWin: summary.averageWin === null ? null : dollarsOf(summary.averageWin),
    averageLoss: summary.averageLoss === null ? null : dollarsOf(summary.averageLoss),
    funnel: funnel.funnel(
      engine.rules,
      (rule) => statements.get(rule) ?? 'The strikes the strategy needs are listed and quoted',
    ),
  };
};
