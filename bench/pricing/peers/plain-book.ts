import type { OptionColumns, Positions, ScenarioAxes } from '../../../pricing-wasm/index.js';
import type { FirstOrderColumns } from '../values.js';
import { normal, plainColumns } from './plain-javascript.js';

/** The grid of one day as a careful programmer writes it: what a scenario does not change is out of the loop. */
export const plainScenarioGrid = (
  options: OptionColumns,
  quantity: Float64Array,
  { spots, volatilities }: Pick<ScenarioAxes, 'spots' | 'volatilities'>,
): Float64Array => {
  const values = new Float64Array(spots.length * volatilities.length);
  const logarithms = Float64Array.from(spots, Math.log);
  for (let row = 0; row < options.right.length; row += 1) {
    const sign = options.right[row] === 0 ? 1 : -1;
    const years = options.years[row]!;
    const present = options.underlying[row]! * Math.exp(-options.dividendYield[row]! * years);
    const strike = options.strike[row]! * Math.exp(-options.rate[row]! * years);
    const moneyness = Math.log(present / strike);
    const width = options.volatility[row]! * Math.sqrt(years);
    let cell = 0;
    for (let volatility = 0; volatility < volatilities.length; volatility += 1) {
      const shocked = width * volatilities[volatility]!;
      for (let spot = 0; spot < spots.length; spot += 1) {
        const d1 = (moneyness + logarithms[spot]!) / shocked + shocked / 2;
        const asset = present * spots[spot]! * normal(sign * d1);
        const cash = strike * normal(sign * (d1 - shocked));
        values[cell]! += quantity[row]! * sign * (asset - cash);
        cell += 1;
      }
    }
  }
  return values;
};

/** Columns of values, then one pass over them into the sums. */
export const plainGroupSums = (options: OptionColumns, positions: Positions): FirstOrderColumns => {
  const values = plainColumns(options);
  const summed = (column: Float64Array): Float64Array => {
    const sums = new Float64Array(positions.groups);
    for (let row = 0; row < column.length; row += 1) {
      sums[positions.group[row]!]! += positions.quantity[row]! * column[row]!;
    }
    return sums;
  };
  return {
    price: summed(values.price),
    delta: summed(values.delta),
    gamma: summed(values.gamma),
    vega: summed(values.vega),
    theta: summed(values.theta),
    rho: summed(values.rho),
  };
};
