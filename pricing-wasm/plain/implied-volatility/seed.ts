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
  const share = bounded * (0.613926 * root + 1);
  const shareOf = (0.153615 * root + 0.00710374) * root + 0.0481402;
  const t = tailPoint(share, shareOf * target);
  const n = t - (2.29197 * t + 3.58891) / ((0.155278 * t + 0.67418) * t + 1);
  const twice = moneyness + moneyness;
  return twice / (Math.sqrt(n * n + twice) + n);
};

/** Where the room is. */
const highWidth = ({ moneyness, target }: QuoteRow): number => {
  const root = Math.sqrt(atMost30(moneyness));
  const share = (0.672041 * root + 0.748988) * root + 0.813937;
  const shareOf = (1.44383 * root + 0.903605) * root + 1;
  const t = tailPoint(share, shareOf * target);
  const n = t - (0.472014 * t + -0.0133553) / ((0.243629 * t + 0.220747) * t + 1);
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
