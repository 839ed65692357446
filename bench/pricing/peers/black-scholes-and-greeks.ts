import blackScholes from 'black-scholes';
import greeks from 'greeks';
import type { OptionColumns } from '../../../pricing-wasm/index.js';
import type { FirstOrder } from '../values.js';
import { scalarPeer, type Peer } from './peer.js';

/** The packages black-scholes and greeks, which know no yield: one function call a value. */
export const blackScholesAndGreeks = (options: OptionColumns): Peer =>
  scalarPeer(
    'black-scholes + greeks',
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
  const s = options.underlying[row]!;
  const k = options.strike[row]!;
  const t = options.years[row]!;
  const v = options.volatility[row]!;
  const r = options.rate[row]!;
  const callPut = options.right[row] === 0 ? 'call' : 'put';
  return {
    price: blackScholes.blackScholes(s, k, t, v, r, callPut),
    delta: greeks.getDelta(s, k, t, v, r, callPut),
    gamma: greeks.getGamma(s, k, t, v, r),
    vega: 100 * greeks.getVega(s, k, t, v, r),
    theta: greeks.getTheta(s, k, t, v, r, callPut, 1),
    rho: greeks.getRho(s, k, t, v, r, callPut, 1),
  };
};
