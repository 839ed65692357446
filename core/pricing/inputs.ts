/** 0 for a call, 1 for a put, in the `right` column. */
export type RightCode = 0 | 1;

/** What options and quotes have in common; see `OptionColumns` for units. */
export interface ContractColumns {
  readonly right: Uint8Array;
  readonly underlying: Float64Array;
  readonly strike: Float64Array;
  readonly years: Float64Array;
  readonly rate: Float64Array;
  readonly dividendYield: Float64Array;
}

/**
 * Options, one per row; all columns have the same length. Units: `underlying` and `strike` in price points, `years`
 * to expiry, `rate` and `dividendYield` continuously compounded per year, `volatility` per year and per 1.00 (0.2 is
 * 20%). For options on futures `underlying` is the futures price and `dividendYield` is not read.
 */
export interface OptionColumns extends ContractColumns {
  readonly volatility: Float64Array;
}

/** Options with a `price` in price points and no volatility yet. */
export interface QuoteColumns extends ContractColumns {
  readonly price: Float64Array;
}
