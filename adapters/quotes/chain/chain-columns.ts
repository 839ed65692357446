import { numberColumn } from '../pricing/computed-table.js';
import type { ComputedColumn } from '../table/columns.js';
import type { ChainValues } from './chain-values.js';

/**
 * The columns added to a quote table, named as `tomking price` and `tomking iv` read them, so that the one's output
 * is the other's input. Cells by index in the quotes.
 */
export const computedColumns = ({ contracts, greeks }: ChainValues): ReadonlyArray<ComputedColumn> => [
  { name: 'type', cell: (index) => (contracts.right[index] === 0 ? 'call' : 'put') },
  numberColumn('F', contracts.underlying),
  numberColumn('K', contracts.strike),
  numberColumn('T', contracts.years),
  numberColumn('r', contracts.rate),
  numberColumn('price', contracts.price),
  numberColumn('vol', contracts.volatility),
  numberColumn('delta', greeks.delta),
  numberColumn('gamma', greeks.gamma),
  numberColumn('vega', greeks.vega),
  numberColumn('theta', greeks.theta),
  numberColumn('rho', greeks.rho),
];
