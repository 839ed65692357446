import type { RowSummary } from '../pricing/summary.js';
import type { VendorComparison } from './vendor-comparison.js';

/** What a quote table says of one root and one day of expiry. */
export interface ExpiryRow {
  /** New York, as are all times here. */
  readonly quotesAt: string;
  readonly root: string;
  readonly expiry: string;
  readonly settlesAt: string;
  /** Calendar days from the quotes to the expiry. */
  readonly days: number;
  /** Of 365 days, from the moment of the quotes to the settlement. */
  readonly years: number;
  /** Points. */
  readonly forward: number;
  /** Continuously compounded per year. */
  readonly rate: number;
  /** `given`, `own`, or the day of the expiry that it was borrowed from. */
  readonly rateFrom: string;
  readonly discount: number;
  readonly pairs: number;
  /** The pairs' median distance from put-call parity, in points. */
  readonly residual: number;
  /** Quotes with bid and ask, and those among them with a volatility. */
  readonly rows: number;
  readonly priced: number;
  /** Volatility per 1.00 at the forward, between the strikes on its two sides; null where one is missing. */
  readonly atTheMoney: number | null;
}

/** A quote table in numbers. */
export interface ChainDocument {
  readonly schema: 'tomking.chain/1';
  readonly rows: RowSummary;
  readonly expiries: ReadonlyArray<ExpiryRow>;
  /** By root, against the volatilities that the table's vendor gave. */
  readonly vendor: ReadonlyArray<VendorComparison>;
  /** Roots whose options may be exercised early and were treated as European. */
  readonly american: ReadonlyArray<string>;
}
