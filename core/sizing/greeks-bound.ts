import { phaseLimit } from '../portfolio/index.js';
import type { Limits } from '../rule-set/index.js';
import { countBound, figure, type Bound } from './bound.js';
import { greeksBoundsOf, largestWithinGreeks } from './greeks-quantity.js';
import type { SizingRequest } from './request.js';

/** The last step: of the contracts every other step allows, those the phase's Greeks limits allow (check 45). */
export const greeksBound = (request: SizingRequest, most: number, limits: Limits): Bound => {
  const { phase, greeksPerUnit, bookGreeks } = request;
  const bounds = greeksBoundsOf(phase, limits);
  return countBound('greeks', largestWithinGreeks(greeksPerUnit, bookGreeks, bounds, most), [
    figure('delta of the book', bookGreeks.delta, 'SPY shares'),
    figure('delta per contract', greeksPerUnit.delta, 'SPY shares'),
    figure('largest delta', phaseLimit(limits, phase, 'delta'), 'SPY shares'),
    figure('gamma of the book', bookGreeks.gamma, 'SPY shares per $1'),
    figure('gamma per contract', greeksPerUnit.gamma, 'SPY shares per $1'),
    figure('largest gamma', phaseLimit(limits, phase, 'gamma'), 'SPY shares per $1'),
    figure('vega of the book', bookGreeks.vega, 'USD per vol point'),
    figure('vega per contract', greeksPerUnit.vega, 'USD per vol point'),
    figure('lowest vega', phaseLimit(limits, phase, 'vega'), 'USD per vol point'),
  ]);
};
