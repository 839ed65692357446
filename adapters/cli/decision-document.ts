import type { Comparison, Gap, Greeks, SystemMode, Unit, Verdict } from '../../core/index.js';

/**
 * What `tomking decide --json` prints. The shape is stable within a `schema`: every key is always there, and
 * null where it does not apply. Money is USD, times are New York wall clock (`2025-03-14 10:30`).
 */
export interface DecisionDocument {
  readonly schema: 'tomking.decision/1';
  readonly at: string;
  readonly ruleSet: {
    readonly name: string;
    readonly version: string;
    readonly digest: string;
    readonly derivedFrom: string | null;
  };
  /** `yes` when an entry is ordered or an exit is due: exit code 0. `no` is exit code 1. */
  readonly answer: 'yes' | 'no';
  readonly account: AccountRow;
  readonly exits: ReadonlyArray<ExitRow>;
  readonly strategies: ReadonlyArray<StrategyRow>;
  /** Answers that block for want of a fact. */
  readonly unknown: number;
  readonly alerts: ReadonlyArray<{ readonly severity: string; readonly text: string }>;
}

export interface AccountRow {
  /** With every open position closed at its mid, where all have quotes; else the last known. */
  readonly equity: number;
  readonly phase: number;
  readonly mode: SystemMode;
  readonly positions: number;
}

/** One rule that was asked. `distance` is the room left, or what is lacking when it blocks. */
export interface RuleRow {
  /** Of the 47 checks; null for a strategy's own rule. */
  readonly number: number | null;
  readonly rule: string;
  readonly statement: string;
  readonly verdict: Verdict['_tag'];
  readonly observed: number | string | null;
  readonly comparison: Comparison | null;
  readonly limit: number | string | null;
  readonly distance: number | null;
  readonly unit: Unit | null;
  /** Of a warning: what the size is multiplied by. */
  readonly sizeMultiplier: number | null;
  readonly missing: ReadonlyArray<Gap>;
  readonly text: string;
}

export interface ExitRow {
  readonly position: string;
  readonly strategy: string;
  readonly outcome: 'hold' | 'close';
  readonly reason: string | null;
  readonly rules: ReadonlyArray<RuleRow>;
  readonly order: OrderRow | null;
}

export interface StrategyRow {
  readonly id: string;
  readonly title: string;
  readonly outcome: 'ordered' | 'refused' | 'not asked';
  /** Why it was not asked; null when it was. */
  readonly notAsked: string | null;
  readonly rules: ReadonlyArray<RuleRow>;
  /** Empty when its own rules refused, for then nothing is admitted. */
  readonly checks: ReadonlyArray<RuleRow>;
  readonly blockedBy: ReadonlyArray<string>;
  readonly proposal: ProposalRow | null;
  readonly sizing: SizingRow | null;
  readonly order: OrderRow | null;
}

export interface LegRow {
  readonly contract: string;
  readonly ratio: number;
}

/** One unit, in points and USD. */
export interface ProposalRow {
  readonly root: string;
  readonly structure: string;
  readonly expiry: string;
  readonly legs: ReadonlyArray<LegRow>;
  readonly underlyingPrice: number;
  readonly mid: number;
  readonly natural: number;
  readonly width: number;
  readonly maximumLoss: number;
  readonly requirement: number;
  readonly openingFees: number;
  readonly roundTripFees: number;
  /** Null where the market's numbers give none. */
  readonly greeks: { readonly [Name in keyof Greeks]: number | null };
}

export interface SizingRow {
  readonly contracts: number;
  readonly limitedBy: string;
  readonly riskPerContract: number;
  readonly risk: number;
  readonly findings: ReadonlyArray<string>;
  readonly steps: ReadonlyArray<{
    readonly name: string;
    readonly room: number | null;
    /** Null: without bound. */
    readonly allows: number | null;
    readonly contracts: number;
    readonly working: ReadonlyArray<{
      readonly label: string;
      readonly value: number | null;
      readonly unit: Unit;
    }>;
  }>;
}

export interface OrderRow {
  readonly id: string;
  readonly quantity: number;
  /** Points per unit: the least credit of an entry, the most paid to close. */
  readonly limit: number;
  readonly workUntil: string;
  readonly legs: ReadonlyArray<LegRow>;
}
