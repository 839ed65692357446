import { Option } from 'option-pricing';
import type { OptionColumns } from '../../../pricing-wasm/index.js';
import { scalarPeer, type Peer } from './peer.js';

/** The package option-pricing: a price and no Greeks. */
export const optionPricing = (options: OptionColumns): Peer =>
  scalarPeer(
    'option-pricing, price alone',
    options,
    () => {
      let sum = 0;
      for (let row = 0; row < options.right.length; row += 1) sum += priceAt(options, row);
      return sum;
    },
    (row) => ({ price: priceAt(options, row) }),
  );

const priceAt = (options: OptionColumns, row: number): number =>
  new Option({
    style: 'european',
    type: options.right[row] === 0 ? 'call' : 'put',
    initialSpotPrice: options.underlying[row]!,
    strikePrice: options.strike[row]!,
    timeToMaturity: options.years[row]!,
    volatility: options.volatility[row]!,
    riskFreeRate: options.rate[row]!,
    dividendYield: options.dividendYield[row]!,
  }).price('black-scholes');
