import type { AmericanGreeks, AmericanTier } from '../../core/pricing/index.js';
import { pricing } from '../../pricing-wasm/index.js';
import type { AmericanValues, OptionTerms } from '../../pricing-wasm/plain/american/index.js';
import { columnsOf, priced } from './option-columns.js';

/** Prices options through the compiled kernel; Greeks that were not asked for are NaN. */
export const kernelPrices = (
  options: ReadonlyArray<OptionTerms>,
  tier: AmericanTier,
  greeks: AmericanGreeks = 'first',
  futures = false,
): AmericanValues[] => {
  const values = priced(pricing.american(columnsOf(options), { tier, greeks, futures }));
  const columns: Partial<Record<keyof AmericanValues, ArrayLike<number>>> = values;
  const value = (name: keyof AmericanValues, row: number): number => columns[name]?.[row] ?? NaN;
  return options.map((_, row) => ({
    status: value('status', row),
    price: value('price', row),
    delta: value('delta', row),
    gamma: value('gamma', row),
    vega: value('vega', row),
    theta: value('theta', row),
    rho: value('rho', row),
  }));
};
