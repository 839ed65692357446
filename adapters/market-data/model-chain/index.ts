/** The model option chain: real index and volatility levels in, quotes labelled `modelled` out. */
export type { ModelSeries, NotPriced } from './missing-input.js';
export * from './model-chain.js';
export type { ModelledUnderlying, ModelledUnderlyings } from './modelled-underlyings.js';
export type { ModelMarket } from './pricing-basis.js';
