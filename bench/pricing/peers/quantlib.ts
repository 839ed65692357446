import { BlackCalculator, Option } from '@quantlib/ql';
import type { OptionColumns } from '../../../pricing-wasm/index.js';
import type { FirstOrder } from '../values.js';
import { scalarPeer, type Peer } from './peer.js';

/** @quantlib/ql by its BlackCalculator, the least it can be asked for: no dates, no curves, no observers. */
export const quantlib = (options: OptionColumns): Peer =>
  scalarPeer(
    '@quantlib/ql, BlackCalculator',
    options,
    () => {
      let sum = 0;
      for (let row = 0; row < options.right.length; row += 1) {
        const { price, delta, gamma, vega, theta, rho } = valuesAt(options, row);
        sum += price + delta + gamma + vega + theta + rho;
      }
      return sum;
    },
    (row) => valuesAt(options, row),
  );

const valuesAt = (options: OptionColumns, row: number): FirstOrder => {
  const spot = options.underlying[row]!;
  const years = options.years[row]!;
  const rate = options.rate[row]!;
  const calculator = new BlackCalculator().init2(
    options.right[row] === 0 ? Option.Type.Call : Option.Type.Put,
    options.strike[row]!,
    spot * Math.exp((rate - options.dividendYield[row]!) * years),
    options.volatility[row]! * Math.sqrt(years),
    Math.exp(-rate * years),
  );
  return {
    price: calculator.value(),
    delta: calculator.delta(spot),
    gamma: calculator.gamma(spot),
    vega: calculator.vega(years),
    theta: calculator.theta(spot, years),
    rho: calculator.rho(years),
  };
};
