/**
 * Claim: pricing a batch (price and five Greeks) through the WASM kernel beats plain JavaScript.
 * Both take columns and return fresh columns; rounds alternate, and medians and their ratio are printed.
 * Run: npm run bench -- european-kernel
 */
import { pricing, type OptionColumns, type ValueColumns } from '../pricing-wasm/index.js';
import { plainBlackScholesMerton } from './plain-black-scholes.js';

const rounds = 31;

const realistic = (rows: number): OptionColumns => {
  let state = 1;
  const next = (from: number, to: number): number => {
    state = (state * 16_807) % 2_147_483_647;
    return from + ((to - from) * state) / 2_147_483_647;
  };
  const column = (from: number, to: number): Float64Array =>
    Float64Array.from({ length: rows }, () => next(from, to));
  return {
    right: Uint8Array.from({ length: rows }, (_, row) => row % 2),
    underlying: column(90, 110),
    strike: column(70, 130),
    years: column(0.01, 1),
    rate: column(0, 0.06),
    dividendYield: column(0, 0.03),
    volatility: column(0.1, 0.6),
  };
};

const kernelPrices = (options: OptionColumns): ValueColumns => {
  const result = pricing.blackScholesMerton(options);
  if (result._tag === 'Left') throw new Error(result.left._tag);
  return result.right;
};

const millionsPerSecond = (
  price: (options: OptionColumns) => ValueColumns,
  options: OptionColumns,
): number => {
  const repeats = Math.ceil(200_000 / options.right.length);
  const start = performance.now();
  for (let repeat = 0; repeat < repeats; repeat += 1) price(options);
  return (repeats * options.right.length) / (performance.now() - start) / 1_000;
};

const median = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const greatestDifference = (options: OptionColumns): number => {
  const [ours, plain] = [kernelPrices(options), plainBlackScholesMerton(options)];
  return ours.price.reduce(
    (most, price, row) => Math.max(most, Math.abs(price - (plain.price[row] ?? NaN))),
    0,
  );
};

for (const rows of [8, 100, 1_000, 200_000]) {
  const options = realistic(rows);
  const speeds = Array.from({ length: rounds }, () => ({
    kernel: millionsPerSecond(kernelPrices, options),
    plain: millionsPerSecond(plainBlackScholesMerton, options),
  })).slice(5);
  const kernel = median(speeds.map((speed) => speed.kernel));
  const plain = median(speeds.map((speed) => speed.plain));
  const ratio = median(speeds.map((speed) => speed.kernel / speed.plain));
  console.info(
    `${String(rows)} rows: kernel ${kernel.toFixed(1)}, plain JavaScript ${plain.toFixed(1)} million options/s, ` +
      `ratio ${ratio.toFixed(1)}; prices differ by at most ${greatestDifference(options).toExponential(1)}`,
  );
}
