import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import type { CalendarDate, ExchangeTime, Root } from '../../../core/index.js';
import { indexForward, shareForward, sharePrice } from './carry.js';
import type { ListedRoot } from './expiries.js';
import type { NotPriced } from './missing-input.js';
import { logRatio } from './smooth-functions.js';
import type { TradingDay } from './trading-day.js';

/** The real prices the model starts from, as known at `at`. */
export interface ModelMarket {
  readonly at: ExchangeTime;
  /** The S&P 500, in points. */
  readonly indexLevel: number;
  /** In vol points. */
  readonly vix: number;
}

/** An underlying's price and what a forward from it costs. */
export interface PricingBasis {
  readonly underlyingPrice: number;
  readonly future: string | null;
  readonly rate: number;
  readonly dividendYield: number;
  /** The price at expiry that put-call parity sees. */
  readonly forward: number;
}

/** The root's price now and its forward to an expiry `years` away. */
export const pricingBasis = (
  day: TradingDay,
  market: ModelMarket,
  root: ListedRoot,
  expiry: CalendarDate,
  years: number,
): Either<NotPriced, PricingBasis> => {
  const carry = day.carry();
  if (isLeft(carry)) return carry;
  const { rate } = carry.right;
  switch (root) {
    case 'SPX':
      return right(spotBasis(market.indexLevel, indexForward(rate, market.indexLevel, years), rate, years));
    case 'SPY': {
      const spot = sharePrice(carry.right, market.indexLevel);
      if (isLeft(spot)) return spot;
      const dividends = day.dividendsTo(expiry);
      if (isLeft(dividends)) return dividends;
      return right(
        spotBasis(spot.right, shareForward(rate, spot.right, dividends.right, years), rate, years),
      );
    }
    case 'ES':
    case 'MES':
      return futureBasis(day, market, root, expiry, rate);
  }
};

/** The future's own price is the forward of options on it; Black-76 is Black-Scholes with a yield of r. */
const futureBasis = (
  day: TradingDay,
  market: ModelMarket,
  root: 'ES' | 'MES',
  expiry: CalendarDate,
  rate: number,
): Either<NotPriced, PricingBasis> => {
  const future = day.future(root, expiry);
  if (isLeft(future)) return future;
  const { name, lastTradeDay } = future.right;
  const toDelivery = day.stretchTo(lastTradeDay);
  if (toDelivery === null) return left({ _tag: 'NoSession', date: lastTradeDay });
  const price = indexForward(rate, market.indexLevel, toDelivery.calendarDays / 365);
  return right({ underlyingPrice: price, future: name, rate, dividendYield: rate, forward: price });
};

const spotBasis = (spot: number, forward: number, rate: number, years: number): PricingBasis => ({
  underlyingPrice: spot,
  future: null,
  rate,
  dividendYield: rate - logRatio(forward, spot) / years,
  forward,
});

export const isListedRoot = (root: Root): root is ListedRoot => root !== 'XSP';
