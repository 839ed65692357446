import { logarithmOfRatio } from '../logarithm.js';
import type { QuoteRow } from './quote-row.js';

/**
 * Second stage: a first guess of the width, wrong by 10% at most. The formulas and their sources are in
 * `assembly/implied-volatility/seed.ts`.
 */
export const guessWidth = (row: QuoteRow): void => {
  const { gain } = row;
  const half = row.value + gain * 0.5;
  const ratio = gain / half;
  if (row.isHigh) row.width = highWidth(row);
  else row.width = ratio <= 1.3 ? centralWidth(gain, half, ratio) : lowWidth(row);
};

/** Around the money. */
const centralWidth = (gain: number, half: number, ratio: number): number => {
  const radicand = 1 - ratio * ratio * perPi;
  const width = ((half * rootTwoPi) / (gain + 2)) * (Math.sqrt(radicand) + 1);
  return width * (width * width * 0.06 + 1);
};

/** Where the value is nearly a tail of the normal distribution. */
const lowWidth = ({ moneyness, target }: QuoteRow): number => {
  const bounded = atMost30(moneyness);
  const root = Math.sqrt(bounded);
  const share = bounded * (0.75829 * root + 1);
  const shareOf = (0.0647128 * root + 0.00468739) * root + 0.0186146;
  const t = tailPoint(share, shareOf * target);
  const n = t - (0.255591 * t + 6.18815) / ((0.0194067 * t + 0.429953) * t + 1);
  const twice = moneyness + moneyness;
  return twice / (Math.sqrt(n * n + twice) + n);
};

/** Where the room is. */
const highWidth = ({ moneyness, target }: QuoteRow): number => {
  const root = Math.sqrt(atMost30(moneyness));
  const share = (0.77219 * root + 1.24694) * root + 0.806651;
  const shareOf = (1.77638 * root + 1.49134) * root + 1;
  const t = tailPoint(share, shareOf * target);
  const n = t - (0.459134 * t + -0.0234359) / ((0.248009 * t + 0.177958) * t + 1);
  return Math.sqrt(n * n + (moneyness + moneyness)) + n;
};

/** Beyond it the far tail is nothing. */
const atMost30 = (moneyness: number): number => (moneyness > 30 ? 30 : moneyness);

/** sqrt(2 ln(a / b)), or 0. */
const tailPoint = (a: number, b: number): number => {
  const quotient = logarithmOfRatio(a, b);
  const twice = quotient + quotient;
  return Math.sqrt(twice > 0 ? twice : 0);
};

const rootTwoPi = 2.5066282746310002;
const perPi = 0.3183098861837907;
