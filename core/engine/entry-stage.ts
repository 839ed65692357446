import { isLeft } from 'fp-ts/lib/Either.js';
import type { Session } from '../calendar/index.js';
import { readVix, type MarketSnapshot } from '../market/index.js';
import { askAll, judge, unknown, type Answer } from '../rule/index.js';
import type { EntryFacts, Hours, Strategy } from '../strategies/index.js';
import { admit } from './admission-stage.js';
import { outranks, type EngineContext } from './context.js';
import type { Decision } from './decision.js';
import { entryFacts } from './entry-facts.js';
import type { Timer } from './event.js';
import { priced } from './proposal.js';
import { decided, withStrategy, type Progress } from './progress.js';

/** Entries by priority; each sees what the ones before it have taken. */
export const entries = (
  context: EngineContext,
  progress: Progress,
  market: MarketSnapshot,
  timer: Timer | null,
): Progress =>
  context.strategies.reduce((soFar, strategy) => entryOf(context, soFar, strategy, market, timer), progress);

const entryOf = (
  context: EngineContext,
  progress: Progress,
  strategy: Strategy,
  market: MarketSnapshot,
  timer: Timer | null,
): Progress => {
  const { session } = progress.state.system;
  const hours = session && strategy.hours(session, context.limits);
  if (session === null || hours === null) return progress;
  const scanning = inHours(progress, strategy, hours, market);
  const { scanner } = scanning.state.strategies[strategy.id];
  if (scanner._tag !== 'EntryWindow' || !isItsMoment(context, session, strategy, hours, market, timer))
    return scanning;
  const vix = readVix(market, context.limits);
  const facts = entryFacts(scanning.state, strategy, session, market.at, vix);
  return decide(context, scanning, strategy, facts, market);
};

/** The window opens and closes with the strategy's hours. */
const inHours = (progress: Progress, strategy: Strategy, hours: Hours, { at }: MarketSnapshot): Progress => {
  const { scanner } = progress.state.strategies[strategy.id];
  const inside = at.second >= hours.from && at.second <= hours.to;
  if (scanner._tag === 'Scanning' && inside)
    return withStrategy(progress, strategy.id, {
      scanner: strategy.scan(scanner, { _tag: 'WindowOpened', at }).state,
    });
  return scanner._tag === 'EntryWindow' && at.second > hours.to
    ? withStrategy(progress, strategy.id, {
        scanner: strategy.scan(scanner, { _tag: 'WindowClosed', at }).state,
      })
    : progress;
};

/**
 * Timer strategies decide once, when their timer fires; the others on every market event in their hours. At the
 * moment a higher priority decides by timer they wait for that timer, so that it spends resources first.
 */
const isItsMoment = (
  context: EngineContext,
  session: Session,
  strategy: Strategy,
  hours: Hours,
  { at }: MarketSnapshot,
  timer: Timer | null,
): boolean =>
  strategy.decides === 'timer'
    ? timer?._tag === 'Decide' && timer.strategy === strategy.id
    : at.second >= hours.from &&
      at.second <= hours.to &&
      (decidesFirst(context, session, strategy, at) ? timer?._tag === 'Decide' : timer === null);

/** Whether a strategy of higher priority decides by timer at this very second. */
const decidesFirst = (
  context: EngineContext,
  session: Session,
  { id }: Strategy,
  { second }: MarketSnapshot['at'],
): boolean =>
  context.strategies.some(
    (other) =>
      other.decides === 'timer' &&
      outranks(context, other.id, id) &&
      other.hours(session, context.limits)?.to === second,
  );

const decide = (
  context: EngineContext,
  progress: Progress,
  strategy: Strategy,
  facts: EntryFacts,
  market: MarketSnapshot,
): Progress => {
  const ownAnswers = askAll(Object.values(strategy.entry), facts, context.limits);
  const draft = strategy.draft(facts, market.chains, context.limits);
  const proposal = isLeft(draft) ? draft : priced(context, strategy, draft.right, market);
  if (isLeft(proposal) || isLeft(draft)) {
    const gaps = isLeft(proposal) ? proposal.left : [];
    const strikes: Answer = { rule: `${strategy.id}.strikes`, verdict: unknown(...gaps) };
    return refused(context, progress, strategy, market, [...ownAnswers, strikes], null);
  }
  const answers = [
    ...ownAnswers,
    ...askAll(Object.values(strategy.proposal), { proposal: proposal.right }, context.limits),
  ];
  return judge(answers).allowed
    ? admit(context, progress, {
        strategy,
        facts,
        draft: draft.right,
        proposal: proposal.right,
        answers,
        market,
      })
    : refused(context, progress, strategy, market, answers, proposal.right);
};

const refused = (
  { ruleSet }: EngineContext,
  progress: Progress,
  strategy: Strategy,
  { at }: MarketSnapshot,
  answers: ReadonlyArray<Answer>,
  proposal: Decision['proposal'],
): Progress =>
  decided(progress, {
    at,
    strategy: strategy.id,
    subject: 'entry',
    position: null,
    answers,
    proposal,
    sizing: null,
    outcome: { _tag: 'Refused', blockedBy: judge(answers).blockedBy.map(({ rule }) => rule) },
    ruleSet,
  });
