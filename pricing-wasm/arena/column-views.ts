import type { OptionColumns, ThirdOrderColumns } from '../../core/pricing/index.js';

/** The columns in the order of `assembly/arena.ts`. */
export const columnViews = (
  numbers: (column: number) => Float64Array,
  codes: (column: number) => Uint8Array,
): OptionColumns & ThirdOrderColumns => ({
  right: codes(0),
  status: codes(1),
  underlying: numbers(0),
  strike: numbers(1),
  years: numbers(2),
  rate: numbers(3),
  dividendYield: numbers(4),
  volatility: numbers(5),
  price: numbers(6),
  delta: numbers(7),
  gamma: numbers(8),
  vega: numbers(9),
  theta: numbers(10),
  rho: numbers(11),
  vanna: numbers(12),
  volga: numbers(13),
  charm: numbers(14),
  speed: numbers(15),
  color: numbers(16),
  zomma: numbers(17),
});
