import {
  dollarsOf,
  formatTime,
  profitAt,
  type Answer,
  type AppState,
  type ClosedTrade,
  type Decision,
  type HeldPosition,
  type Position,
} from '../../core/index.js';
import type { TradeRow } from './replay-document.js';

/** Every trade, closed and open, in the order of entry. */
export const tradeRows = (
  state: AppState,
  whyEntered: (position: string) => string,
): ReadonlyArray<TradeRow> =>
  [
    ...state.ledger.closed.map((trade) => closedRow(trade, whyEntered(trade.position.id))),
    ...state.positions.map((held) => openRow(held, whyEntered(held.position.id))),
  ].sort((a, b) => (a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : 0));

const closedRow = (trade: ClosedTrade, why: string): TradeRow => ({
  ...entryOf(trade.position, why),
  closedAt: formatTime(trade.closedAt),
  cost: trade.cost,
  exitReason: exitReason(trade),
  profit: dollarsOf(trade.profit),
  fees: dollarsOf(trade.fees),
  vixAtExit: trade.vixAtClose,
});

/** What allowed an entry and what bound its size, in one line. */
export const entryReason = ({ answers, sizing, proposal, outcome }: Decision): string => {
  const count = (tag: Answer['verdict']['_tag']): number =>
    answers.filter(({ verdict }) => verdict._tag === tag).length;
  const size = outcome._tag === 'Ordered' ? outcome.quantity : 0;
  const mid = proposal === null ? '' : `, mid ${Math.round(proposal.market.mid * 1_000) / 1_000}`;
  return `no rule of ${answers.length} blocked (${count('NotApplicable')} not applicable)${mid}; size ${size}, bound by ${sizing?.limitedBy ?? 'nothing'}`;
};

/** The rule that closed it, and at what multiple of the credit. */
const exitReason = ({ reason, cost, position }: ClosedTrade): string =>
  `${reason}, at ${(cost / position.credit).toFixed(2)} of the credit`;

/** An open position is shown at its last mid. */
const openRow = ({ position, lastQuote }: HeldPosition, why: string): TradeRow => ({
  ...entryOf(position, why),
  closedAt: null,
  cost: lastQuote?.mid ?? null,
  exitReason: null,
  profit: lastQuote === null ? 0 : dollarsOf(profitAt(position, lastQuote.mid)),
  fees: dollarsOf(position.openingFees),
  vixAtExit: null,
});

const entryOf = (
  position: Position,
  why: string,
): Omit<TradeRow, 'closedAt' | 'cost' | 'exitReason' | 'profit' | 'fees' | 'vixAtExit'> => ({
  id: position.id,
  strategy: position.strategy,
  root: position.root,
  structure: position.structure,
  legs: position.legs
    .map(
      ({ contract, ratio }) =>
        `${ratio > 0 ? '+' : '−'}${Math.abs(ratio)} ${contract.strike}${contract.right === 'call' ? 'C' : 'P'}`,
    )
    .join(' '),
  quantity: position.quantity,
  openedAt: formatTime(position.openedAt),
  expiry: position.expiry,
  credit: position.credit,
  entryReason: why,
  underlyingAtEntry: position.entry.underlyingPrice,
  vixAtEntry: position.entry.vix,
});
