import {
  dollarsOf,
  formatTime,
  profitAt,
  type AppState,
  type ClosedTrade,
  type HeldPosition,
  type Position,
} from '../../core/index.js';
import type { TradeRow } from './replay-document.js';

/** Every trade, closed and open, in the order of entry. */
export const tradeRows = (state: AppState): ReadonlyArray<TradeRow> =>
  [...state.ledger.closed.map(closedRow), ...state.positions.map(openRow)].sort((a, b) =>
    a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : 0,
  );

const closedRow = (trade: ClosedTrade): TradeRow => ({
  ...entryOf(trade.position),
  closedAt: formatTime(trade.closedAt),
  cost: trade.cost,
  exitReason: trade.reason,
  profit: dollarsOf(trade.profit),
  fees: dollarsOf(trade.fees),
  vixAtExit: trade.vixAtClose,
});

/** An open position is shown at its last mid. */
const openRow = ({ position, lastQuote }: HeldPosition): TradeRow => ({
  ...entryOf(position),
  closedAt: null,
  cost: lastQuote?.mid ?? null,
  exitReason: null,
  profit: lastQuote === null ? 0 : dollarsOf(profitAt(position, lastQuote.mid)),
  fees: dollarsOf(position.openingFees),
  vixAtExit: null,
});

const entryOf = (
  position: Position,
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
  entryReason: 'all rules and all 47 checks passed',
  underlyingAtEntry: position.entry.underlyingPrice,
  vixAtEntry: position.entry.vix,
});
