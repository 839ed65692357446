import fc from 'fast-check';
import {
  fail,
  measured,
  notApplicable,
  pass,
  stated,
  unknown,
  warn,
  type Answer,
  type Comparison,
  type Finding,
  type Gap,
  type Verdict,
} from '../../../core/index.js';

const comparisons: ReadonlyArray<Comparison> = ['above', 'at least', 'below', 'at most', 'exactly'];

const finding: fc.Arbitrary<Finding> = fc.oneof(
  fc
    .tuple(fc.integer(), fc.constantFrom(...comparisons), fc.integer())
    .map(([observed, comparison, limit]) => measured(observed, comparison, limit, 'days')),
  fc.tuple(fc.string(), fc.string()).map(([observed, required]) => stated(observed, required)),
);

const gap: fc.Arbitrary<Gap> = fc.record({
  fact: fc.string(),
  reason: fc.constantFrom('absent', 'stale', 'crossed', 'non-finite', 'out-of-session', 'too-short'),
  detail: fc.string(),
});

/** Every kind of verdict, each as likely as the others. */
export const anyVerdict: fc.Arbitrary<Verdict> = fc.oneof(
  finding.map(pass),
  finding.map(fail),
  fc.tuple(finding, fc.constantFrom(0, 0.25, 0.5, 1)).map(([seen, size]) => warn(seen, size)),
  fc.array(gap, { minLength: 1, maxLength: 3 }).map((gaps) => unknown(...gaps)),
  fc.string().map(notApplicable),
);

export const anyAnswers: fc.Arbitrary<ReadonlyArray<Answer>> = fc.array(
  fc.record({ rule: fc.string(), verdict: anyVerdict }),
  { maxLength: 8 },
);
