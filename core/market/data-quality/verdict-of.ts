import { chain, isLeft } from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { pass, unknown, type Finding, type Reading, type Verdict } from '../../rule/index.js';

/** Data too old is data nobody has: a check of an age passes or is Unknown, which blocks (D§1). */
export const verdictOf = <A>(fact: Reading<A>, age: (value: A) => Reading<Finding>): Verdict => {
  const finding = pipe(fact, chain(age));
  return isLeft(finding) ? unknown(finding.left) : pass(finding.right);
};
