import {
  instruments,
  optionTick,
  type Instrument,
  type OptionContract,
  type OptionQuote,
} from '../../../core/index.js';
import { fittedWidths } from './fitted.js';
import type { ModelMarket } from './pricing-basis.js';
import { quoteWidth } from './quote-width.js';
import type { SlicePlan } from './slice-plan.js';

/** Bid and ask around the model's price: half the fitted width to each side, then out to the tick. */
export const quoteAround = (
  { root, basis, volatility }: SlicePlan,
  { at, vix }: ModelMarket,
  contract: OptionContract,
  price: number,
  iv: number,
): OptionQuote => {
  const instrument = instruments[root];
  const distance =
    contract.right === 'call' ? basis.forward - contract.strike : contract.strike - basis.forward;
  const width = quoteWidth(fittedWidths[root === 'SPY' ? 'shares' : 'index'], {
    price,
    intrinsic: Math.max(0, distance),
    underlying: basis.underlyingPrice,
    vix,
    years: volatility.years,
    lastDay: volatility.lastDay,
  });
  return {
    contract,
    at,
    bid: bidAt(instrument, price - width / 2),
    ask: askAt(instrument, price + width / 2),
    impliedVolatility: iv,
    volume: null,
    openInterest: null,
  };
};

/** Rounded down to the tick; nobody bids below one. */
const bidAt = (instrument: Instrument, raw: number): number | null => {
  const tick = optionTick(instrument, raw);
  const bid = cents(Math.floor(raw / tick + tickTolerance) * tick);
  return bid < tick ? null : bid;
};

/** Rounded up to the tick; nobody sells for nothing. */
const askAt = (instrument: Instrument, raw: number): number => {
  const tick = optionTick(instrument, raw);
  return cents(Math.max(1, Math.ceil(raw / tick - tickTolerance)) * tick);
};

/** A price this close to a tick, in ticks, is on it. */
const tickTolerance = 1e-9;

/** Every tick is a whole number of cents. */
const cents = (value: number): number => Math.round(value * 100) / 100;
