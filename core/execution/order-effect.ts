import { contractKey, type OptionContract } from '../market/index.js';
import type { Leg } from '../portfolio/index.js';
import { mustHold } from '../rule/index.js';
import { defineRule } from '../rule-set/index.js';
import type { WorkingOrder } from './order.js';

/** Contracts of one option in the account, negative when short. */
export interface Holding {
  readonly contract: OptionContract;
  readonly quantity: number;
}

/**
 * Opening never crosses a position held the other way round (it would close it); closing never trades more than
 * is held. Brokers turn a stale close into a new position unless told otherwise.
 */
export const effectMatchesHoldings = defineRule({
  id: 'order.effect',
  statement: 'Opening opposes no position in the same option; closing closes no more than is held',
  source: 'R§6.3; R§10.4 strict position effect',
  parameters: [],
  check: ({
    order,
    holdings,
  }: {
    readonly order: WorkingOrder;
    readonly holdings: ReadonlyArray<Holding>;
  }) => {
    const wrong = order.legs.filter((leg) => !matches(order, leg, heldOf(leg, holdings)));
    return mustHold(
      wrong.length === 0,
      wrong.length === 0
        ? 'every leg agrees with the account'
        : wrong.map((leg) => `${contractKey(leg.contract)}: ${heldOf(leg, holdings)} held`).join('; '),
      order.purpose === 'open' ? 'nothing held the other way round' : 'at least what is closed',
    );
  },
});

const heldOf = ({ contract }: Leg, holdings: ReadonlyArray<Holding>): number =>
  holdings
    .filter((holding) => contractKey(holding.contract) === contractKey(contract))
    .reduce((total, { quantity }) => total + quantity, 0);

const matches = ({ purpose, quantity }: WorkingOrder, { ratio }: Leg, held: number): boolean =>
  purpose === 'open' ? held * ratio >= 0 : held * ratio > 0 && Math.abs(held) >= Math.abs(ratio) * quantity;
