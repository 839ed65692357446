import type { Answer } from './rule.js';
import { blocks } from './verdict.js';

/** What a list of answers amounts to. */
export interface Judgement {
  readonly allowed: boolean;
  /** The answers that block, in the order the rules were asked. */
  readonly blockedBy: ReadonlyArray<Answer>;
  /** The smallest multiplier any warning asks for; 1 when none does. Reductions do not multiply (R§4.4). */
  readonly sizeMultiplier: number;
}

/** Laws: an added answer never allows what was blocked and never raises the multiplier. */
export const judge = (answers: ReadonlyArray<Answer>): Judgement => {
  const blockedBy = answers.filter(({ verdict }) => blocks(verdict));
  return {
    allowed: blockedBy.length === 0,
    blockedBy,
    sizeMultiplier: answers.reduce(
      (smallest, { verdict }) =>
        verdict._tag === 'Warn' ? Math.min(smallest, verdict.sizeMultiplier) : smallest,
      1,
    ),
  };
};
