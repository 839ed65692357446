import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import { contractKey, instruments, type ChainSlice, type OptionQuote } from '../market/index.js';
import type { OptionColumns, Pricing, ValueColumns } from '../pricing/index.js';
import type { Gap } from '../rule/index.js';
import { addGreeks, noGreeks, type Greeks } from './greeks.js';
import type { Leg } from './leg.js';

/** A leg with the slice and quote that price it. */
export interface QuotedLeg {
  readonly leg: Leg;
  readonly slice: ChainSlice;
  readonly quote: OptionQuote;
}

/**
 * Greeks of one unit of a structure in the units of D§5.8. `spyPrice` converts deltas to SPY-equivalent
 * shares; the beta of every root known so far is 1, they all follow the S&P 500. Options on futures are priced
 * by Black-76, all others by Black-Scholes-Merton, on the slice's own clock. Theta is per calendar day of
 * that clock: on the last day it understates the decay of the remaining hours.
 */
export const structureGreeks = (
  pricing: Pricing,
  legs: ReadonlyArray<QuotedLeg>,
  spyPrice: number,
): Either<ReadonlyArray<Gap>, Greeks> => {
  const gaps = [...legs.flatMap(volatilityGap), ...spyGap(spyPrice)];
  if (gaps.length > 0) return left(gaps);
  const onFutures = legs[0] !== undefined && instruments[legs[0].slice.root].settlement === 'future';
  const columns = columnsOf(legs);
  const values = onFutures ? pricing.black76(columns) : pricing.blackScholesMerton(columns);
  if (isLeft(values)) return left([unpriced(`${values.left._tag} in ${values.left.column}`)]);
  if (values.right.status.some((status) => status !== 0)) return left([unpriced('a leg cannot be priced')]);
  return right(
    legs.map((leg, row) => legGreeks(leg, values.right, row, spyPrice)).reduce(addGreeks, noGreeks),
  );
};

const unpriced = (detail: string): Gap => ({ fact: 'Greeks', reason: 'non-finite', detail });

const volatilityGap = ({ quote }: QuotedLeg): ReadonlyArray<Gap> => {
  const fact = `implied volatility of ${contractKey(quote.contract)}`;
  if (quote.impliedVolatility === null) return [{ fact, reason: 'absent', detail: 'not supplied' }];
  return Number.isFinite(quote.impliedVolatility)
    ? []
    : [{ fact, reason: 'non-finite', detail: String(quote.impliedVolatility) }];
};

const spyGap = (price: number): ReadonlyArray<Gap> =>
  price > 0 && Number.isFinite(price)
    ? []
    : [{ fact: 'price of SPY', reason: 'non-finite', detail: String(price) }];

const column = (legs: ReadonlyArray<QuotedLeg>, value: (leg: QuotedLeg) => number): Float64Array =>
  Float64Array.from(legs, value);

const columnsOf = (legs: ReadonlyArray<QuotedLeg>): OptionColumns => ({
  right: Uint8Array.from(legs, ({ leg }) => (leg.contract.right === 'call' ? 0 : 1)),
  underlying: column(legs, ({ slice }) => slice.underlyingPrice),
  strike: column(legs, ({ leg }) => leg.contract.strike),
  years: column(legs, ({ slice }) => slice.years),
  rate: column(legs, ({ slice }) => slice.rate),
  dividendYield: column(legs, ({ slice }) => slice.dividendYield),
  volatility: column(legs, ({ quote }) => quote.impliedVolatility ?? Number.NaN),
});

const legGreeks = (
  { leg, slice }: QuotedLeg,
  values: ValueColumns,
  row: number,
  spyPrice: number,
): Greeks => {
  const contracts = leg.ratio * instruments[slice.root].multiplier;
  const perSpy = slice.underlyingPrice / spyPrice;
  const of = (values: Float64Array): number => (values[row] ?? Number.NaN) * contracts;
  return {
    delta: of(values.delta) * perSpy,
    gamma: of(values.gamma) * perSpy * perSpy,
    rawGamma: of(values.gamma),
    vega: of(values.vega) / 100,
    theta: of(values.theta) / 365,
    rho: of(values.rho) / 100,
  };
};
