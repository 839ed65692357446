import { contractKey } from '../market/index.js';
import { mustBe, mustHold, notApplicable } from '../rule/index.js';
import { defineRule, type TradingRule } from '../rule-set/index.js';
import { effectMatchesHoldings } from './order-effect.js';
import type { OrderFacts } from './order-facts.js';
import { limitOnGrid, priceBand, priceEffect } from './order-price-rules.js';

const source = 'R§6.3; R§3.2 check 47';

export const wholeQuantity = defineRule({
  id: 'order.quantity',
  statement: 'The quantity is a whole number of units from 1 to {order.quantity#}',
  source: `${source}; R§6.1 sanity bound`,
  parameters: ['order.quantity'],
  check: ({ order: { quantity } }: OrderFacts, limits) =>
    mustHold(
      Number.isInteger(quantity) && quantity >= 1 && quantity <= limits['order.quantity'],
      `${quantity}`,
      `a whole number from 1 to ${limits['order.quantity']}`,
    ),
});

export const fewDistinctLegs = defineRule({
  id: 'order.legs',
  statement: "One to {order.legs#} different options of the order's own root, each in a whole ratio",
  source,
  parameters: ['order.legs'],
  check: ({ order: { legs, root } }: OrderFacts, limits) => {
    const keys = legs.map(({ contract }) => contractKey(contract));
    const sound =
      legs.length >= 1 &&
      legs.length <= limits['order.legs'] &&
      new Set(keys).size === legs.length &&
      legs.every(({ contract, ratio }) => contract.root === root && Number.isInteger(ratio) && ratio !== 0);
    return mustHold(
      sound,
      legs.map(({ ratio }, index) => `${ratio} × ${keys[index] ?? ''}`).join(', '),
      `1 to ${limits['order.legs']} different ${root} options in whole ratios`,
    );
  },
});

export const freshKey = defineRule({
  id: 'order.key',
  statement: 'No order with the same idempotency key has been sent',
  source,
  parameters: [],
  check: ({ order: { id }, usedKeys }: OrderFacts) =>
    mustHold(!usedKeys.includes(id), usedKeys.includes(id) ? `${id} used` : `${id} new`, 'a new key'),
});

export const journalReady = defineRule({
  id: 'order.journal',
  statement: 'The write-ahead journal takes the record of an entry before it is sent',
  source: `${source}; R§11 #29: the journal blocks entries, never exits`,
  parameters: [],
  check: ({ order: { purpose }, journal }: OrderFacts) =>
    purpose === 'close' ? notApplicable('the journal never blocks an exit') : mustBe(journal, 'ready'),
});

/** What check 47 asks; it passes when every one of these does. */
export const orderReadyRules: ReadonlyArray<TradingRule<OrderFacts>> = [
  wholeQuantity,
  fewDistinctLegs,
  limitOnGrid,
  priceEffect,
  priceBand,
  freshKey,
  journalReady,
  effectMatchesHoldings,
];
