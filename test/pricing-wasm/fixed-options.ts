import type { OptionColumns } from '../../pricing-wasm/index.js';

/** One option, a row of the columns. */
export interface OptionRow {
  readonly right: number;
  readonly underlying: number;
  readonly strike: number;
  readonly years: number;
  readonly rate: number;
  readonly dividendYield: number;
  readonly volatility: number;
}

export const columnsOf = (rows: ReadonlyArray<OptionRow>): OptionColumns => {
  const numbers = (name: keyof OptionRow): Float64Array => Float64Array.from(rows, (row) => row[name]);
  return {
    right: Uint8Array.from(rows, (row) => row.right),
    underlying: numbers('underlying'),
    strike: numbers('strike'),
    years: numbers('years'),
    rate: numbers('rate'),
    dividendYield: numbers('dividendYield'),
    volatility: numbers('volatility'),
  };
};

/** Options from a fixed sequence (Lehmer, modulus 2^31 - 1): the same on every machine. */
export const fixedOptions = (count: number): OptionRow[] => {
  let state = 20_260_722;
  const next = (from: number, to: number): number => {
    state = (state * 16_807) % 2_147_483_647;
    return from + ((to - from) * state) / 2_147_483_647;
  };
  return Array.from({ length: count }, (_, row) => ({
    right: row % 2,
    underlying: next(20, 600),
    strike: next(20, 600),
    years: next(0, 3),
    rate: next(-0.02, 0.12),
    dividendYield: next(-0.02, 0.12),
    volatility: next(0, 2),
  }));
};
