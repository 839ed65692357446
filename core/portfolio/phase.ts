import type { Limits, ParameterName } from '../rule-set/index.js';
import { centsFromDollars, type Cents } from '../units/index.js';
import type { Phase } from './strategy-id.js';

/** The account's phase and whether phase 1 or higher was ever reached. */
export interface PhaseHistory {
  readonly phase: Phase;
  readonly reached: boolean;
}

/** The phase an account starts in: below the floor of phase 1 it opens nothing (D§5.20). */
export const initialPhase = (startingEquity: Cents, limits: Limits): PhaseHistory =>
  after(bandOf(startingEquity, limits), false);

/**
 * The phase for the next session, from this session's closing equity (D§5.1). An account in phase 1 or higher
 * keeps at least phase 1 down to `phase1.keepEquity`; from phase 0, however it came there, the only way out is
 * a close at or above `phase1.equity`. Law: for a fixed history more equity never gives a lower phase.
 */
export const nextPhase = (history: PhaseHistory, closingEquity: Cents, limits: Limits): PhaseHistory => {
  const { phase, reached } = history;
  const band = bandOf(closingEquity, limits);
  const keeps = phase > 0 && closingEquity >= usd(limits['phase1.keepEquity']);
  return after(band === 0 && keeps ? 1 : band, reached || phase > 0);
};

/** What each phase limits: the part of the parameter's name after `phase1.`, `phase2.`, … */
export type PhaseLimit = Exclude<LimitedInEveryPhase<ParameterName>, 'equity'>;

/** A number of the rule set that depends on the phase. Phase 0 holds nothing: every one of its limits is 0. */
export const phaseLimit = (limits: Limits, phase: Phase, kind: PhaseLimit): number =>
  phase === 0 ? 0 : limits[`phase${phase}.${kind}`];

// The rules give phases 2 to 4 the same list; phase 1 has it too, and its own floor.
type LimitedInEveryPhase<Name> = Name extends `phase2.${infer Kind}` ? Kind : never;

const usd = centsFromDollars;

const after = (phase: Phase, reached: boolean): PhaseHistory => ({ phase, reached: reached || phase > 0 });

/** The phase whose band holds the equity; a band starts at its own floor. */
const bandOf = (equity: Cents, limits: Limits): Phase => {
  if (equity >= usd(limits['phase4.equity'])) return 4;
  if (equity >= usd(limits['phase3.equity'])) return 3;
  if (equity >= usd(limits['phase2.equity'])) return 2;
  return equity >= usd(limits['phase1.equity']) ? 1 : 0;
};
