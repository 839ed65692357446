import { left, right, type Either } from 'fp-ts/lib/Either.js';
import { judge, type Answer } from '../rule/index.js';
import { ruleSetDigest, type Limits } from '../rule-set/index.js';
import type { WorkingOrder } from '../execution/index.js';
import { digest, type ExchangeTime, type PlainData } from '../units/index.js';
import { checks } from './checks.js';
import type { AdmissionFacts } from './facts.js';

declare const approval: unique symbol;

/**
 * An order that passed all 47 checks. Only `approve` makes one: the brand is not exported, so no other room
 * can. `digest` covers the order, the rule set and every answer; after `expiresAt` it is void.
 */
export interface ApprovedOrder {
  readonly [approval]: true;
  readonly order: WorkingOrder;
  readonly digest: string;
  readonly ruleSet: string;
  readonly expiresAt: ExchangeTime;
}

export interface Admission {
  /** One answer a check, in the order of R§3.2. */
  readonly answers: ReadonlyArray<Answer>;
  /** Left names the checks that block. */
  readonly outcome: Either<ReadonlyArray<Answer>, ApprovedOrder>;
}

/** Asks all 47 checks; none short-circuits, Unknown fails. */
export const approve = (facts: AdmissionFacts, limits: Limits): Admission => {
  const answers = checks.map(({ id, ask }) => ({ rule: id, verdict: ask(facts, limits) }));
  const { allowed, blockedBy } = judge(answers);
  return { answers, outcome: allowed ? right(approved(facts, answers)) : left(blockedBy) };
};

const approved = (facts: AdmissionFacts, answers: ReadonlyArray<Answer>): ApprovedOrder => {
  const { order } = facts.order;
  const ruleSet = ruleSetDigest(facts.system.rules);
  const content = {
    order,
    ruleSet,
    answers: answers.map(({ rule, verdict }) => [rule, verdict._tag]),
  } as unknown as PlainData;
  return {
    order,
    digest: digest(content),
    ruleSet,
    expiresAt: order.workUntil,
  } as ApprovedOrder;
};
