import type { Either } from 'fp-ts/lib/Either.js';
import type { BookValuesUpTo, Positions } from './book.js';
import type { OptionColumns, QuoteColumns } from './inputs.js';
import type { ScenarioAxes, ScenarioGrid } from './scenario.js';
import type { GreekOrder, ValuesUpTo, VolatilityColumns } from './values.js';

/** A spot price with a continuous yield, or a futures price. */
export type EuropeanModel = 'blackScholesMerton' | 'black76';

export type PricingError = LengthError | ValueError;

/** Columns of different lengths, more rows than the kernel's memory holds, or an axis without values. */
export interface LengthError {
  readonly _tag: 'ColumnLengthMismatch' | 'CapacityExceeded' | 'EmptyAxis';
  readonly column: string;
  readonly length: number;
  readonly limit: number;
}

/** A group code not below the number of groups (the limit), or a shock beyond its axis' limit: where, and which. */
export interface ValueError {
  readonly _tag: 'GroupOutOfRange' | 'ShockOutOfRange';
  readonly column: string;
  readonly index: number;
  readonly value: number;
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
  /** Price and Greeks of a book, summed by group. */
  readonly bookGreeks: <Order extends GreekOrder = 'first'>(
    model: EuropeanModel,
    options: OptionColumns,
    positions: Positions,
    greeks?: Order,
  ) => Either<PricingError, BookValuesUpTo[Order]>;
  /**
   * The value of a book at every combination of shocks, every leg repriced by Black-Scholes-Merton. `quantity` is
   * signed contracts times multiplier, row by row. Options on futures have `dividendYield` = `rate`.
   */
  readonly scenarioGrid: (
    options: OptionColumns,
    quantity: Float64Array,
    axes: ScenarioAxes,
  ) => Either<PricingError, ScenarioGrid>;
}
