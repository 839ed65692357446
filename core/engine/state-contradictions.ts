import { isLeft } from 'fp-ts/lib/Either.js';
import { coveredDate } from '../calendar/index.js';
import { nextPhase } from '../portfolio/index.js';
import type { Limits } from '../rule-set/index.js';
import { compareTimes, dollarsOf, formatTime, type ExchangeTime } from '../units/index.js';
import { outOfOrder, stateError, type StateError } from './state-error.js';
import type { StateParts } from './state-parts.js';

/** Every contradiction among the parts but those of the daily history. */
export const contradictions = (parts: StateParts, limits: Limits): ReadonlyArray<StateError> => [
  ...outsideCalendar(parts),
  ...wrongPhase(parts, limits),
  ...outOfOrder(
    'equitySamples',
    'at',
    parts.equitySamples.map(({ at }) => at),
  ),
  ...notYet(parts),
  ...enteredBefore(parts),
  ...positionErrors(parts),
];

const outsideCalendar = ({ at }: StateParts): ReadonlyArray<StateError> => {
  const covered = coveredDate(at.date, 'at.date');
  if (!isLeft(covered)) return [];
  const { field, value, limit } = covered.left;
  return [stateError(field, value, `from ${limit.from} to ${limit.to}`)];
};

/** The phase is set by the previous close (D§5.1): a higher one would only loosen the limits. */
const wrongPhase = ({ account }: StateParts, limits: Limits): ReadonlyArray<StateError> => {
  const { phase, previousClosingEquity } = account;
  const due = nextPhase(phase, previousClosingEquity, limits);
  if (due.phase !== phase.phase)
    return [
      stateError(
        'account.phase.phase',
        phase.phase,
        `${due.phase}, which a previous close of $${dollarsOf(previousClosingEquity)} sets`,
      ),
    ];
  return phase.reached || phase.phase === 0
    ? []
    : [stateError('account.phase.reached', 'false', `true in phase ${phase.phase}`)];
};

/** Nothing that is told of the past may lie ahead of `at`. */
const notYet = (parts: StateParts): ReadonlyArray<StateError> => {
  const { at, equitySamples, broker, reconciledAt, protections, strategies, positions } = parts;
  const told: ReadonlyArray<readonly [string, ExchangeTime | null]> = [
    ['broker.heartbeatAt', broker?.heartbeatAt ?? null],
    ['reconciledAt', reconciledAt],
    ['protections.panicSince', protections.panicSince],
    ...Object.entries(strategies).map(
      ([id, { enteredAt }]) => [`strategies.${id}.enteredAt`, enteredAt] as const,
    ),
    ...positions.map(
      ({ position }, index) => [`positions.${index}.position.openedAt`, position.openedAt] as const,
    ),
  ];
  const newest = equitySamples.length - 1;
  const sampled = equitySamples[newest];
  return [
    ...told.flatMap(([field, time]) =>
      time === null || compareTimes(time, at) <= 0
        ? []
        : [stateError(field, formatTime(time), `not after ${formatTime(at)}`)],
    ),
    ...(sampled === undefined || compareTimes(sampled.at, at) < 0
      ? []
      : [stateError(`equitySamples.${newest}.at`, formatTime(sampled.at), `before ${formatTime(at)}`)]),
  ];
};

/** An entry belongs to its session; that of an earlier one no longer counts. */
const enteredBefore = ({ at, strategies }: StateParts): ReadonlyArray<StateError> =>
  Object.entries(strategies).flatMap(([id, { enteredAt }]) =>
    enteredAt === null || enteredAt.date >= at.date
      ? []
      : [stateError(`strategies.${id}.enteredAt`, formatTime(enteredAt), `on ${at.date}, or null`)],
  );

const positionErrors = ({ positions }: StateParts): ReadonlyArray<StateError> => {
  const ids = positions.map(({ position }) => position.id);
  return positions.flatMap(({ position: { id, legs, expiry } }, index) => [
    ...(ids.indexOf(id) === index
      ? []
      : [stateError(`positions.${index}.position.id`, id, 'different from all others')]),
    ...legs.flatMap(({ contract }, leg) =>
      contract.expiry === expiry
        ? []
        : [stateError(`positions.${index}.position.legs.${leg}.contract.expiry`, contract.expiry, expiry)],
    ),
  ]);
};
