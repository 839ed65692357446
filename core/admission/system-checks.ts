import { isLeft } from 'fp-ts/lib/Either.js';
import { elapsedSeconds, previousSession, type Session } from '../calendar/index.js';
import { known, mustBeAtLeast, mustBeAtMost, mustHold, unknown, type Reading } from '../rule/index.js';
import { defineRule, parameterNames, seedRules, type Limits, type TradingRule } from '../rule-set/index.js';
import { compareTimes, formatSecond, formatTime, type ExchangeTime } from '../units/index.js';
import { answeredBy, strictestOf, type Check } from './check.js';
import type { BrokerStatus, SystemFacts } from './facts.js';

const source = 'R§3.2';

const tradingDay = defineRule({
  id: 'time.tradingDay',
  statement: 'The exchange has a session today',
  source: `${source} #10`,
  parameters: [],
  check: ({ session, at }: SystemFacts) =>
    mustHold(session !== null && session.date === at.date, at.date, 'a trading day'),
});

const sessionOpen = defineRule({
  id: 'time.session',
  statement: 'The regular session is open, early closes included',
  source: `${source} #11`,
  parameters: [],
  check: ({ session, at }: SystemFacts) =>
    mustHold(
      session !== null && at.second >= session.open && at.second < session.close,
      formatSecond(at.second),
      session === null ? 'a session' : `${formatSecond(session.open)} to ${formatSecond(session.close)}`,
    ),
});

const configuration = defineRule({
  id: 'sys.config',
  statement: 'Every locked number of the rule set is the seed’s',
  source: `${source} #16; D§0, D§5.23`,
  parameters: [],
  check: ({ rules }: SystemFacts) => {
    const changed = parameterNames.filter(
      (name) =>
        seedRules.parameters[name].locked &&
        rules.parameters[name].value !== seedRules.parameters[name].value,
    );
    return mustHold(
      changed.length === 0,
      changed.length === 0 ? 'locked numbers unchanged' : `changed: ${changed.join(', ')}`,
      'the locked numbers of the seed',
    );
  },
});

const systemState = defineRule({
  id: 'sys.state',
  statement: 'The system is in normal mode and has warmed up for {session.warmUp}',
  source: `${source} #17; D§1 Warm-up`,
  parameters: ['session.warmUp'],
  check: ({ mode, sessions }: SystemFacts, limits) =>
    mode.mode === 'Normal'
      ? mustBeAtLeast(known(sessions), limits['session.warmUp'], 'sessions')
      : mustHold(false, `${mode.mode}: ${mode.reasons.map(({ rule }) => rule).join(', ')}`, 'Normal'),
});

const manualMode = defineRule({
  id: 'sys.manualMode',
  statement: 'Manual mode is off',
  source: `${source} #18; D§5.22`,
  parameters: [],
  check: ({ manual }: SystemFacts) => mustHold(!manual, manual ? 'manual' : 'automatic', 'automatic'),
});

const strategyState = defineRule({
  id: 'sys.strategyState',
  statement: 'The strategy is in its entry window and not suspended for want of an edge',
  source: `${source} #19; D§5.7`,
  parameters: [],
  check: ({ scanner, noEdgeSince }: SystemFacts) =>
    mustHold(
      scanner._tag === 'EntryWindow' && noEdgeSince === null,
      noEdgeSince === null ? scanner._tag : `no edge since ${formatTime(noEdgeSince)}`,
      'EntryWindow',
    ),
});

const noIncompleteGroups = defineRule({
  id: 'sys.noIncompleteGroups',
  statement: 'No order is in doubt',
  source: `${source} #20`,
  parameters: [],
  check: ({ unresolvedOrders }: SystemFacts) => mustBeAtMost(known(unresolvedOrders), 0, 'orders'),
});

const reconciled = defineRule({
  id: 'sys.reconciled',
  statement:
    'The books were compared with the broker’s since the previous session’s {session.persistTime} ({session.earlyPersistTime} on early closes)',
  source: `${source} #21; D§5.18`,
  parameters: ['session.persistTime', 'session.earlyPersistTime'],
  check: ({ reconciledAt, at }: SystemFacts, limits) => {
    if (isLeft(reconciledAt)) return unknown(reconciledAt.left);
    const previous = previousSession(at.date);
    if (previous === null) return mustHold(false, formatTime(reconciledAt.right), 'a previous session');
    const since = { date: previous.date, second: persistTime(previous, limits) };
    return mustHold(
      compareTimes(reconciledAt.right, since) >= 0,
      formatTime(reconciledAt.right),
      `at or after ${formatTime(since)}`,
    );
  },
});

/** When a session's state is saved and reconciled. */
export const persistTime = (
  session: Session,
  limits: Pick<Limits, 'session.persistTime' | 'session.earlyPersistTime'>,
): number => limits[session.earlyClose ? 'session.earlyPersistTime' : 'session.persistTime'];

const coordination = defineRule({
  id: 'sys.coordination',
  statement: 'No strategy of higher priority waits for an order on the same root',
  source: `${source} #22; [seed] priorities`,
  parameters: [],
  check: ({ claimants }: SystemFacts) =>
    mustHold(claimants.length === 0, claimants.join(', ') || 'none waits', 'none waits'),
});

export interface BrokerFacts {
  readonly at: ExchangeTime;
  readonly broker: Reading<BrokerStatus>;
}

const brokerReady = defineRule({
  id: 'exec.brokerReady',
  statement: 'The broker takes orders and was heard within {age.brokerHeartbeat}',
  source: `${source} #46`,
  parameters: ['age.brokerHeartbeat'],
  check: ({ at, broker }: BrokerFacts, limits) => {
    if (isLeft(broker)) return unknown(broker.left);
    const { ready, detail, heartbeatAt } = broker.right;
    return strictestOf([
      mustHold(ready, detail, 'ready'),
      mustBeAtMost(known(elapsedSeconds(heartbeatAt, at)), limits['age.brokerHeartbeat'], 'seconds'),
    ]);
  },
});

/** The rules behind these checks, for the catalogue. */
export const systemRules: ReadonlyArray<TradingRule<never>> = [
  tradingDay,
  sessionOpen,
  configuration,
  systemState,
  manualMode,
  strategyState,
  noIncompleteGroups,
  reconciled,
  coordination,
  brokerReady,
];

export const calendarChecks: ReadonlyArray<Check> = [
  answeredBy(10, tradingDay, ({ system }) => system),
  answeredBy(11, sessionOpen, ({ system }) => system),
];

export const systemChecks: ReadonlyArray<Check> = [
  answeredBy(16, configuration, ({ system }) => system),
  answeredBy(17, systemState, ({ system }) => system),
  answeredBy(18, manualMode, ({ system }) => system),
  answeredBy(19, strategyState, ({ system }) => system),
  answeredBy(20, noIncompleteGroups, ({ system }) => system),
  answeredBy(21, reconciled, ({ system }) => system),
  answeredBy(22, coordination, ({ system }) => system),
];

export const brokerCheck: Check = answeredBy(46, brokerReady, ({ system, broker }) => ({
  at: system.at,
  broker,
}));
