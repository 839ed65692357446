import { isLeft, left, right } from 'fp-ts/lib/Either.js';
import { contractKey, readUnderlying, type MarketSnapshot } from '../market/index.js';
import {
  addGreeks,
  noGreeks,
  scaleGreeks,
  structureGreeks,
  type Greeks,
  type QuotedLeg,
} from '../portfolio/index.js';
import { missing, type Reading } from '../rule/index.js';
import type { EngineContext } from './context.js';
import { workingEntries } from './exposure.js';
import type { AppState, HeldPosition } from './state.js';

/** Greeks of the whole book, entries still working included; missing when one leg cannot be priced. */
export const bookGreeks = (
  context: EngineContext,
  state: AppState,
  market: MarketSnapshot,
): Reading<Greeks> => {
  const open = state.positions.map((held) => positionGreeks(context, held, market));
  const gap = open.find(isLeft);
  if (gap !== undefined) return gap;
  const working = workingEntries(state).flatMap(({ state: { order }, proposal }) =>
    proposal === null ? [] : [scaleGreeks(proposal.greeks, order.quantity)],
  );
  return right(
    [...open.flatMap((each) => (isLeft(each) ? [] : [each.right])), ...working].reduce(addGreeks, noGreeks),
  );
};

const positionGreeks = (
  { pricing, limits }: EngineContext,
  { position }: HeldPosition,
  market: MarketSnapshot,
): Reading<Greeks> => {
  const spy = readUnderlying(market, 'SPY', limits);
  if (isLeft(spy)) return spy;
  const legs = position.legs.flatMap((leg): ReadonlyArray<QuotedLeg> => {
    const key = contractKey(leg.contract);
    const found = market.chains
      .flatMap((slice) => slice.quotes.map((quote) => ({ leg, slice, quote })))
      .find(({ quote }) => contractKey(quote.contract) === key);
    return found === undefined ? [] : [found];
  });
  if (legs.length < position.legs.length)
    return missing(`Greeks of ${position.id}`, 'absent', 'a leg has no quote');
  const unit = structureGreeks(pricing, legs, spy.right);
  if (!isLeft(unit)) return right(scaleGreeks(unit.right, position.quantity));
  const [first] = unit.left;
  return first === undefined ? missing(`Greeks of ${position.id}`, 'absent') : left(first);
};
