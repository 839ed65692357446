import type { MarketSnapshot, OptionQuote } from '../market/index.js';
import { contractKey } from '../market/index.js';
import type { Leg } from '../portfolio/index.js';
import {
  countedPosition,
  isShortVolatility,
  portfolioCorrelation,
  type CountedPosition,
  type PortfolioCorrelation,
} from '../risk/index.js';
import { add, sum, type Cents } from '../units/index.js';
import type { AppState, LiveOrder } from './state.js';

/** Entries that may still fill: they count in every limit as if they had. */
export const workingEntries = ({ orders }: AppState): ReadonlyArray<LiveOrder> =>
  orders.filter(({ state }) => state.order.purpose === 'open');

export const workingCounts = (state: AppState): ReadonlyArray<CountedPosition> =>
  workingEntries(state).flatMap(({ state: { order }, proposal }) =>
    proposal === null
      ? []
      : [
          {
            id: order.position,
            symbol: order.root,
            shortVolatility: isShortVolatility(proposal.structure),
            at: order.placedAt,
          },
        ],
  );

export const openCounts = ({ positions }: AppState): ReadonlyArray<CountedPosition> =>
  positions.map(({ position }) => countedPosition(position));

/** Buying power of the whole book, working entries included. */
export const buyingPowerInUse = (state: AppState): Cents =>
  add(
    sum(state.positions.map(({ position }) => position.buyingPower)),
    sum(workingEntries(state).map(({ buyingPower }) => buyingPower)),
  );

export const shortPremiumOpen = ({ positions }: AppState): boolean =>
  positions.some(({ position }) => isShortVolatility(position.structure));

export const correlationOf = (state: AppState): PortfolioCorrelation =>
  portfolioCorrelation([...openCounts(state), ...workingCounts(state)].map(({ symbol }) => symbol));

/** Looks a leg's quote up in everything the snapshot shows. */
export const quoteIn = (market: MarketSnapshot): ((leg: Leg) => OptionQuote | undefined) => {
  const quotes = new Map(
    market.chains.flatMap(({ quotes }) => quotes.map((quote) => [contractKey(quote.contract), quote])),
  );
  return ({ contract }) => quotes.get(contractKey(contract));
};
