import {
  contractKey,
  instruments,
  type EngineEvent,
  type Leg,
  type MarketSnapshot,
  type WorkingOrder,
} from '../../../core/index.js';
import type { Step } from './replay-harness.js';

/** One law of the books at one step: what the engine has and what the fills alone say, in cents. */
interface Difference {
  readonly law: 'cash' | 'fees' | 'realised' | 'equity' | 'sampled equity';
  readonly at: string;
  readonly engine: number;
  readonly fills: number;
}

export interface IndependentBooks {
  readonly onStep: (step: Step) => void;
  readonly differences: ReadonlyArray<Difference>;
  /** How many comparisons of each kind were made, so that a test can tell silence from agreement. */
  readonly compared: Readonly<Record<Difference['law'], number>>;
  readonly fills: () => number;
}

/** An open position as the fills tell it: what was received for each unit still open, in cents. */
interface Open {
  readonly legs: ReadonlyArray<Leg>;
  readonly multiplier: number;
  quantity: number;
  received: number;
  mid: number | null;
}

const centsOf = (points: number, multiplier: number): number =>
  Math.round((Math.round(points * 1_000_000) / 1_000_000) * multiplier * 100);

/** The fee table of the rulebook, written out again (D§1 Fees, D§5.6). */
const feesOf = ({ legs, purpose, root }: WorkingOrder, quantity: number): number =>
  legs.reduce((total, { ratio }) => {
    const contracts = Math.abs(ratio) * quantity;
    if (root === 'ES') return total + contracts * 400;
    if (root === 'MES') return total + contracts * 200;
    return total + (purpose === 'open' ? Math.min(contracts * 100, 1_000) : 0) + contracts * 10;
  }, 0);

/**
 * Books kept from nothing but journalled orders, reported fills and settlement prices, compared with the
 * engine's at every step.
 */
export const independentBooks = (capital: number): IndependentBooks => {
  const start = capital * 100;
  const orders = new Map<string, WorkingOrder>();
  const positions = new Map<string, Open>();
  const counted = new Set<string>();
  const differences: Difference[] = [];
  const compared = { cash: 0, fees: 0, realised: 0, equity: 0, 'sampled equity': 0 };
  let cash = start;
  let fees = 0;
  let realised = 0;

  const filled = (id: string, fill: { id: string; quantity: number; price: number }): void => {
    const order = orders.get(id);
    if (order === undefined || counted.has(fill.id)) return;
    counted.add(fill.id);
    const { multiplier } = instruments[order.root];
    const amount = centsOf(fill.price * fill.quantity, multiplier);
    fees += feesOf(order, fill.quantity);
    cash -= feesOf(order, fill.quantity);
    if (order.purpose === 'open') {
      cash += amount;
      positions.set(order.position, {
        legs: order.legs,
        multiplier,
        quantity: fill.quantity,
        received: amount,
        mid: null,
      });
    } else closed(order.position, fill.quantity, amount);
  };

  const closed = (position: string, quantity: number, paid: number): void => {
    const open = positions.get(position);
    if (open === undefined) return;
    cash -= paid;
    const share = (open.received * quantity) / open.quantity;
    realised += share - paid;
    open.received -= share;
    open.quantity -= quantity;
    if (open.quantity === 0) positions.delete(position);
  };

  const settled = ({ at, settlements }: Extract<EngineEvent, { _tag: 'SessionClosed' }>): void => {
    for (const [id, open] of [...positions]) {
      const [first] = open.legs;
      if (first?.contract.expiry !== at.date) continue;
      const price = settlements[first.contract.root];
      if (price === undefined) continue;
      const cost = open.legs.reduce(
        (sum, { contract: { right, strike }, ratio }) =>
          sum - ratio * Math.max(0, right === 'call' ? price - strike : strike - price),
        0,
      );
      closed(id, open.quantity, centsOf(cost * open.quantity, open.multiplier));
    }
  };

  const marked = ({ chains }: MarketSnapshot): boolean => {
    const mids = new Map<string, number>();
    for (const { quotes } of chains)
      for (const { contract, bid, ask } of quotes)
        if (ask !== null) mids.set(contractKey(contract), ((bid ?? 0) + ask) / 2);
    let all = true;
    for (const open of positions.values()) {
      const prices = open.legs.map(({ contract, ratio }) => ratio * (mids.get(contractKey(contract)) ?? NaN));
      const mid = -prices.reduce((sum, price) => sum + price, 0);
      open.mid = Number.isFinite(mid) ? mid : open.mid;
      all &&= Number.isFinite(mid);
    }
    return all;
  };

  const unrealised = (): number =>
    [...positions.values()].reduce(
      (sum, { received, mid, quantity, multiplier }) =>
        sum + received - centsOf((mid ?? NaN) * quantity, multiplier),
      0,
    );

  return {
    differences,
    compared,
    fills: () => counted.size,
    onStep: ({ before, event, result: { state, commands } }) => {
      const compare = (law: Difference['law'], engine: number, own: number): void => {
        compared[law] += 1;
        if (engine !== own)
          differences.push({ law, at: `${event.at.date} ${event.at.second}`, engine, fills: own });
      };
      for (const command of commands)
        if (command._tag === 'JournalOrder') orders.set(command.order.id, command.order);
      if (event._tag === 'OrderReported' && event.report._tag === 'FillReported')
        filled(event.order, event.report.fill);
      if (event._tag === 'SessionClosed') settled(event);
      compare('cash', state.ledger.cash, cash);
      compare('fees', state.ledger.fees, fees);
      compare('realised', state.ledger.realised, realised);
      if (event._tag !== 'MarketObserved' && event._tag !== 'TimerFired') return;
      if (!marked(event.market)) return;
      const equity = start + realised + unrealised() - fees;
      const liquidated =
        state.ledger.cash -
        [...positions.values()].reduce(
          (sum, { mid, quantity, multiplier }) => sum + centsOf((mid ?? NaN) * quantity, multiplier),
          0,
        );
      compare('equity', liquidated, equity);
      const sampledAt = (each: Step['before']): string => JSON.stringify(each.system.risk.window.newest?.at);
      if (sampledAt(before) !== sampledAt(state)) compare('sampled equity', state.system.equity, equity);
    },
  };
};
