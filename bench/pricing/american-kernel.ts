import type { OptionColumns } from '../../pricing-wasm/index.js';
import { inlinedKernel } from '../../pricing-wasm/inlined-kernel.js';
import { instantiateKernel } from '../../pricing-wasm/kernel.js';
import type { AmericanTier } from '../../pricing-wasm/plain/american/index.js';
import type { Peer } from './peers/peer.js';
import { inProcess } from './race.js';

const tiers = ['fast', 'standard', 'precise'] as const;
const greekCodes = { price: 0, all: 2 } as const;
const inputs = ['underlying', 'strike', 'years', 'rate', 'dividendYield', 'volatility'] as const;

/** The American kernel on columns of its own memory. */
export const throughKernel = (
  options: OptionColumns,
  tier: AmericanTier,
  greeks: keyof typeof greekCodes = 'price',
): Peer => {
  const rows = options.right.length;
  const kernel = instantiateKernel(inlinedKernel());
  kernel.memory.grow(Math.ceil(kernel.arenaBytes(rows) / 65_536));
  const column = (index: number): Float64Array =>
    new Float64Array(kernel.memory.buffer, kernel.numberColumnAddress(rows, index), rows);
  inputs.forEach((name, index) => {
    column(index).set(options[name]);
  });
  new Uint8Array(kernel.memory.buffer, kernel.codeColumnAddress(rows, 0), rows).set(options.right);
  const price = column(inputs.length);
  const run = (): number => {
    kernel.american(rows, rows, tiers.indexOf(tier), greekCodes[greeks]);
    return price[rows - 1]!;
  };
  run();
  return {
    contender: inProcess(`ours, ${tier}${greeks === 'all' ? ', all Greeks' : ''}`, rows, run),
    valuesAt: (row) => ({ price: price[row]! }),
  };
};
