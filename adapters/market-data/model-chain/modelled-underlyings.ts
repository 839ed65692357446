import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import { daysBetween, previousSession, type Provenance, type Root } from '../../../core/index.js';
import { indexForward, sharePrice } from './carry.js';
import type { NotPriced } from './missing-input.js';
import type { ModelMarket } from './pricing-basis.js';
import type { TradingDay } from './trading-day.js';

/** An underlying's price now and at the previous session's close, in points. */
export interface ModelledUnderlying {
  readonly root: Root;
  /** The index itself is as observed as the level that was passed in; everything else is modelled from it. */
  readonly provenance: Provenance;
  readonly value: number;
  readonly previousClose: number;
  /** The front quarterly contract, the first whose last trade day is after today; null for the others. */
  readonly future: string | null;
}

export interface ModelledUnderlyings {
  readonly underlyings: ReadonlyArray<ModelledUnderlying>;
  readonly notPriced: ReadonlyArray<NotPriced>;
}

export const modelledUnderlyings = (day: TradingDay, market: ModelMarket): ModelledUnderlyings => {
  const each = [
    index(day, 'SPX', market.indexLevel, 1),
    index(day, 'XSP', market.indexLevel, 10),
    shares(day, market),
    future(day, market, 'ES'),
    future(day, market, 'MES'),
  ];
  return {
    underlyings: each.flatMap((one) => (isLeft(one) ? [] : [one.right])),
    notPriced: each.flatMap((one) => (isLeft(one) ? [one.left] : [])),
  };
};

const index = (
  day: TradingDay,
  root: 'SPX' | 'XSP',
  level: number,
  divisor: number,
): Either<NotPriced, ModelledUnderlying> => {
  const close = day.closes.indexClose();
  if (isLeft(close)) return close;
  return right({
    root,
    provenance: 'observed',
    value: level / divisor,
    previousClose: close.right / divisor,
    future: null,
  });
};

const shares = (day: TradingDay, market: ModelMarket): Either<NotPriced, ModelledUnderlying> => {
  const carry = day.carry();
  if (isLeft(carry)) return carry;
  const price = sharePrice(carry.right, market.indexLevel);
  if (isLeft(price)) return price;
  const close = day.closes.shares();
  if (isLeft(close)) return close;
  return right({
    root: 'SPY',
    provenance: 'modelled',
    value: price.right,
    previousClose: close.right.close,
    future: null,
  });
};

const future = (
  day: TradingDay,
  market: ModelMarket,
  root: 'ES' | 'MES',
): Either<NotPriced, ModelledUnderlying> => {
  const { date } = day.session;
  const carry = day.carry();
  if (isLeft(carry)) return carry;
  const close = day.closes.indexClose();
  if (isLeft(close)) return close;
  const front = day.future(root, date);
  if (isLeft(front)) return front;
  const before = previousSession(date);
  if (before === null) return left({ _tag: 'NoSession', date });
  const { name, lastTradeDay } = front.right;
  const forward = (level: number, from: typeof date): number =>
    indexForward(carry.right.rate, level, daysBetween(from, lastTradeDay) / 365);
  return right({
    root,
    provenance: 'modelled',
    value: forward(market.indexLevel, date),
    previousClose: forward(close.right, before.date),
    future: name,
  });
};
