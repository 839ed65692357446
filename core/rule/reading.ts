import { left, right, type Either } from 'fp-ts/lib/Either.js';

/** Why a fact is not there: nobody supplied it, or what was supplied cannot be trusted. */
export type GapReason = 'absent' | 'stale' | 'crossed' | 'non-finite' | 'out-of-session' | 'too-short';

/** A fact that is missing. `detail` says what was seen instead, in one phrase. */
export interface Gap {
  readonly fact: string;
  readonly reason: GapReason;
  readonly detail: string;
}

/** A fact, or the reason why there is none. A missing fact never becomes a number. */
export type Reading<A> = Either<Gap, A>;

export const known = <A>(value: A): Reading<A> => right(value);

export const missing = (fact: string, reason: GapReason, detail = ''): Reading<never> =>
  left({ fact, reason, detail });

/** `null` and `undefined` are absent; NaN and infinities are non-finite. */
export const readingOf = (fact: string, value: number | null | undefined): Reading<number> => {
  if (value === null || value === undefined) return missing(fact, 'absent');
  return Number.isFinite(value) ? known(value) : missing(fact, 'non-finite', String(value));
};
