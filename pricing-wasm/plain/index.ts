import { right } from 'fp-ts/lib/Either.js';
import type { Pricing } from '../../core/pricing/index.js';
import { scenarioGridBy } from '../scenario-grid.js';
import { plainBookGreeks } from './book-greeks.js';
import { plainCells } from './scenario/cells.js';
import { priceColumnsBy } from './european-columns.js';
import { findVolatilities } from './volatility-columns.js';

export { RowStatus } from '../../core/pricing/index.js';
export type * from '../../core/pricing/index.js';
export {
  priceBlack76,
  priceBlackScholesMerton,
  type SingleFuturesOption,
  type SingleOption,
  type SingleValues,
} from './single-option.js';

/**
 * The Pricing port in plain TypeScript, for machines without WebAssembly: whoever imports it has chosen it, nothing
 * falls back to it unseen. Bits, errors, statuses and limits are those of `pricing`; it takes several times as long.
 */
export const plainPricing: Pricing = {
  blackScholesMerton: priceColumnsBy('blackScholesMerton'),
  black76: priceColumnsBy('black76'),
  impliedVolatility: findVolatilities,
  bookGreeks: plainBookGreeks,
  scenarioGrid: scenarioGridBy(() => right(plainCells)),
};
