import { isLeft, right, type Either } from 'fp-ts/lib/Either.js';
import type { CalendarDate } from '../../../core/index.js';
import { fittedSurface } from './fitted.js';
import type { NotPriced } from './missing-input.js';
import type { ModelMarket } from './pricing-basis.js';
import {
  calendarYears,
  sessionsPerYear,
  varianceDays,
  varianceToCome,
  type Stretch,
} from './session-clock.js';
import { logRatio } from './smooth-functions.js';
import { atmCurve, atmVariance, indexNow, smile, totalVariance, type Smile } from './surface.js';
import type { TradingDay } from './trading-day.js';

/** The smile of one expiry and the clock it runs on. */
export interface ExpiryVolatility {
  readonly years: number;
  readonly lastDay: boolean;
  readonly smile: Smile;
}

/** Implied volatility per year and per 1.00, on the clock of `years`. */
export const impliedVolatility = (
  { years, smile: shape }: ExpiryVolatility,
  strike: number,
  forward: number,
): number => Math.sqrt(totalVariance(shape, logRatio(strike, forward)) / years);

/** An expiry after today, on calendar years: each index's last close is moved with VIX, then the surface read. */
export const laterExpiry = (
  day: TradingDay,
  { at, vix }: ModelMarket,
  stretch: Stretch,
): Either<NotPriced, ExpiryVolatility> => {
  const closes = day.termStructure();
  if (isLeft(closes)) return closes;
  const levels = closes.right.map(({ close, vixClose, node }) => indexNow(node, close, vixClose, vix));
  const curve = atmCurve(fittedSurface, levels);
  const years = calendarYears(stretch, at);
  const days = varianceDays(stretch, day.session, at, fittedSurface.weekendWeight);
  const variance = atmVariance(curve, days);
  return right({ years, lastDay: false, smile: smile(fittedSurface, curve, variance, years) });
};

/**
 * Today's expiry, on trading time: VIX1D's last close × (VIX now / VIX close) × clock factor, over the share of
 * a session's variance still to come in a year of 252 sessions (§5.8).
 */
export const todaysExpiry = (
  day: TradingDay,
  { at, vix }: ModelMarket,
  clockFactor: number,
): Either<NotPriced, ExpiryVolatility> => {
  const index = day.lastDayIndex();
  if (isLeft(index)) return index;
  const level = ((index.right.close / 100) * vix * clockFactor) / index.right.vixClose;
  const years = varianceToCome(day.session, at.second) / sessionsPerYear;
  const { rho, eta } = fittedSurface.lastDay;
  return right({ years, lastDay: true, smile: { variance: level * level * years, rho, eta } });
};

export const isToday = (day: TradingDay, expiry: CalendarDate): boolean => expiry === day.session.date;
