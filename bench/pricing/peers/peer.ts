import type { OptionColumns } from '../../../pricing-wasm/index.js';
import { inProcess, type Contender } from '../race.js';
import type { FirstOrder } from '../values.js';

/** What the race is run against, and what it gives for the option of one row. */
export interface Peer {
  readonly contender: Contender;
  /** In our units; values that the peer does not give are left out. */
  readonly valuesAt: (row: number) => Partial<FirstOrder>;
}

/**
 * A library that prices one option a call. Each brings a loop of its own: the engine compiles a shared one for all
 * of them, which is slower for each.
 */
export const scalarPeer = (
  name: string,
  options: OptionColumns,
  sumOfValues: () => number,
  valuesAt: Peer['valuesAt'],
): Peer => ({ contender: inProcess(name, options.right.length, sumOfValues), valuesAt });
