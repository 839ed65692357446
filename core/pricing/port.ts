import type { Either } from 'fp-ts/lib/Either.js';
import type { OptionColumns, QuoteColumns } from './inputs.js';
import type { GreekOrder, ValuesUpTo, VolatilityColumns } from './values.js';

/** A spot price with a continuous yield, or a futures price. */
export type EuropeanModel = 'blackScholesMerton' | 'black76';

/** Columns of different lengths, or more rows than the kernel's memory holds. */
export interface PricingError {
  readonly _tag: 'ColumnLengthMismatch' | 'CapacityExceeded';
  readonly column: string;
  readonly length: number;
  readonly limit: number;
}

/**
 * Prices whole columns at once. Deterministic: the same inputs give the same bits on every machine, in WebAssembly
 * and in plain TypeScript.
 */
export interface Pricing {
  /** European options on a spot price with a continuous yield; Greeks up to `greeks`, the first order if left out. */
  readonly blackScholesMerton: <Order extends GreekOrder = 'first'>(
    options: OptionColumns,
    greeks?: Order,
  ) => Either<PricingError, ValuesUpTo[Order]>;
  /** European options on futures. */
  readonly black76: <Order extends GreekOrder = 'first'>(
    options: OptionColumns,
    greeks?: Order,
  ) => Either<PricingError, ValuesUpTo[Order]>;
  /** The volatility at which the model gives the quoted price. */
  readonly impliedVolatility: (
    model: EuropeanModel,
    quotes: QuoteColumns,
  ) => Either<PricingError, VolatilityColumns>;
}
