import type { ExitReason, Proposal, StrategyId } from '../portfolio/index.js';
import type { Answer } from '../rule/index.js';
import type { Sizing } from '../sizing/index.js';
import type { ExchangeTime } from '../units/index.js';

/** What came of asking: nothing, an order, or a reason to wait. */
export type Outcome =
  | { readonly _tag: 'Refused'; readonly blockedBy: ReadonlyArray<string> }
  | { readonly _tag: 'Ordered'; readonly order: string; readonly quantity: number; readonly limit: number }
  | { readonly _tag: 'Held' }
  | { readonly _tag: 'Closing'; readonly reason: ExitReason };

/** One decision with every rule that was asked, under the rule set it was asked by. */
export interface Decision {
  readonly at: ExchangeTime;
  readonly strategy: StrategyId;
  readonly subject: 'entry' | 'exit';
  /** The position an exit is about; null for entries. */
  readonly position: string | null;
  readonly answers: ReadonlyArray<Answer>;
  readonly proposal: Proposal | null;
  readonly sizing: Sizing | null;
  readonly outcome: Outcome;
  readonly ruleSet: string;
}
