import { Option } from 'option-pricing';
import type { OptionColumns } from '../../../pricing-wasm/index.js';
import { scalarPeer, type Peer } from './peer.js';

/** The package option-pricing: a European price and no Greeks. */
export const optionPricing = (options: OptionColumns): Peer =>
  pricePeer('option-pricing, price alone', options, (row) =>
    optionAt(options, row, 'european').price('black-scholes'),
  );

/** The binomial tree of the package option-pricing. */
export const optionPricingAmerican = (options: OptionColumns): Peer =>
  pricePeer('option-pricing, binomial tree, 100 steps', options, (row) =>
    optionAt(options, row, 'american').price('binomial-tree', { timeSteps: 100 }),
  );

const pricePeer = (name: string, options: OptionColumns, priceAt: (row: number) => number): Peer =>
  scalarPeer(
    name,
    options,
    () => {
      let sum = 0;
      for (let row = 0; row < options.right.length; row += 1) sum += priceAt(row);
      return sum;
    },
    (row) => ({ price: priceAt(row) }),
  );

const optionAt = (options: OptionColumns, row: number, style: 'european' | 'american'): Option =>
  new Option({
    style,
    type: options.right[row] === 0 ? 'call' : 'put',
    initialSpotPrice: options.underlying[row]!,
    strikePrice: options.strike[row]!,
    timeToMaturity: options.years[row]!,
    volatility: options.volatility[row]!,
    riskFreeRate: options.rate[row]!,
    dividendYield: options.dividendYield[row]!,
  });
