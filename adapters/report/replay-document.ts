/**
 * The one document a replay yields: what `--json` prints and what every other report is drawn from. The shape
 * is stable within a `schema`; fields are added, never renamed. Money is USD with cents, times are New York
 * wall clock (`2025-03-14 10:30`), dates exchange dates, shares of something are fractions (0.05 is 5%).
 */
export interface ReplayDocument {
  readonly schema: 'tomking.replay/1';
  readonly ruleSet: RuleSetFacts;
  readonly run: RunFacts;
  /** One sentence for each thing that is modelled rather than observed. */
  readonly modelled: ReadonlyArray<string>;
  /** States that nothing but the way out named ends; always shown first. */
  readonly absorbing: ReadonlyArray<AbsorbingState>;
  readonly result: ResultFacts;
  readonly limits: ReadonlyArray<LimitState>;
  readonly strategies: ReadonlyArray<StrategyFacts>;
  readonly trades: ReadonlyArray<TradeRow>;
  /** One row per session, in order. */
  readonly curve: ReadonlyArray<CurveRow>;
  /** The 0DTE results at other clock factors than the fitted one. */
  readonly clockSensitivity: ReadonlyArray<ClockRow>;
  readonly unknown: ReadonlyArray<UnknownRow>;
  readonly operator: ReadonlyArray<{ readonly at: string; readonly action: string }>;
  readonly alerts: ReadonlyArray<{ readonly at: string; readonly severity: string; readonly text: string }>;
}

export interface RuleSetFacts {
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  /** Null for a bundled rule set; otherwise the results are titled *derived*. */
  readonly derivedFrom: string | null;
  readonly differences: ReadonlyArray<{
    readonly parameter: string;
    readonly from: number | string;
    readonly to: number | string;
    readonly unit: string;
  }>;
}

export interface RunFacts {
  readonly from: string;
  readonly to: string;
  readonly capital: number;
  readonly strategies: ReadonlyArray<string>;
  readonly operator: 'scripted' | 'none';
  readonly fills: 'mid' | 'slip' | 'natural';
  readonly warmUpSessions: number;
  readonly sessions: number;
  readonly steps: number;
  /** Steps at which some rule was Unknown. */
  readonly unknownSteps: number;
  readonly coverage: ReadonlyArray<{
    readonly series: string;
    readonly from: string;
    readonly to: string;
    readonly resolution: string;
    readonly source: string;
  }>;
  readonly defects: ReadonlyArray<{ readonly series: string; readonly what: string; readonly count: number }>;
}

export interface AbsorbingState {
  readonly what: string;
  readonly since: string;
  readonly wayOut: string;
}

export interface ResultFacts {
  readonly startEquity: number;
  readonly endEquity: number;
  readonly cash: number;
  readonly realised: number;
  readonly unrealised: number;
  readonly fees: number;
  /** endEquity / startEquity − 1. */
  readonly return: number;
  readonly indexReturn: number;
  readonly treasuryReturn: number;
  readonly maximumDrawdown: { readonly fraction: number; readonly peak: string; readonly trough: string };
  /** Of daily returns, annualised; null when it is not defined. */
  readonly sharpe: number | null;
  readonly trades: number;
  readonly wins: number;
  readonly losses: number;
}

/** One limit at the end of the run. `distance` is the room left, or what is lacking when it blocks. */
export interface LimitState {
  readonly rule: string;
  readonly statement: string;
  readonly verdict: 'Pass' | 'Warn' | 'Fail' | 'Unknown' | 'NotApplicable';
  readonly text: string;
}

export interface StrategyFacts {
  readonly id: string;
  readonly title: string;
  readonly trades: number;
  readonly wins: number;
  readonly losses: number;
  readonly winRate: number | null;
  /** 95% interval of the win rate. */
  readonly winRateInterval: readonly [number, number] | null;
  /** True below 20 trades: the figures say little. */
  readonly few: boolean;
  /** Before fees. Wins, losses and the averages are after them. */
  readonly profit: number;
  readonly fees: number;
  readonly profitFactor: number | null;
  readonly averageWin: number | null;
  readonly averageLoss: number | null;
  readonly funnel: Funnel;
}

/** Why a strategy traded as often as it did. An opportunity is a session in which the strategy looks. */
export interface Funnel {
  readonly opportunities: number;
  /** Times the rules were asked; more than opportunities where a strategy looks all day. */
  readonly evaluations: number;
  /** Sessions on which the strategy's own rules passed at least once. */
  readonly proposed: number;
  /** Sessions on which an order passed all checks. */
  readonly ordered: number;
  readonly filled: number;
  readonly stoppedBy: ReadonlyArray<FunnelRow>;
  readonly dates: ReadonlyArray<OpportunityRow>;
}

export interface FunnelRow {
  readonly rule: string;
  readonly statement: string;
  /** Sessions on which the rule blocked every time it was asked. */
  readonly sessions: number;
  /** Of these, sessions on which nothing else blocked in the nearest evaluation. */
  readonly alone: number;
  /** Of `sessions`, those on which the rule was Unknown for want of a fact. */
  readonly unknown: number;
  /** How near it came to passing on its best day; null where the fact is not a number. */
  readonly nearest: {
    readonly at: string;
    readonly observed: number;
    readonly limit: number;
    readonly distance: number;
    readonly unit: string;
  } | null;
}

export interface OpportunityRow {
  readonly date: string;
  readonly at: string;
  readonly vix: number | null;
  readonly outcome: 'filled' | 'unfilled' | 'refused';
  /** Rules that blocked in the evaluation that came furthest. */
  readonly blockedBy: ReadonlyArray<string>;
}

export interface TradeRow {
  readonly id: string;
  readonly strategy: string;
  readonly root: string;
  readonly structure: string;
  readonly legs: string;
  readonly quantity: number;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly expiry: string;
  /** Points per unit. */
  readonly credit: number;
  readonly cost: number | null;
  readonly entryReason: string;
  readonly exitReason: string | null;
  /** Before fees; of an open trade, at its last mid. */
  readonly profit: number;
  readonly fees: number;
  readonly underlyingAtEntry: number;
  readonly vixAtEntry: number;
  readonly vixAtExit: number | null;
}

export interface CurveRow {
  readonly date: string;
  readonly equity: number;
  /** Fraction below the highest equity so far, at most 0. */
  readonly drawdown: number;
  /** Starting capital invested in the S&P 500 (price only) and in 3-month Treasury bills. */
  readonly index: number;
  readonly treasury: number;
  readonly vix: number | null;
  readonly regime: 'complacent' | 'normal' | 'elevated' | 'panic' | null;
  readonly phase: number;
  readonly openPositions: number;
}

export interface ClockRow {
  readonly factor: number;
  readonly trades: number;
  readonly profit: number;
  readonly fees: number;
}

export interface UnknownRow {
  readonly rule: string;
  readonly fact: string;
  readonly reason: string;
  readonly steps: number;
}
