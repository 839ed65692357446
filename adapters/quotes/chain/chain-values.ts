import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import type { Pricing, ValueColumns } from '../../../core/index.js';
import type { ContractColumns } from '../pricing/contract-fields.js';
import { impliedModels } from '../pricing/models.js';
import { tooMany } from '../pricing/price-table.js';
import type { Refusal } from '../pricing/refusal.js';
import { rowRefusal } from '../pricing/row-refusal.js';
import { boundRefusals } from '../pricing/value-bounds.js';
import type { TableError } from '../table/table.js';
import type { Expiry } from './expiries.js';
import type { Forward } from './forwards.js';
import { midOf, type Quote } from './quote-rows.js';

/** A quote on its expiry's forward. */
export interface ForwardQuote {
  readonly quote: Quote;
  readonly expiry: Expiry;
  readonly forward: Forward;
}

/** Black-76 on the forward, one row a quote: what went in, the volatility of the mid, the Greeks. */
export interface ChainValues {
  readonly contracts: ContractColumns;
  readonly greeks: ValueColumns;
  /** By index in the quotes: why there is no volatility. */
  readonly refusalOf: (index: number) => Refusal | null;
}

/** Implies each quote's volatility from its mid, and prices the Greeks at it. */
export const chainValues = (
  pricing: Pricing,
  quotes: ReadonlyArray<ForwardQuote>,
): Either<TableError, ChainValues> => {
  const model = impliedModels['black-76'];
  const column = (valueOf: (each: ForwardQuote) => number): Float64Array =>
    Float64Array.from(quotes, valueOf);
  const unsolved: ContractColumns = {
    right: Uint8Array.from(quotes, ({ quote }) => (quote.right === 'call' ? 0 : 1)),
    underlying: column(({ forward }) => forward.forward),
    strike: column(({ quote }) => quote.strike),
    years: column(({ expiry }) => expiry.years),
    rate: column(({ forward }) => forward.rate),
    dividendYield: column(() => 0),
    volatility: column(() => NaN),
    price: column(({ quote }) => midOf(quote)),
  };
  const implied = pricing.impliedVolatility(model.implied, unsolved);
  if (isLeft(implied)) return left(tooMany(unsolved.right.length, implied.left));
  const { status, volatility } = implied.right;
  const contracts = { ...unsolved, volatility };
  const greeks = pricing.black76(contracts);
  if (isLeft(greeks)) return left(tooMany(unsolved.right.length, greeks.left));
  const beyond = boundRefusals(pricing, model, contracts, status);
  return right({
    contracts,
    greeks: greeks.right,
    refusalOf: (index) =>
      beyond.get(index) ?? rowRefusal(status[index] ?? 0, contracts, model.contract, index),
  });
};
