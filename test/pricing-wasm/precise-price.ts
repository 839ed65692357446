import { exponentialOf, fixed, logarithmOf, normalOf, over, rootOf, times } from './high-precision.js';
import type { OptionRow } from './option-columns.js';

/** The variables of a price, in fixed point. */
export interface PreciseInputs {
  readonly underlying: bigint;
  readonly strike: bigint;
  readonly years: bigint;
  readonly rate: bigint;
  readonly dividendYield: bigint;
  readonly volatility: bigint;
}

export const preciseInputs = (row: OptionRow): PreciseInputs => ({
  underlying: fixed(row.underlying),
  strike: fixed(row.strike),
  years: fixed(row.years),
  rate: fixed(row.rate),
  dividendYield: fixed(row.dividendYield),
  volatility: fixed(row.volatility),
});

/** Black-Scholes-Merton as in a textbook, to about sixty digits after the point. */
export const precisePrice = (inputs: PreciseInputs, right: number): bigint => {
  const { underlying, strike, years, rate, dividendYield, volatility } = inputs;
  const width = times(volatility, rootOf(years));
  const moneyness = logarithmOf(over(underlying, strike)) + times(rate - dividendYield, years);
  const d1 = over(moneyness, width) + (width >> 1n);
  const underlyingNow = times(underlying, exponentialOf(-times(dividendYield, years)));
  const strikeNow = times(strike, exponentialOf(-times(rate, years)));
  const call = times(underlyingNow, normalOf(d1)) - times(strikeNow, normalOf(d1 - width));
  return right === 0 ? call : call - underlyingNow + strikeNow;
};
