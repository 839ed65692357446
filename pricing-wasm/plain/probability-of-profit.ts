import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type { InputError } from '../../core/pricing/index.js';
import { logarithmOfRatio } from './logarithm.js';
import { outOfDomain, type Market } from './market.js';
import { cumulativeNormal } from './normal-distribution.js';

/** One option of a structure; `quantity` is above 0 when bought, below 0 when sold. */
export interface StructureLeg {
  readonly right: 'call' | 'put';
  readonly strike: number;
  readonly quantity: number;
}

/** `breakevens` are the prices of the underlying, in rising order, at which profit turns to loss or back. */
export interface ProfitProbability {
  readonly probability: number;
  readonly breakevens: ReadonlyArray<number>;
}

/**
 * The probability that options of one expiry, opened for `credit` (points received per unit of the structure,
 * negative for a debit), are worth more than nothing together with it at expiry, if the underlying ends lognormal
 * around its forward with one volatility. At a breakeven there is no profit.
 *
 * Error: `InputError` as for `probabilityOfTouch`, and for a structure without legs or a quantity of 0.
 */
export const probabilityOfProfit = (
  market: Market,
  legs: ReadonlyArray<StructureLeg>,
  credit: number,
): Either<InputError, ProfitProbability> => {
  const error = outOfDomain(market, {}) ?? structureError(legs, credit);
  if (error !== undefined) return left(error);
  const corners = [0, ...new Set(legs.map(({ strike }) => strike).sort((a, b) => a - b))];
  const profits = corners.map((price) => profitAt(legs, credit, price));
  const pieces = corners.map((from, index) => {
    const to = corners[index + 1] ?? Number.POSITIVE_INFINITY;
    const slope = slopeBeyond(legs, from);
    return { from, to, start: profits[index] ?? 0, slope };
  });
  const gains = pieces.flatMap(gainOf);
  const probability = gains.reduce((sum, { from, to }) => sum + between(market, from, to), 0);
  return right({ probability: Math.min(1, Math.max(0, probability)), breakevens: turningPoints(gains) });
};

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Payoff and credit are linear between corners: what part of [from, to) is above 0. */
const gainOf = ({
  from,
  to,
  start,
  slope,
}: Interval & { readonly start: number; readonly slope: number }): ReadonlyArray<Interval> => {
  if (slope === 0) return start > 0 ? [{ from, to }] : [];
  const zero = from - start / slope;
  const part = slope > 0 ? { from: Math.max(from, zero), to } : { from, to: Math.min(to, zero) };
  return part.from < part.to ? [part] : [];
};

/** The ends of joined intervals, without 0 and infinity. */
const turningPoints = (gains: ReadonlyArray<Interval>): ReadonlyArray<number> => {
  const ends = gains.flatMap(({ from, to }) => [from, to]);
  return ends.filter(
    (end) => end > 0 && Number.isFinite(end) && ends.filter((other) => other === end).length === 1,
  );
};

const profitAt = (legs: ReadonlyArray<StructureLeg>, credit: number, price: number): number =>
  legs.reduce((sum, { right: kind, strike, quantity }) => {
    const intrinsic = kind === 'call' ? price - strike : strike - price;
    return sum + quantity * Math.max(0, intrinsic);
  }, credit);

/** What a point of the underlying adds just above `price`. */
const slopeBeyond = (legs: ReadonlyArray<StructureLeg>, price: number): number =>
  legs.reduce((sum, { right: kind, strike, quantity }) => {
    const isIn = kind === 'call' ? strike <= price : strike > price;
    return isIn ? sum + (kind === 'call' ? quantity : -quantity) : sum;
  }, 0);

/** The probability of ending in [from, to). */
const between = (market: Market, from: number, to: number): number => above(market, from) - above(market, to);

/** The probability of ending above `price`: N(d2). */
const above = ({ underlying, years, rate, dividendYield, volatility }: Market, price: number): number => {
  if (price === 0) return 1;
  if (price === Number.POSITIVE_INFINITY) return 0;
  const moneyness = logarithmOfRatio(underlying, price) + (rate - dividendYield) * years;
  const width = volatility * Math.sqrt(years);
  if (width < 1e-150) return moneyness > 0 ? 1 : 0;
  return cumulativeNormal(moneyness / width - 0.5 * width);
};

const structureError = (legs: ReadonlyArray<StructureLeg>, credit: number): InputError | undefined => {
  if (legs.length === 0) return { _tag: 'InputError', field: 'legs', value: 0, limit: 'at least one leg' };
  const fields = legs.flatMap(({ strike, quantity }, leg) => [
    {
      field: `legs[${leg}].strike`,
      value: strike,
      isInside: strike >= 1e-150 && strike <= 1e150,
      limit: 'a price in [1e-150, 1e150]',
    },
    {
      field: `legs[${leg}].quantity`,
      value: quantity,
      isInside: Number.isFinite(quantity) && quantity !== 0,
      limit: 'a finite number other than 0',
    },
  ]);
  const found = [
    ...fields,
    { field: 'credit', value: credit, isInside: Number.isFinite(credit), limit: 'a finite number' },
  ].find(({ isInside }) => !isInside);
  return found && { _tag: 'InputError', field: found.field, value: found.value, limit: found.limit };
};
