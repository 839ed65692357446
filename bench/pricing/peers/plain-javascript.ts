import type { OptionColumns } from '../../../pricing-wasm/index.js';
import { inProcess } from '../race.js';
import { lastOf, valuesOf, type FirstOrderColumns } from '../values.js';
import type { Peer } from './peer.js';

/** What a careful programmer writes in plain JavaScript: closed forms, one row at a time, Math.exp and Math.log. */
export const plainJavaScript = (options: OptionColumns): Peer => ({
  contender: inProcess('plain JavaScript', options.right.length, () => lastOf(plainColumns(options))),
  valuesAt: valuesOf(plainColumns(options)),
});

export const plainColumns = (options: OptionColumns): FirstOrderColumns => {
  const rows = options.right.length;
  const column = (): Float64Array => new Float64Array(rows);
  const values = {
    price: column(),
    delta: column(),
    gamma: column(),
    vega: column(),
    theta: column(),
    rho: column(),
  };
  for (let row = 0; row < rows; row += 1) priceRow(options, values, row);
  return values;
};

const priceRow = (options: OptionColumns, values: FirstOrderColumns, row: number): void => {
  const S = options.underlying[row]!;
  const K = options.strike[row]!;
  const T = options.years[row]!;
  const r = options.rate[row]!;
  const q = options.dividendYield[row]!;
  const volatility = options.volatility[row]!;
  const sign = options.right[row] === 0 ? 1 : -1;
  const rootT = Math.sqrt(T);
  const width = volatility * rootT;
  const d1 = (Math.log(S / K) + (r - q) * T) / width + width / 2;
  const carry = Math.exp(-q * T);
  const discount = Math.exp(-r * T);
  const asset = S * carry * normal(sign * d1);
  const cash = K * discount * normal(sign * (d1 - width));
  const density = carry * Math.exp((-d1 * d1) / 2) * 0.3989422804014327;
  values.price[row] = sign * (asset - cash);
  values.delta[row] = (sign * asset) / S;
  values.gamma[row] = density / (S * width);
  values.vega[row] = S * density * rootT;
  values.theta[row] = sign * (q * asset - r * cash) - (S * density * volatility) / (2 * rootT);
  values.rho[row] = sign * T * cash;
};

/** The normal distribution function after Hart (1968), as given by West (2005), about 1e-15. */
export const normal = (x: number): number => {
  const z = Math.abs(x);
  const tail = z > 37 ? 0 : Math.exp((-z * z) / 2) * scaledTail(z);
  return x > 0 ? 1 - tail : tail;
};

const scaledTail = (z: number): number => {
  if (z >= 7.07106781186547) {
    return 1 / ((z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) * 2.506628274631);
  }
  const numerator =
    (((((3.52624965998911e-2 * z + 0.700383064443688) * z + 6.37396220353165) * z + 33.912866078383) * z +
      112.079291497871) *
      z +
      221.213596169931) *
      z +
    220.206867912376;
  const denominator =
    ((((((8.83883476483184e-2 * z + 1.75566716318264) * z + 16.064177579207) * z + 86.7807322029461) * z +
      296.564248779674) *
      z +
      637.333633378831) *
      z +
      793.826512519948) *
      z +
    440.413735824752;
  return numerator / denominator;
};
