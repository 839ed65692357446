import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type { ComboQuote } from '../portfolio/index.js';
import type { Limits } from '../rule-set/index.js';
import type { LadderError } from './price-ladder.js';
import { roundUp } from './tick-grid.js';

/** What is known of a structure that must be closed, in points per unit as a cost; null where it is not. */
export interface ExitKnowledge {
  readonly fresh: ComboQuote | null;
  readonly lastValid: ComboQuote | null;
  readonly intrinsic: number | null;
  /** Null when the loss is not bounded (a naked call). */
  readonly maximumValue: number | null;
  /** Tick of the combo. */
  readonly tick: number;
}

export type ExitBasis = 'fresh quote' | 'last valid quote' | 'intrinsic value' | 'maximum value';

export interface MandatoryExit {
  readonly limit: number;
  readonly basis: ExitBasis;
}

/**
 * The limit of a mandatory exit (time, 21 DTE, emergency) on its 1st, 2nd, ... attempt, re-issued every
 * `order.reissueSeconds` until flat. With a fresh quote: natural, then one tick more per re-issue. Without:
 * from the last valid quote, on the next attempt intrinsic, then the maximum value; what is not known is
 * skipped, and while no quote is fresh a later attempt never offers less than an earlier one (§5.6). Fails
 * only when nothing at all is known.
 */
export const mandatoryExitPrice = (
  attempt: number,
  known: ExitKnowledge,
): Either<LadderError, MandatoryExit> => {
  if (!Number.isInteger(attempt) || attempt < 1)
    return left({ _tag: 'NoSuchStep', field: 'attempt', value: attempt, limit: 'a whole number from 1' });
  const sources =
    known.fresh === null || !Number.isFinite(known.fresh.naturalToClose)
      ? lastResorts(known)
      : freshOffer(attempt, known.fresh, known.tick);
  const reached = sources.filter(({ limit }) => Number.isFinite(limit)).slice(0, attempt);
  const [first, ...later] = reached;
  if (first === undefined)
    return left({ _tag: 'NothingKnown', field: 'known', value: NaN, limit: 'a quote, intrinsic or bound' });
  const highest = later.reduce((best, next) => (next.limit > best.limit ? next : best), first);
  return right({ ...highest, limit: Math.max(known.tick, roundUp(highest.limit, known.tick)) });
};

/** The operator is called once this many attempts have failed; the attempts go on (§5.6). */
export const callsOperator = (failedAttempts: number, limits: Pick<Limits, 'order.exitAttempts'>): boolean =>
  failedAttempts >= limits['order.exitAttempts'];

const freshOffer = (attempt: number, fresh: ComboQuote, tick: number): ReadonlyArray<MandatoryExit> => [
  { limit: roundUp(fresh.naturalToClose, tick) + (attempt - 1) * tick, basis: 'fresh quote' },
];

const lastResorts = ({ lastValid, intrinsic, maximumValue }: ExitKnowledge): ReadonlyArray<MandatoryExit> => [
  ...(lastValid === null ? [] : [offer(lastValid.naturalToClose, 'last valid quote')]),
  ...(intrinsic === null ? [] : [offer(intrinsic, 'intrinsic value')]),
  ...(maximumValue === null ? [] : [offer(maximumValue, 'maximum value')]),
];

const offer = (limit: number, basis: ExitBasis): MandatoryExit => ({ limit, basis });
