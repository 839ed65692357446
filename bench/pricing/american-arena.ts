import { openArena, type AmericanTier, type OptionColumns } from '../../pricing-wasm/index.js';
import type { Peer } from './peers/peer.js';
import { inProcess } from './race.js';

const inputs = ['right', 'underlying', 'strike', 'years', 'rate', 'dividendYield', 'volatility'] as const;

/** American options in an arena of their own. */
export const throughArena = (
  options: OptionColumns,
  tier: AmericanTier,
  greeks: 'none' | 'first' = 'none',
): Peer => {
  const rows = options.right.length;
  const opened = openArena(rows);
  if (opened._tag === 'Left') throw new Error(opened.left._tag);
  const arena = opened.right;
  for (const name of inputs) arena[name].set(options[name]);
  const run = (): number => {
    arena.american(rows, { tier, greeks });
    return arena.price[rows - 1]!;
  };
  run();
  return {
    contender: inProcess(`ours, ${tier}${greeks === 'first' ? ', all Greeks' : ''}`, rows, run),
    valuesAt: (row) => ({ price: arena.price[row]! }),
  };
};
