import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import { approve } from '../admission/index.js';
import { journalled } from '../execution/index.js';
import { cents } from '../units/index.js';
import { admissionFacts } from './admission-facts.js';
import { bookGreeks } from './book-greeks.js';
import type { Candidate } from './candidate.js';
import type { EngineContext } from './context.js';
import type { Decision, Outcome } from './decision.js';
import { entryOrder } from './entry-order.js';
import { ladderTimers, orderPlaced, timeoutTimer } from './place-order.js';
import { decided, withStrategy, type Progress } from './progress.js';
import { sizeOf } from './sizing-stage.js';

/** Sizes a candidate, asks the 47 checks and, when all allow it, places the order. */
export const admit = (context: EngineContext, progress: Progress, candidate: Candidate): Progress => {
  const { strategy, proposal, market, facts } = candidate;
  const greeks = bookGreeks(context, progress.state, market);
  const sizing = sizeOf(context, progress.state, candidate, greeks);
  const order = entryOrder(context, progress.state, candidate, sizing);
  const admission = approve(
    admissionFacts(context, progress.state, candidate, { greeks, sizing, order }),
    context.limits,
  );
  const conclude = (soFar: Progress, outcome: Outcome): Progress =>
    decided(soFar, {
      at: market.at,
      strategy: strategy.id,
      subject: 'entry',
      position: order.position,
      answers: [...candidate.answers, ...admission.answers],
      proposal,
      sizing: isLeft(sizing) ? null : sizing.right,
      outcome,
      ruleSet: context.ruleSet,
    } satisfies Decision);
  const noted = edgeNoted(progress, candidate, sizing);
  if (isLeft(admission.outcome))
    return conclude(noted, {
      _tag: 'Refused',
      blockedBy: admission.outcome.left.map(({ rule }) => rule),
    });
  const { id, quantity, limit } = order;
  const submitted = withStrategy(noted, strategy.id, {
    scanner: strategy.scan(noted.state.strategies[strategy.id].scanner, {
      _tag: 'EntrySubmitted',
      at: market.at,
      order: id,
    }).state,
  });
  const live = {
    state: journalled(order),
    proposal,
    buyingPower: cents(proposal.requirement * quantity),
    vix: isRight(facts.vix) ? facts.vix.right : Number.NaN,
  };
  const timers = [...ladderTimers(order, context.limits), timeoutTimer(order)];
  return conclude(orderPlaced(submitted, live, admission.outcome.right.digest, timers), {
    _tag: 'Ordered',
    order: id,
    quantity,
    limit,
  });
};

/** Without an edge the strategy is suspended until an operator ends it (D§5.7). */
const edgeNoted = (
  progress: Progress,
  { strategy, market }: Candidate,
  sizing: ReturnType<typeof sizeOf>,
): Progress =>
  isRight(sizing) && sizing.right.findings.some(({ _tag }) => _tag === 'NoEdge')
    ? withStrategy(progress, strategy.id, {
        noEdgeSince: progress.state.strategies[strategy.id].noEdgeSince ?? market.at,
      })
    : progress;
