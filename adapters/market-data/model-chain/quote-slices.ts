import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import {
  RowStatus,
  type ChainSlice,
  type OptionColumns,
  type OptionContract,
  type OptionQuote,
  type Pricing,
} from '../../../core/index.js';
import { impliedVolatility } from './expiry-volatility.js';
import type { NotPriced } from './missing-input.js';
import type { ModelMarket } from './pricing-basis.js';
import type { SlicePlan } from './slice-plan.js';
import { quoteAround } from './two-sided-quote.js';

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
        const quote = quoteAround(plan, market, contract, price[row] ?? NaN, columns.volatility[row] ?? NaN);
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
