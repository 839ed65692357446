/** How wide a quote is, in price points. */
export interface WidthParameters {
  readonly base: number;
  /** Times the square root of the time value. */
  readonly root: number;
  /** Wider by this share per vol point of VIX above 10. */
  readonly level: number;
  /** Wider by this share per year to expiry. */
  readonly term: number;
  /** Added deep in the money, as a share of the underlying's price: nothing to 2% deep, all of it from 5%. */
  readonly deep: number;
  /** The whole width is multiplied by this on the day of expiry. */
  readonly lastDay: number;
}

export interface QuoteSituation {
  /** The model's price of the option, in points. */
  readonly price: number;
  readonly intrinsic: number;
  readonly underlying: number;
  readonly vix: number;
  readonly years: number;
  readonly lastDay: boolean;
}

/**
 * Distance from bid to ask before rounding:
 * `(base + root·√(time value)) · (1 + level·(VIX − 10)) · (1 + term·years) + deep part`.
 * Fitted to the widths of real chains, see docs/model-chain.md.
 */
export const quoteWidth = (parameters: WidthParameters, situation: QuoteSituation): number => {
  const { price, intrinsic, underlying, vix, years, lastDay } = situation;
  const calm = parameters.base + parameters.root * Math.sqrt(Math.max(0, price - intrinsic));
  const stressed = calm * (1 + parameters.level * Math.max(0, vix - 10)) * (1 + parameters.term * years);
  const depth = Math.min(1, Math.max(0, (intrinsic / underlying - 0.02) / 0.03));
  return (stressed + parameters.deep * underlying * depth) * (lastDay ? parameters.lastDay : 1);
};
