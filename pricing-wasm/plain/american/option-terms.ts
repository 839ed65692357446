import type { RightCode } from '../../../core/pricing/index.js';

/** One option; units as in `OptionColumns`. Of a futures option, `dividendYield` is the rate. */
export interface OptionTerms {
  readonly right: RightCode;
  readonly underlying: number;
  readonly strike: number;
  readonly years: number;
  readonly rate: number;
  readonly dividendYield: number;
  readonly volatility: number;
}
