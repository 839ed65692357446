import { mustBeBelow, type Reading } from '../rule/index.js';
import { defineRule } from '../rule-set/index.js';

/** Loss since each baseline as a share of it; negative for a gain. */
export interface LossFacts {
  readonly dayLoss: Reading<number>;
  readonly weekLoss: Reading<number>;
  readonly monthLoss: Reading<number>;
}

// R§2.2 says "strict <" of these limits: the loss must stay below them, and a loss of exactly the limit blocks.
const source = 'R§2.2 loss limits, strict; D§1, D§5.3';

export const dayLossBelowLimit = defineRule({
  id: 'risk.loss.day',
  statement: "The loss since the previous session's close is below {loss.day} of it",
  source,
  parameters: ['loss.day'],
  check: ({ dayLoss }: LossFacts, limits) => mustBeBelow(dayLoss, limits['loss.day'], 'fraction'),
});

export const weekLossBelowLimit = defineRule({
  id: 'risk.loss.week',
  statement: "The loss since the close before the week's first session is below {loss.week} of it",
  source,
  parameters: ['loss.week'],
  check: ({ weekLoss }: LossFacts, limits) => mustBeBelow(weekLoss, limits['loss.week'], 'fraction'),
});

export const monthLossBelowLimit = defineRule({
  id: 'risk.loss.month',
  statement: "The loss since the close before the month's first session is below {loss.month} of it",
  source,
  parameters: ['loss.month'],
  check: ({ monthLoss }: LossFacts, limits) => mustBeBelow(monthLoss, limits['loss.month'], 'fraction'),
});
