import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import {
  session,
  type CalendarDate,
  type ChainSlice,
  type MarketHistory,
  type Pricing,
  type Watch,
} from '../../../core/index.js';
import { fittedSurface } from './fitted.js';
import type { NotPriced } from './missing-input.js';
import { modelledUnderlyings, type ModelledUnderlyings } from './modelled-underlyings.js';
import type { ModelMarket } from './pricing-basis.js';
import { quoteSlices } from './quote-slices.js';
import { tradingDays, type TradingDay } from './trading-day.js';
import { planWatched } from './watched-slices.js';

export interface ModelChainOptions {
  /** Daily closes of earlier dates are read from here, never the date's own or later ones. */
  readonly history: MarketHistory;
  readonly pricing: Pricing;
  /** Multiplies the volatility of the last day (§5.8); `fittedClockFactor` × 0.7 and × 1.3 for sensitivity. */
  readonly clockFactor?: number;
}

/** What was watched: slices with at least one quote, and why anything else was not priced. */
export interface ModelledSlices {
  readonly slices: ReadonlyArray<ChainSlice>;
  readonly notPriced: ReadonlyArray<NotPriced>;
}

/**
 * Option quotes where no chain was recorded, every slice labelled `modelled`. Roots: SPY, SPX (the PM-settled
 * series), ES and MES weeklies. The same arguments give the same quotes. How it prices, and how far it is off:
 * docs/model-chain.md.
 */
export interface ModelChain {
  readonly underlyings: (market: ModelMarket) => ModelledUnderlyings;
  readonly chain: (watch: Watch, market: ModelMarket) => ModelledSlices;
}

/** The clock factor that reproduces the one usable chain of a trading day, SPXW 2023-06-09. */
export const fittedClockFactor: number = fittedSurface.lastDay.clockFactor;

export const createModelChain = ({
  history,
  pricing,
  clockFactor = fittedClockFactor,
}: ModelChainOptions): ModelChain => {
  const dayOf = keepingLatest(tradingDays(history));
  return {
    underlyings: (market) => {
      const day = openDay(dayOf, market);
      return isReason(day) ? { underlyings: [], notPriced: [day] } : modelledUnderlyings(day, market);
    },
    chain: (watch, market) => {
      const day = openDay(dayOf, market);
      if (isReason(day)) return { slices: [], notPriced: [day] };
      const planned = planWatched({ day, market, clockFactor }, watch);
      const notPriced = planned.flatMap((each) => (isLeft(each) ? [each.left] : []));
      const plans = planned.flatMap((each) =>
        isRight(each) && each.right.contracts.length > 0 ? [each.right] : [],
      );
      if (plans.length === 0) return { slices: [], notPriced };
      const slices = quoteSlices(pricing, market, plans);
      return isLeft(slices)
        ? { slices: [], notPriced: [...notPriced, slices.left] }
        : { slices: slices.right, notPriced };
    },
  };
};

const openDay = (
  dayOf: (date: CalendarDate) => TradingDay | null,
  { at, indexLevel, vix }: ModelMarket,
): TradingDay | NotPriced => {
  if (!isPositive(indexLevel)) return { _tag: 'InvalidMarket', field: 'indexLevel', value: indexLevel };
  if (!isPositive(vix)) return { _tag: 'InvalidMarket', field: 'vix', value: vix };
  return dayOf(at.date) ?? { _tag: 'NoSession', date: at.date };
};

const isPositive = (value: number): boolean => Number.isFinite(value) && value > 0;

const isReason = (day: TradingDay | NotPriced): day is NotPriced => '_tag' in day;

/** A replay moves forward: only the latest date's work is kept. */
const keepingLatest = (
  dayFor: ReturnType<typeof tradingDays>,
): ((date: CalendarDate) => TradingDay | null) => {
  let latest: TradingDay | null = null;
  return (date) => {
    if (latest?.session.date === date) return latest;
    const open = session(date);
    latest = open === null ? null : dayFor(open);
    return latest;
  };
};
