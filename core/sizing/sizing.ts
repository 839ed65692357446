import type { Measured, Unit } from '../rule/index.js';
import type { Cents } from '../units/index.js';

/** What can bound a size, in the order it is asked. */
export type SizingStepName =
  | 'kelly'
  | 'strategy-cap'
  | 'phase-position-cap'
  | 'reduction'
  | 'phase-buying-power'
  | 'reserve'
  | 'contract-cap'
  | 'prior-optimistic'
  | 'greeks';

/** One number of the working, for the report. */
export interface Figure {
  readonly label: string;
  readonly value: number;
  readonly unit: Unit;
}

/** One step of the working. */
export interface SizingStep {
  readonly name: SizingStepName;
  /** Money the step leaves for the whole position; null where it counts contracts. Below 0 when overdrawn. */
  readonly room: Cents | null;
  /** Contracts the step alone would allow; the Greeks are asked for at most what the steps before allow. */
  readonly allows: number;
  /** Contracts after this step and all before it. */
  readonly contracts: number;
  readonly working: ReadonlyArray<Figure>;
}

/**
 * What the report must say about a size. `NoEdge`: the pooled statistics have no Kelly edge, the size is 0,
 * and only an operator event lets the strategy trade again. `PriorOptimistic`: with the pooled win rate there
 * is no edge at the strategy's own target and stop, so the size is at most 1 until enough trades are realised.
 */
export type SizingFinding =
  | { readonly _tag: 'NoEdge'; readonly fullKelly: Measured }
  | { readonly _tag: 'PriorOptimistic'; readonly fullKelly: Measured; readonly realised: Measured };

/** How many contracts, which step bound it, and the whole working. 0 is a valid answer. */
export interface Sizing {
  readonly contracts: number;
  readonly limitedBy: SizingStepName;
  readonly riskPerContract: Cents;
  /** Of all contracts together. */
  readonly risk: Cents;
  readonly steps: ReadonlyArray<SizingStep>;
  readonly findings: ReadonlyArray<SizingFinding>;
}
