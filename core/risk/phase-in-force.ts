import { isLeft } from 'fp-ts/lib/Either.js';
import type { Phase, PhaseLimit } from '../portfolio/index.js';
import { unknown, type Reading, type Verdict } from '../rule/index.js';
import type { BreakerFacts, BreakerState } from './breaker-state.js';

/** What every rule whose limit grows with the phase looks at. */
export interface PhaseFacts extends BreakerFacts {
  readonly phase: Reading<Phase>;
}

/** On probation the limits are phase 1's at most (D§5.3). Phase 0 opens nothing. */
export const phaseInForce = (phase: Phase, breaker: BreakerState): Phase =>
  breaker._tag === 'Probation' && phase > 1 ? 1 : phase;

/** Judges by the phase whose limits apply; a phase nobody knows blocks. */
export const inPhase = ({ phase, breaker }: PhaseFacts, check: (phase: Phase) => Verdict): Verdict =>
  isLeft(phase) ? unknown(phase.left) : check(phaseInForce(phase.right, breaker));

type NamesOf<Kind extends PhaseLimit> = `phase${1 | 2 | 3 | 4}.${Kind}`;

/** The four parameters of one limit, for a rule to name. */
export const phaseParameters = <Kind extends PhaseLimit>(kind: Kind): ReadonlyArray<NamesOf<Kind>> =>
  ([1, 2, 3, 4] as const).map((phase) => `phase${phase}.${kind}` as const);

/** The limit of a phase; phase 0 holds nothing, so all of its limits are 0. */
export const limitInPhase = <Kind extends PhaseLimit>(
  kind: Kind,
  phase: Phase,
  limits: Readonly<Record<NamesOf<Kind>, number>>,
): number => (phase === 0 ? 0 : limits[`phase${phase}.${kind}`]);
