import type { CalendarDate, Root } from '../../../core/index.js';

/** A daily series the model prices from. */
export type ModelSeries =
  | 'index close'
  | 'VIX close'
  | 'VIX1D close'
  | 'VIX9D close'
  | 'VIX3M close'
  | 'VIX6M close'
  | 'three-month rate'
  | 'SPY close'
  | 'SPY dividend';

/**
 * Why something watched was not priced. A missing series is named with the date it was wanted before; nothing is
 * ever put in its place.
 */
export type NotPriced =
  | { readonly _tag: 'MissingSeries'; readonly series: ModelSeries; readonly before: CalendarDate }
  | { readonly _tag: 'NoSession'; readonly date: CalendarDate }
  | { readonly _tag: 'RootNotModelled'; readonly root: Root }
  | { readonly _tag: 'InvalidMarket'; readonly field: 'indexLevel' | 'vix'; readonly value: number }
  | { readonly _tag: 'NotListed'; readonly contract: string }
  | { readonly _tag: 'Expired'; readonly root: Root; readonly expiry: CalendarDate }
  | { readonly _tag: 'PricingFailed'; readonly reason: string };

export const missing = (series: ModelSeries, before: CalendarDate): NotPriced => ({
  _tag: 'MissingSeries',
  series,
  before,
});
