/**
 * Claim: the WASM kernel prices American options, standard tier, at least three times as fast as the plain
 * TypeScript of the same algorithm. Rounds alternate, and medians and their ratio are printed.
 * Run: npm run bench -- american-kernel
 */
import { inlinedKernel } from '../pricing-wasm/inlined-kernel.js';
import { instantiateKernel } from '../pricing-wasm/kernel.js';
import {
  priceAmerican,
  type AmericanGreeks,
  type OptionTerms,
} from '../pricing-wasm/plain/american/index.js';

const rows = 1_000;
const rounds = 15;

const kernel = instantiateKernel(inlinedKernel());
kernel.memory.grow(Math.ceil(kernel.arenaBytes(rows) / 65_536));

const realistic = (): OptionTerms[] => {
  let state = 1;
  const next = (from: number, to: number): number => {
    state = (state * 16_807) % 2_147_483_647;
    return from + ((to - from) * state) / 2_147_483_647;
  };
  return Array.from({ length: rows }, (_, row) => ({
    right: row % 2 === 0 ? 0 : 1,
    underlying: next(90, 110),
    strike: next(80, 120),
    years: next(0.02, 1.5),
    rate: next(0.01, 0.06),
    dividendYield: next(0.005, 0.05),
    volatility: next(0.1, 0.6),
  }));
};

const options = realistic();
const names = ['underlying', 'strike', 'years', 'rate', 'dividendYield', 'volatility'] as const;
names.forEach((name, column) => {
  const address = kernel.numberColumnAddress(rows, column);
  new Float64Array(kernel.memory.buffer, address, rows).set(options.map((option) => option[name]));
});
const rights = new Uint8Array(kernel.memory.buffer, kernel.codeColumnAddress(rows, 0), rows);
rights.set(options.map((option) => option.right));

const optionsPerSecond = (price: () => void): number => {
  const start = performance.now();
  price();
  return (rows / (performance.now() - start)) * 1_000;
};

const median = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const tiers = ['fast', 'standard', 'precise'] as const;
const masks: ReadonlyArray<AmericanGreeks> = ['price', 'underlying', 'all'];

tiers.forEach((tier, tierCode) => {
  masks.forEach((greeks, greeksCode) => {
    const speeds = Array.from({ length: rounds }, () => ({
      kernel: optionsPerSecond(() => {
        kernel.american(rows, rows, tierCode, greeksCode);
      }),
      plain: optionsPerSecond(() => {
        for (const option of options) priceAmerican(option, tier, greeks);
      }),
    })).slice(4);
    const fast = median(speeds.map((speed) => speed.kernel));
    const slow = median(speeds.map((speed) => speed.plain));
    const ratio = median(speeds.map((speed) => speed.kernel / speed.plain));
    console.info(
      `${tier}, ${greeks}: kernel ${(fast / 1_000).toFixed(0)}, plain ${(slow / 1_000).toFixed(1)} thousand options/s, ` +
        `ratio ${ratio.toFixed(1)}`,
    );
  });
});
