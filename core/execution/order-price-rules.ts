import { isLeft } from 'fp-ts/lib/Either.js';
import { comboTick, instruments } from '../market/index.js';
import { known, mustBeAbove, mustBeAtMost, mustHold, notApplicable, unknown } from '../rule/index.js';
import { defineRule } from '../rule-set/index.js';
import type { OrderFacts } from './order-facts.js';
import { exactPoints, isOnGrid } from './tick-grid.js';

const source = 'R§6.3; R§3.2 check 47';

export const limitOnGrid = defineRule({
  id: 'order.tick',
  statement: 'The limit lies on the tick grid of the combo',
  source,
  parameters: [],
  check: ({ order: { limit, root } }: OrderFacts) => {
    const tick = comboTick(instruments[root]);
    return mustHold(isOnGrid(limit, tick), `${limit}`, `a multiple of ${tick}`);
  },
});

export const priceEffect = defineRule({
  id: 'order.price-effect',
  statement: 'A credit entry asks for money, a debit entry and a closing order offer it',
  source: `${source}; D§5.6 leaves debit entries out of "credit > 0"`,
  parameters: [],
  check: ({ order: { limit, purpose }, entry }: OrderFacts) =>
    mustBeAbove(known(purpose === 'open' && entry === 'debit' ? -limit : limit), 0, 'points'),
});

export const priceBand = defineRule({
  id: 'order.price-band',
  statement:
    "An opening limit is at most {order.priceBand} of mid away from mid, or the ladder's own concession " +
    'where that is more',
  source,
  parameters: ['order.priceBand'],
  check: ({ order: { limit, purpose }, mid, concession }: OrderFacts, limits) => {
    if (purpose === 'close') return notApplicable('reducing exposure is never refused for its price');
    if (isLeft(mid)) return unknown(mid.left);
    if (isLeft(concession)) return unknown(concession.left);
    const band = Math.max(limits['order.priceBand'] * Math.abs(mid.right), concession.right);
    return mustBeAtMost(known(exactPoints(Math.abs(limit - mid.right))), exactPoints(band), 'points');
  },
});
