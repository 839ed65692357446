import { inlinedKernel } from '../../pricing-wasm/inlined-kernel.js';
import { instantiateKernel, type Kernel } from '../../pricing-wasm/kernel.js';
import type {
  AmericanGreeks,
  AmericanTier,
  AmericanValues,
  OptionTerms,
} from '../../pricing-wasm/plain/american/index.js';
import { tiers } from './american-options.js';

const capacity = 64;
const pageBytes = 65_536;
const numberColumns = 12;

const open = (): Kernel => {
  const opened = instantiateKernel(inlinedKernel());
  const missing = opened.arenaBytes(capacity) - opened.memory.buffer.byteLength;
  if (missing > 0) opened.memory.grow(Math.ceil(missing / pageBytes));
  return opened;
};

const kernel = open();
const numbers = Array.from(
  { length: numberColumns },
  (_, column) =>
    new Float64Array(kernel.memory.buffer, kernel.numberColumnAddress(capacity, column), capacity),
);
const [rights, statuses] = [0, 1].map(
  (column) => new Uint8Array(kernel.memory.buffer, kernel.codeColumnAddress(capacity, column), capacity),
) as [Uint8Array, Uint8Array];

const greeksCodes: Readonly<Record<AmericanGreeks, number>> = { price: 0, underlying: 1, all: 2 };
const futuresCode = 4;

/** Prices up to 64 options at once through the compiled kernel; Greeks that were not asked for are NaN. */
export const kernelPrices = (
  options: ReadonlyArray<OptionTerms>,
  tier: AmericanTier,
  greeks: AmericanGreeks = 'all',
  futures = false,
): AmericanValues[] => {
  fill(futures ? options.map((option) => ({ ...option, dividendYield: option.rate })) : options);
  const code = greeksCodes[greeks] + (futures ? futuresCode : 0);
  kernel.american(capacity, options.length, tiers.indexOf(tier), code);
  return options.map((_, row) => valuesOf(row, greeks));
};

/** The European values that the kernel adds early exercise to. */
export const europeanKernelPrices = (
  options: ReadonlyArray<OptionTerms>,
  greeks: AmericanGreeks,
  futures: boolean,
): AmericanValues[] => {
  fill(options);
  const run = futures ? kernel.black76 : kernel.blackScholesMerton;
  run(capacity, options.length, greeks === 'price' ? 0 : 1);
  return options.map((_, row) => valuesOf(row, greeks === 'price' ? 'price' : 'all'));
};

const fill = (options: ReadonlyArray<OptionTerms>): void => {
  options.forEach((option, row) => {
    const { underlying, strike, years, rate, dividendYield, volatility } = option;
    rights[row] = option.right;
    [underlying, strike, years, rate, dividendYield, volatility].forEach((value, column) => {
      numbers[column]![row] = value;
    });
  });
};

const valuesOf = (row: number, greeks: AmericanGreeks): AmericanValues => {
  const value = (column: number): number => numbers[column]![row]!;
  const asked = (column: number, is: boolean): number => (is ? value(column) : NaN);
  return {
    status: statuses[row]!,
    price: value(6),
    delta: asked(7, greeks !== 'price'),
    gamma: asked(8, greeks !== 'price'),
    vega: asked(9, greeks === 'all'),
    theta: asked(10, greeks !== 'price'),
    rho: asked(11, greeks === 'all'),
  };
};
