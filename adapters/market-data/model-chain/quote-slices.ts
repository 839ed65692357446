import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import {
  instruments,
  optionTick,
  RowStatus,
  type ChainSlice,
  type Instrument,
  type OptionColumns,
  type OptionContract,
  type OptionQuote,
  type Pricing,
} from '../../../core/index.js';
import { impliedVolatility } from './expiry-volatility.js';
import { fittedWidths } from './fitted.js';
import type { NotPriced } from './missing-input.js';
import type { ModelMarket } from './pricing-basis.js';
import { quoteWidth } from './quote-width.js';
import type { SlicePlan } from './slice-plan.js';

/** Prices every row of every plan in one batch and lays the quotes around the prices. */
export const quoteSlices = (
  pricing: Pricing,
  market: ModelMarket,
  plans: ReadonlyArray<SlicePlan>,
): Either<NotPriced, ReadonlyArray<ChainSlice>> => {
  const columns = columnsOf(plans);
  const priced = pricing.black76(columns);
  if (isLeft(priced)) return left(failed(`${priced.left._tag} in ${priced.left.column}`));
  const { status, price } = priced.right;
  const odd = status.findIndex((code) => code !== RowStatus.priced);
  if (odd >= 0) return left(failed(`status ${String(status[odd])} in row ${String(odd)}`));
  let row = 0;
  return right(
    plans.map((plan) =>
      sliceOf(plan, market, (contract) => {
        const quote = quoteOf(plan, market, contract, price[row] ?? NaN, columns.volatility[row] ?? NaN);
        row += 1;
        return quote;
      }),
    ),
  );
};

const failed = (reason: string): NotPriced => ({ _tag: 'PricingFailed', reason });

const columnsOf = (plans: ReadonlyArray<SlicePlan>): OptionColumns => {
  const rows = plans.reduce((count, { contracts }) => count + contracts.length, 0);
  const column = (): Float64Array => new Float64Array(rows);
  const columns = {
    right: new Uint8Array(rows),
    underlying: column(),
    strike: column(),
    years: column(),
    rate: column(),
    dividendYield: column(),
    volatility: column(),
  };
  let row = 0;
  for (const { contracts, basis, volatility } of plans)
    for (const contract of contracts) {
      columns.right[row] = contract.right === 'call' ? 0 : 1;
      columns.underlying[row] = basis.forward;
      columns.strike[row] = contract.strike;
      columns.years[row] = volatility.years;
      columns.rate[row] = basis.rate;
      columns.dividendYield[row] = basis.dividendYield;
      columns.volatility[row] = impliedVolatility(volatility, contract.strike, basis.forward);
      row += 1;
    }
  return columns;
};

const sliceOf = (
  { root, expiry, basis, volatility, contracts }: SlicePlan,
  { at }: ModelMarket,
  quote: (contract: OptionContract) => OptionQuote,
): ChainSlice => ({
  root,
  expiry,
  settles: 'pm',
  provenance: 'modelled',
  at,
  underlyingPrice: basis.underlyingPrice,
  future: basis.future,
  years: volatility.years,
  rate: basis.rate,
  dividendYield: basis.dividendYield,
  quotes: contracts.map(quote),
});

const quoteOf = (
  { root, basis, volatility }: SlicePlan,
  { at, vix }: ModelMarket,
  contract: OptionContract,
  price: number,
  iv: number,
): OptionQuote => {
  const instrument = instruments[root];
  const distance = contract.right === 'call' ? basis.forward - contract.strike : contract.strike - basis.forward;
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

const askAt = (instrument: Instrument, raw: number): number => {
  const tick = optionTick(instrument, raw);
  return cents(Math.ceil(raw / tick - tickTolerance) * tick);
};

/** A price this close to a tick, in ticks, is on it. */
const tickTolerance = 1e-9;

/** Every tick is a whole number of cents. */
const cents = (value: number): number => Math.round(value * 100) / 100;
