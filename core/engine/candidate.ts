import type { MarketSnapshot } from '../market/index.js';
import type { Proposal } from '../portfolio/index.js';
import type { Answer } from '../rule/index.js';
import type { Draft, EntryFacts, Strategy } from '../strategies/index.js';

/** A proposal whose own strategy allows it, with the answers so far. */
export interface Candidate {
  readonly strategy: Strategy;
  readonly facts: EntryFacts;
  readonly draft: Draft;
  readonly proposal: Proposal;
  readonly answers: ReadonlyArray<Answer>;
  readonly market: MarketSnapshot;
}
