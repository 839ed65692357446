import type { ComboQuote } from '../portfolio/index.js';
import type { Limits } from '../rule-set/index.js';
import { comboTickOf, legSlip, type PricedLeg } from './leg-slip.js';
import { exactPoints, roundDown, roundUp } from './tick-grid.js';

/** Where a simulated combo order trades: at mid, at mid less the legs' slip, or across the whole market. */
export type FillModel = 'mid' | 'slip' | 'natural';

export const fillModels: ReadonlyArray<FillModel> = ['mid', 'slip', 'natural'];

/** `sell` receives the structure's price (opens a credit), `buy` pays it (closes one). */
export type OrderSide = 'sell' | 'buy';

/**
 * The price at which a combo order fills now, in points per unit, or null when it does not. It fills when the
 * limit is the model's price or worse for us, and then at the model's price, which is the limit or better:
 * exchanges give the improvement, and no underlying move is invented between two quotes (§5.2).
 */
export const fills = (
  { limit, side }: { readonly limit: number; readonly side: OrderSide },
  combo: ComboQuote,
  legs: ReadonlyArray<PricedLeg>,
  model: FillModel,
  limits: Limits,
): number | null => {
  const price = exactPoints(modelPrice(side, combo, legs, model, limits));
  const reached = side === 'sell' ? exactPoints(limit) <= price : exactPoints(limit) >= price;
  return reached ? price : null;
};

const modelPrice = (
  side: OrderSide,
  combo: ComboQuote,
  legs: ReadonlyArray<PricedLeg>,
  model: FillModel,
  limits: Limits,
): number => {
  switch (model) {
    case 'mid':
      return combo.mid;
    case 'slip':
      return slippedPrice(side, combo, legs, limits);
    case 'natural':
      return side === 'sell' ? combo.natural : combo.naturalToClose;
  }
};

/**
 * Mid less min(half the width, the legs' slip) for a sale. Where the slip ends between two ticks the trade is
 * at the tick on mid's side, so that it is never further from mid than the slip, as the ladder's last step.
 */
const slippedPrice = (
  side: OrderSide,
  combo: ComboQuote,
  legs: ReadonlyArray<PricedLeg>,
  limits: Limits,
): number => {
  const slip = legSlip(legs, limits);
  const tick = comboTickOf(legs);
  return side === 'sell'
    ? Math.max(combo.natural, roundUp(combo.mid - slip, tick))
    : Math.min(combo.naturalToClose, roundDown(combo.mid + slip, tick));
};
