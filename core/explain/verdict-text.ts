import type { Finding, Gap, Verdict } from '../rule/index.js';
import { formatQuantity } from './quantity.js';

/** One line for a verdict: what was seen, what was wanted, and how far apart they are. */
export const verdictText = (verdict: Verdict): string => {
  switch (verdict._tag) {
    case 'Pass':
    case 'Fail':
      return findingText(verdict.finding);
    case 'Warn':
      return verdict.sizeMultiplier === 1
        ? findingText(verdict.finding)
        : `${findingText(verdict.finding)}; size × ${verdict.sizeMultiplier}`;
    case 'Unknown':
      return verdict.missing.map(gapText).join('; ');
    case 'NotApplicable':
      return verdict.reason;
  }
};

export const findingText = (finding: Finding): string =>
  finding._tag === 'Stated'
    ? `${finding.observed}; required: ${finding.required}`
    : `${formatQuantity(finding.observed, finding.unit)}; required: ${finding.comparison} ${formatQuantity(finding.limit, finding.unit)}`;

export const gapText = ({ fact, reason, detail }: Gap): string =>
  detail === '' ? `${fact} is ${reason}` : `${fact} is ${reason}: ${detail}`;
