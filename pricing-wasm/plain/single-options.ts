/** Everything that prices one option, or weighs one structure, in plain TypeScript. */
export type { CashDividend, Exercise, TreeValues } from './dividend-tree.js';
export { impliedVolatility, type SingleQuote, type SingleVolatility } from './implied-volatility.js';
export type { Market } from './market.js';
export { probabilityOfProfit, type ProfitProbability, type StructureLeg } from './probability-of-profit.js';
export { probabilityOfTouch } from './probability-of-touch.js';
export { priceAmerican, priceWithDividends, type SingleAmericanValues } from './single-american.js';
export {
  priceBlack76,
  priceBlackScholesMerton,
  type SingleFuturesOption,
  type SingleOption,
  type SingleValues,
} from './single-option.js';
