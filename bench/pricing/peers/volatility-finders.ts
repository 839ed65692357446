import { BlackScholes } from '@uqee/black-scholes';
import { blackFormulaImpliedStdDev1, blackFormulaImpliedStdDevLiRS1, Option } from '@quantlib/ql';
import impliedVolatility from 'implied-volatility';
import type { QuoteColumns } from '../../../pricing-wasm/index.js';
import { inProcess, type Contender } from '../race.js';

/** A way to find volatilities, and what it finds. */
export interface VolatilityFinder {
  readonly contender: Contender;
  readonly volatilityAt: (row: number) => number;
}

/** @uqee/black-scholes as it comes: bisection until the price is within 0.001. */
export const uqeeBisection = (quotes: QuoteColumns): VolatilityFinder => {
  const find = uqeeSigma(new BlackScholes(), quotes);
  return finder('@uqee/black-scholes, bisection', quotes, find, () => {
    let sum = 0;
    for (let row = 0; row < quotes.right.length; row += 1) sum += find(row);
    return sum;
  });
};

/** @uqee/black-scholes asked for all that it has: Newton's method until the price is within 1e-10. */
export const uqeeNewton = (quotes: QuoteColumns): VolatilityFinder => {
  const find = uqeeSigma(
    new BlackScholes({
      priceToSigmaAccuracy: 1e-10,
      priceToSigmaMethod: 'newton-raphson',
      priceToSigmaNRIteractions: 100,
      sigmaToPricePrecision: 'double',
    }),
    quotes,
  );
  return finder('@uqee/black-scholes, Newton to 1e-10', quotes, find, () => {
    let sum = 0;
    for (let row = 0; row < quotes.right.length; row += 1) sum += find(row);
    return sum;
  });
};

const uqeeSigma =
  (blackScholes: BlackScholes, quotes: QuoteColumns) =>
  (row: number): number =>
    blackScholes.sigma({
      price: quotes.price[row]!,
      rate: quotes.rate[row]!,
      strike: quotes.strike[row]!,
      time: quotes.years[row]!,
      type: quotes.right[row] === 0 ? 'call' : 'put',
      underlying: quotes.underlying[row]!,
    });

/** @quantlib/ql by the successive over-relaxation of Li and Lee, or by Newton's method kept in bounds. */
export const quantlibVolatility = (method: 'Li' | 'Newton', quotes: QuoteColumns): VolatilityFinder => {
  const deviation = method === 'Li' ? blackFormulaImpliedStdDevLiRS1 : blackFormulaImpliedStdDev1;
  const find = (row: number): number => {
    const years = quotes.years[row]!;
    const rate = quotes.rate[row]!;
    const type = quotes.right[row] === 0 ? Option.Type.Call : Option.Type.Put;
    const forward = quotes.underlying[row]! * Math.exp((rate - quotes.dividendYield[row]!) * years);
    try {
      const found = deviation(
        type,
        quotes.strike[row]!,
        forward,
        quotes.price[row]!,
        Math.exp(-rate * years),
      );
      return found / Math.sqrt(years);
    } catch {
      return 0;
    }
  };
  return finder(`@quantlib/ql, ${method}`, quotes, find, () => {
    let sum = 0;
    for (let row = 0; row < quotes.right.length; row += 1) sum += find(row);
    return sum;
  });
};

/** The package implied-volatility: bisection to the cent. */
export const bisectionToTheCent = (quotes: QuoteColumns): VolatilityFinder => {
  const find = (row: number): number =>
    impliedVolatility.getImpliedVolatility(
      quotes.price[row]!,
      quotes.underlying[row]!,
      quotes.strike[row]!,
      quotes.years[row]!,
      quotes.rate[row]!,
      quotes.right[row] === 0 ? 'call' : 'put',
    );
  return finder('implied-volatility', quotes, find, () => {
    let sum = 0;
    for (let row = 0; row < quotes.right.length; row += 1) sum += find(row);
    return sum;
  });
};

const finder = (
  name: string,
  quotes: QuoteColumns,
  volatilityAt: (row: number) => number,
  sumOfVolatilities: () => number,
): VolatilityFinder => ({
  contender: inProcess(name, quotes.right.length, sumOfVolatilities),
  volatilityAt,
});
