import * as fc from 'fast-check';
import type { OptionRow } from './option-columns.js';

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** The number, and the doubles beside it. */
const around = (value: number): number[] => [value * (1 - 2 ** -53), value, value * (1 + 2 ** -52)];

/** Where the kernel changes its formulas, and far beyond. */
const anyWidth = fc.oneof(
  fc.constantFrom(0, -0, 5e-324, ...around(2 ** -1000), ...around(2 ** -8), ...around(64), 1e6, 1e300),
  between(-1070, 1000).map((power) => 2 ** power),
  between(2 ** -9, 2 ** -7),
  between(0.001, 3),
  between(50, 80),
);

const anyYears = fc.oneof(
  fc.constantFrom(0, -0, 0.25, 1, 4),
  between(2e-6, 10),
  between(-300, 3).map((power) => 10 ** power),
);

/** rate × years, at the edges of the exponential's reduction and of its domain. */
const anyPower = fc.oneof(
  fc.constantFrom(0, -0, ...around(0.3465), ...around(-0.3465), ...around(700), ...around(-700)),
  between(-0.5, 0.5),
  between(-700, 700),
);

/** |d| of the nearer of d1 and d2, with sign: in the body, in the deep tail, and where the tail begins and ends. */
const anyDistance = fc.oneof(
  fc.constantFrom(0, 16, 38, -16, -38),
  between(-12, 12),
  between(12, 40),
  between(-40, -12),
  between(15.99, 16.01),
  between(-38.01, -37.99),
);

/** What is at the money: the price today, the forward, or neither. */
const anyMoney = fc.constantFrom('spot', 'forward', 'away');

/**
 * Options where formulas change or digits are lost: deep tails, widths around 2^-8, 64, 2^-1000 and 0, no time, no
 * volatility, a volatility beyond reason, discounts at the edges, a carry that cancels the moneyness, prices at the
 * ends of the domain. A few lie outside it.
 */
export const extremeOption: fc.Arbitrary<OptionRow> = fc
  .record({
    right: fc.constantFrom(0, 1),
    strike: fc.oneof(
      fc.constantFrom(100, 1e-150, 1e150),
      between(1, 10_000),
      between(-150, 150).map((power) => 10 ** power),
    ),
    years: anyYears,
    width: anyWidth,
    ratePower: anyPower,
    dividendPower: fc.option(anyPower),
    distance: anyDistance,
    money: anyMoney,
  })
  .map(({ right, strike, years, width, ratePower, dividendPower, distance, money }) => {
    const perYear = years === 0 ? 1 : 1 / years;
    const rate = ratePower * perYear;
    const dividendYield = dividendPower === null ? rate : dividendPower * perYear;
    const centre = (Math.abs(distance) + width / 2) * Math.sign(distance);
    const carry = (rate - dividendYield) * years;
    const moneyness = { spot: 0, forward: -carry, away: centre * width - carry }[money];
    return {
      right,
      strike,
      underlying: strike * Math.exp(moneyness),
      years,
      rate,
      dividendYield,
      volatility: width * Math.sqrt(perYear),
    };
  });
