/**
 * What the early exercise of an option depends on, in units of the strike and of the time to expiry, always told of
 * a put: a call on S struck at K with rate r and yield q is worth a put on K struck at S with rate q and yield r
 * (McDonald and Schroder, 1998).
 */
export interface UnitPut {
  /** underlying / strike. */
  readonly ratio: number;
  /** Its logarithm. */
  readonly moneyness: number;
  /** rate * years. */
  readonly rateTime: number;
  /** dividendYield * years. */
  readonly yieldTime: number;
  /** volatility * sqrt(years). */
  readonly width: number;
}
