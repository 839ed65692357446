/** Cash paid per unit of the underlying at an ex-date, in years from now. */
export interface CashDividend {
  readonly years: number;
  readonly amount: number;
}

/** A stretch of time without an ex-date inside, cut into equal steps; the dividend falls at its end. */
export interface Stretch {
  readonly years: number;
  readonly steps: number;
  readonly dividend: number;
}

/** Stretches between ex-dates; `steps` are shared out by length, at least one each. The last ends at expiry. */
export const stretchesOf = (
  years: number,
  dividends: ReadonlyArray<CashDividend>,
  steps: number,
): ReadonlyArray<Stretch> => {
  const dates = [...new Set([...dividends.map((dividend) => dividend.years), years])].sort((a, b) => a - b);
  return dates.map((date, index) => {
    const length = date - (dates[index - 1] ?? 0);
    const paid = dividends.filter((dividend) => dividend.years === date);
    return {
      years: length,
      steps: Math.max(1, Math.round((steps * length) / years)),
      dividend: paid.reduce((sum, { amount }) => sum + amount, 0),
    };
  });
};
