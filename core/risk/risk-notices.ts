import type { Limits } from '../rule-set/index.js';
import { dollarsOf, formatTime, type Cents, type ExchangeTime } from '../units/index.js';
import type { TripReason } from './breaker-state.js';
import { closingCauses } from './forced-closing.js';
import type { RefusedInput } from './refusal.js';
import type { RiskInput } from './risk-input.js';
import type { RiskState } from './risk-state.js';

export type RiskNoticeKind =
  | 'input refused'
  | 'breaker tripped'
  | 'breaker locked'
  | 'probation began'
  | 'probation ended'
  | 'losses in a row'
  | 'closing threshold seen once'
  | 'flattening began'
  | 'flattening ended'
  | 'panic began'
  | 'panic ended'
  | 'drawdown stops entries'
  | 'drawdown allows entries'
  | 'peak re-based';

/** Something a trader is told once, when it happens. */
export interface RiskNotice {
  readonly at: ExchangeTime;
  readonly kind: RiskNoticeKind;
  readonly detail: string;
}

export const refusalNotice = (input: RiskInput, { field, value, required }: RefusedInput): RiskNotice => ({
  at: input.at,
  kind: 'input refused',
  detail: `${input._tag}: ${field} is ${value}, required: ${required}`,
});

/** What one accepted input changed. */
export const riskNotices = (
  before: RiskState,
  after: RiskState,
  input: RiskInput,
  limits: Limits,
): ReadonlyArray<RiskNotice> =>
  [
    ...breakerNews(before, after),
    ...lossNews(before, after, limits),
    ...closingNews(before, after),
    ...panicNews(before, after),
    ...drawdownNews(before, after, input),
  ].map((news) => ({ at: input.at, ...news }));

type News = ReadonlyArray<Omit<RiskNotice, 'at'>>;

const tell = (happened: boolean, kind: RiskNoticeKind, detail: string): News =>
  happened ? [{ kind, detail }] : [];

const breakerNews = ({ breaker: before }: RiskState, { breaker: after }: RiskState): News => {
  if (after._tag === 'Armed') return tell(before._tag !== 'Armed', 'probation ended', 'breakers armed');
  if (after._tag === 'Probation')
    return tell(
      before._tag !== 'Probation' || before.since !== after.since,
      'probation began',
      `from ${before._tag}`,
    );
  const known: ReadonlyArray<TripReason> = before._tag === 'Tripped' ? before.reasons : [];
  const added = after.reasons.filter((reason) => !known.includes(reason));
  const wasLocked = before._tag === 'Tripped' && before.lockedSince !== null;
  return [
    ...tell(added.length > 0, 'breaker tripped', added.join(', ')),
    ...tell(!wasLocked && after.lockedSince !== null, 'breaker locked', 'until an operator resets it'),
  ];
};

const lossNews = (before: RiskState, { lossStreak }: RiskState, limits: Limits): News =>
  tell(
    lossStreak > before.lossStreak && lossStreak >= limits['losses.warn'],
    'losses in a row',
    String(lossStreak),
  );

const closingNews = ({ closing: before }: RiskState, { closing: after }: RiskState): News => [
  ...closingCauses.flatMap((cause) =>
    tell(
      before.sightings[cause] === null && after.sightings[cause] !== null,
      'closing threshold seen once',
      cause,
    ),
  ),
  ...tell(
    before.flatten === null && after.flatten !== null,
    'flattening began',
    after.flatten?.causes.join(', ') ?? '',
  ),
  ...tell(before.flatten !== null && after.flatten === null, 'flattening ended', 'no short premium is open'),
];

const panicNews = ({ volatility: before }: RiskState, { volatility: after }: RiskState): News => [
  ...tell(
    before.panicSince === null && after.panicSince !== null,
    'panic began',
    `VIX ${after.latest?.value ?? ''} after a close at ${after.previousClose?.value ?? ''}`,
  ),
  ...tell(
    before.panicSince !== null && after.panicSince === null,
    'panic ended',
    before.panicSince === null ? '' : `since ${formatTime(before.panicSince)}`,
  ),
];

const drawdownNews = (
  { drawdown: before }: RiskState,
  { drawdown: after }: RiskState,
  input: RiskInput,
): News => [
  ...tell(
    before.noEntriesSince === null && after.noEntriesSince !== null,
    'drawdown stops entries',
    `peak ${usd(after.peak)}`,
  ),
  ...tell(
    before.noEntriesSince !== null && after.noEntriesSince === null,
    'drawdown allows entries',
    `peak ${usd(after.peak)}`,
  ),
  ...tell(
    after.peak < before.peak && input._tag !== 'CashMoved',
    'peak re-based',
    `from ${usd(before.peak)} to ${usd(after.peak)}; the inception peak stays ${usd(after.inceptionPeak)}`,
  ),
];

const usd = (amount: Cents): string => `$${dollarsOf(amount).toFixed(2)}`;
