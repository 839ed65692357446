import { BlackScholes, type Option } from '@uqee/black-scholes';
import type { OptionColumns } from '../../../pricing-wasm/index.js';
import { scalarPeer, type Peer } from './peer.js';

/** @uqee/black-scholes, which knows no yield: one object in, one object out. */
export const uqee = (sigmaToPricePrecision: 'single' | 'double', options: OptionColumns): Peer => {
  const blackScholes = new BlackScholes({ sigmaToPricePrecision });
  return scalarPeer(
    `@uqee/black-scholes, ${sigmaToPricePrecision}`,
    options,
    () => {
      let sum = 0;
      for (let row = 0; row < options.right.length; row += 1) {
        const { price, delta, gamma, vega, theta, rho } = optionAt(blackScholes, options, row);
        sum += price + delta + gamma + vega + theta + rho;
      }
      return sum;
    },
    (row) => {
      const option = optionAt(blackScholes, options, row);
      // Its theta is the derivative with respect to the time left, not to the calendar.
      return { ...option, theta: -option.theta };
    },
  );
};

const optionAt = (blackScholes: BlackScholes, options: OptionColumns, row: number): Option =>
  blackScholes.option({
    rate: options.rate[row]!,
    sigma: options.volatility[row]!,
    strike: options.strike[row]!,
    time: options.years[row]!,
    type: options.right[row] === 0 ? 'call' : 'put',
    underlying: options.underlying[row]!,
  });
