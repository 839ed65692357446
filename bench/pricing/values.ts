import type { OptionColumns, ValueColumns } from '../../pricing-wasm/index.js';
import { greatest } from './statistics.js';

/** Price and Greeks of one option in our units. */
export interface FirstOrder {
  readonly price: number;
  readonly delta: number;
  readonly gamma: number;
  readonly vega: number;
  readonly theta: number;
  readonly rho: number;
}

export type FirstOrderColumns = Omit<ValueColumns, 'status'>;

export const valuesOf =
  (columns: FirstOrderColumns) =>
  (row: number): FirstOrder => ({
    price: columns.price[row]!,
    delta: columns.delta[row]!,
    gamma: columns.gamma[row]!,
    vega: columns.vega[row]!,
    theta: columns.theta[row]!,
    rho: columns.rho[row]!,
  });

/** The sum of the last row: a loop that leads to it has written all rows before. */
export const lastOf = ({ price, delta, gamma, vega, theta, rho }: FirstOrderColumns): number => {
  const row = price.length - 1;
  return price[row]! + delta[row]! + gamma[row]! + vega[row]! + theta[row]! + rho[row]!;
};

export interface Differences {
  readonly price: number;
  /** Undefined for a peer who gives no Greeks. */
  readonly greeks: number | undefined;
}

/**
 * The greatest differences over the first `rows` options, free of units: of prices relative to the greater of
 * underlying and strike, of Greeks relative to the size that they have at the money.
 */
export const differences = (
  options: OptionColumns,
  rows: number,
  ours: (row: number) => FirstOrder,
  theirs: (row: number) => Partial<FirstOrder>,
): Differences => {
  const each = Array.from({ length: rows }, (_, row) =>
    apart(ours(row), { ...ours(row), ...theirs(row) }, sizesAt(options, row)),
  );
  const greeks = each.flatMap(({ delta, gamma, vega, theta, rho }) => [delta, gamma, vega, theta, rho]);
  return {
    price: greatest(each.map((one) => one.price)),
    greeks: theirs(0).delta === undefined ? undefined : greatest(greeks),
  };
};

const apart = (one: FirstOrder, other: FirstOrder, sizes: FirstOrder): FirstOrder => ({
  price: Math.abs(one.price - other.price) / sizes.price,
  delta: Math.abs(one.delta - other.delta) / sizes.delta,
  gamma: Math.abs(one.gamma - other.gamma) / sizes.gamma,
  vega: Math.abs(one.vega - other.vega) / sizes.vega,
  theta: Math.abs(one.theta - other.theta) / sizes.theta,
  rho: Math.abs(one.rho - other.rho) / sizes.rho,
});

const sizesAt = (options: OptionColumns, row: number): FirstOrder => {
  const spot = options.underlying[row]!;
  const strike = options.strike[row]!;
  const years = options.years[row]!;
  const volatility = options.volatility[row]!;
  return {
    price: Math.max(spot, strike),
    delta: 1,
    gamma: 1 / (spot * volatility * Math.sqrt(years)),
    vega: spot * Math.sqrt(years),
    theta: (spot * volatility) / Math.sqrt(years) + 0.07 * Math.max(spot, strike),
    rho: strike * years,
  };
};
