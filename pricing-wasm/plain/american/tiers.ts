import { gridOf, type Grid } from './grid.js';
import {
  elevenNodes,
  fifteenNodes,
  fiveNodes,
  fourNodes,
  tenNodes,
  thirtyOneNodes,
} from './legendre-nodes.js';

/**
 * How much work an American price takes, and its greatest relative error over the 400 reference rows wherever the
 * price is above 0.5% of the strike: `fast` 8e-4, `standard` (the default) 5e-5, `precise` 6e-7. Where the strike
 * earns much more than the underlying yields, (rate - dividendYield) sqrt(years) / volatility above 0.7 for a put and
 * the same with the rates exchanged for a call, the error grows: above 1.7 to 1e-2, of `precise` to 1e-3.
 */
export type AmericanTier = 'fast' | 'standard' | 'precise';

// (l, m, n)-p in the words of Andersen, Lake and Offengenden (2016): l quadrature points of the boundary equation,
// m fixed-point steps, n collocation times, p quadrature points of the premium.
const grids: Readonly<Record<AmericanTier, Grid>> = {
  fast: gridOf(fourNodes, 3, [1, 0.8535533905932737, 0.5, 0.14644660940672624], elevenNodes),
  standard: gridOf(fiveNodes, 4, [1, 0.9330127018922193, 0.75, 0.5, 0.25, 0.06698729810778067], fifteenNodes),
  precise: gridOf(
    tenNodes,
    8,
    [
      1, 0.9829629131445341, 0.9330127018922193, 0.8535533905932737, 0.75, 0.6294095225512604, 0.5,
      0.37059047744873963, 0.25, 0.14644660940672624, 0.06698729810778067, 0.017037086855465858,
    ],
    thirtyOneNodes,
  ),
};

export const gridOfTier = (tier: AmericanTier): Grid => grids[tier];
