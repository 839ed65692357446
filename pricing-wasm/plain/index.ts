import { right } from 'fp-ts/lib/Either.js';
import type { Pricing } from '../../core/pricing/index.js';
import { scenarioGridBy } from '../book/scenario-grid.js';
import { americanColumnsBy } from './american-columns.js';
import { plainBookGreeks } from './book-greeks.js';
import { plainCells } from './scenario/cells.js';
import { priceColumnsBy } from './european-columns.js';
import { findVolatilities } from './volatility-columns.js';

export { RowStatus } from '../../core/pricing/index.js';
export type * from '../../core/pricing/index.js';
export { rollUp } from '../book/roll-up.js';
export * from './single-options.js';

/**
 * The Pricing port in plain TypeScript, for machines without WebAssembly: whoever imports it has chosen it, nothing
 * falls back to it unseen. Bits, errors, statuses and limits are those of `pricing`; it takes several times as long.
 */
export const plainPricing: Pricing = {
  blackScholesMerton: priceColumnsBy('blackScholesMerton'),
  black76: priceColumnsBy('black76'),
  american: americanColumnsBy,
  impliedVolatility: findVolatilities,
  bookGreeks: plainBookGreeks,
  scenarioGrid: scenarioGridBy(() => right(plainCells)),
};
