import { daysToExpiration } from '../../../core/index.js';
import type { ForwardQuote } from './chain-values.js';
import { median, quantile } from './quantile.js';

/** How far the volatilities are from the vendor's, per 1.00. */
export interface VendorComparison {
  readonly root: string;
  readonly count: number;
  readonly median: number;
  /** 95% of the differences are no larger. */
  readonly p95: number;
}

/** A quote with its own volatility; NaN where it has none. */
export interface ImpliedQuote extends ForwardQuote {
  readonly volatility: number;
}

/** Where a vendor's volatility can be judged: out of the money, near it, and neither days nor years away. */
export const comparedRange = {
  strikes: { from: 0.9, to: 1.08 },
  days: { from: 5, to: 220 },
} as const;

/** Compares by root the volatilities in the range with the vendor's; roots without any are left out. */
export const vendorComparison = (quotes: ReadonlyArray<ImpliedQuote>): ReadonlyArray<VendorComparison> => {
  const differences = new Map<string, number[]>();
  for (const implied of quotes) {
    const { quote, volatility } = implied;
    if (quote.vendorVolatility === null || Number.isNaN(volatility) || !compared(implied)) continue;
    const soFar = differences.get(quote.root) ?? [];
    soFar.push(Math.abs(volatility - quote.vendorVolatility));
    differences.set(quote.root, soFar);
  }
  return [...differences]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([root, of]) => ({
      root,
      count: of.length,
      median: median(of) ?? NaN,
      p95: quantile(of, 0.95) ?? NaN,
    }));
};

const compared = (each: ImpliedQuote): boolean => {
  const { strike, spot, at, expiry } = each.quote;
  const { strikes, days } = comparedRange;
  const left = daysToExpiration(at.date, expiry);
  const moneyness = strike / spot;
  return (
    left >= days.from &&
    left <= days.to &&
    moneyness >= strikes.from &&
    moneyness <= strikes.to &&
    isOutOfTheMoney(each)
  );
};

/** On the forward; the strike at the forward counts as a call's. */
export const isOutOfTheMoney = ({ quote, forward }: ForwardQuote): boolean =>
  (quote.right === 'call') === quote.strike >= forward.forward;
