import { cashOf, profitAt, type ClosedTrade, type Position } from '../portfolio/index.js';
import { add, negate, noCents, subtract, type Cents } from '../units/index.js';

/**
 * The books, to the cent. Laws, at every step: start + signed cash of all fills and settlements − fees = cash;
 * start + realised + unrealised − fees = equity, where unrealised is what closing at mid would realise.
 */
export interface Ledger {
  readonly start: Cents;
  readonly cash: Cents;
  readonly fees: Cents;
  readonly realised: Cents;
  readonly closed: ReadonlyArray<ClosedTrade>;
}

export const openLedger = (start: Cents): Ledger => ({
  start,
  cash: start,
  fees: noCents,
  realised: noCents,
  closed: [],
});

/** Money moves, such as an opening credit; `fees` are paid from the same cash. */
export const received = (ledger: Ledger, amount: Cents, fees: Cents): Ledger => ({
  ...ledger,
  cash: subtract(add(ledger.cash, amount), fees),
  fees: add(ledger.fees, fees),
});

/** A whole position ends at `trade.cost` points per unit. */
export const closedTrade = (ledger: Ledger, trade: ClosedTrade, closingFees: Cents): Ledger => {
  const { root, quantity } = trade.position;
  const paid = received(ledger, negate(cashOf(root, trade.cost, quantity)), closingFees);
  return {
    ...paid,
    realised: add(ledger.realised, trade.profit),
    closed: [...ledger.closed, trade],
  };
};

/** A deposit, or a withdrawal when negative: it moves the start, not the profit. */
export const movedCash = (ledger: Ledger, amount: Cents): Ledger => ({
  ...ledger,
  start: add(ledger.start, amount),
  cash: add(ledger.cash, amount),
});

/** Equity with every open position closed at its mid. */
export const equityOf = (
  ledger: Ledger,
  marked: ReadonlyArray<{ readonly position: Position; readonly mid: number }>,
): Cents =>
  marked.reduce(
    (equity, { position, mid }) => add(equity, profitAt(position, mid)),
    subtract(add(ledger.start, ledger.realised), ledger.fees),
  );
