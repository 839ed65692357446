import { instruments } from '../market/index.js';
import type { Leg } from '../portfolio/index.js';
import { cents, sum, type Cents } from '../units/index.js';

/** What one option is worth exercised with the underlying at `price`, in points. */
export const intrinsicOf = ({ right, strike }: Leg['contract'], price: number): number =>
  Math.max(0, right === 'call' ? price - strike : strike - price);

/** What closing one unit costs at intrinsic value, in points; negative when it would bring money. */
export const intrinsicCost = (legs: ReadonlyArray<Leg>, price: number): number =>
  legs.reduce((cost, { contract, ratio }) => cost - ratio * intrinsicOf(contract, price), 0) + 0;

/**
 * Cash a holder of `quantity` units receives when every leg expires with the underlying at `price`; negative
 * when it is paid. Exact to the cent: each contract settles to whole cents before it is multiplied.
 */
export const settlementCash = (legs: ReadonlyArray<Leg>, price: number, quantity: number): Cents =>
  sum(
    legs.map(({ contract, ratio }) => {
      const perContract = cents(intrinsicOf(contract, price) * instruments[contract.root].multiplier * 100);
      return cents(ratio * quantity * perContract);
    }),
  );

/**
 * The most one unit can cost to close at expiry, in points, at least 0: the last resort of a mandatory exit.
 * Null when there is no such bound: more calls sold than bought, or legs that expire on different days.
 */
export const maximumValue = (legs: ReadonlyArray<Leg>): number | null => {
  const expiries = new Set(legs.map(({ contract }) => contract.expiry));
  const netCalls = legs.reduce(
    (net, { contract, ratio }) => (contract.right === 'call' ? net + ratio : net),
    0,
  );
  if (expiries.size > 1 || netCalls < 0) return null;
  // The cost is piecewise linear in the underlying and falls or stays above the highest strike.
  const corners = [0, ...legs.map(({ contract }) => contract.strike)];
  return corners.reduce((most, price) => Math.max(most, intrinsicCost(legs, price)), 0);
};
