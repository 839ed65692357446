import type { TradingRule } from '../../rule-set/index.js';
import { chainComplete, chainFresh } from './chain-rules.js';
import type { DataFacts } from './facts.js';
import { legGreeks, legQuotes } from './leg-rules.js';
import { underlyingFresh, underlyingSane } from './underlying-rules.js';
import { vixFresh, vixPresent } from './vix-rules.js';

export * from './chain-readings.js';
export * from './chain-rules.js';
export * from './facts.js';
export * from './freshness.js';
export * from './leg-rules.js';
export * from './option-quotes.js';
export * from './readings.js';
export * from './underlying-rules.js';
export * from './vix-rules.js';

/** Checks 1–7 and 9 in the order of R§3.2. Check 8, liquidity, needs a structure and lives above. */
export const dataRules: ReadonlyArray<TradingRule<DataFacts>> = [
  underlyingFresh,
  underlyingSane,
  vixPresent,
  vixFresh,
  chainFresh,
  chainComplete,
  legQuotes,
  legGreeks,
];
