import { formatQuantity } from '../../core/index.js';
import type {
  DecisionDocument,
  ExitRow,
  LegRow,
  OrderRow,
  ProposalRow,
  RuleRow,
  SizingRow,
  StrategyRow,
} from './decision-document.js';

/** The document for a reader: outcome first, then every rule asked with what was seen and how far it is off. */
export const renderDecision = (document: DecisionDocument): string =>
  [
    ...heading(document),
    ...document.exits.flatMap(exitLines),
    ...document.strategies.flatMap(strategyLines),
    ...document.alerts.map(({ severity, text }) => `${severity}: ${text}`),
  ]
    .map((line) => `${line}\n`)
    .join('');

const heading = ({ at, ruleSet, account, answer, unknown }: DecisionDocument): ReadonlyArray<string> => [
  `${at} New York: ${answer === 'yes' ? 'there is something to do' : 'the rules say no'}`,
  `Rule set ${ruleSet.name} ${ruleSet.version}${ruleSet.derivedFrom === null ? '' : `, derived from ${ruleSet.derivedFrom}`} (${ruleSet.digest.slice(0, 12)})`,
  `Equity ${formatQuantity(account.equity, 'USD')}, phase ${account.phase}, mode ${account.mode}, ${account.positions} open positions`,
  ...(unknown === 0 ? [] : [`Unknown for want of a fact: ${unknown}. Each blocks until the fact is there.`]),
  '',
];

const exitLines = ({ position, outcome, reason, rules, order }: ExitRow): ReadonlyArray<string> => [
  `${position}: ${outcome === 'hold' ? 'hold' : `CLOSE (${reason ?? ''})`}`,
  // An exit rule passes when leaving is due.
  ...rules.map((row) => ruleLine(row, row.verdict === 'Pass' ? 'due' : undefined)),
  ...(order === null ? [] : orderLines(order, 'pay at most')),
  '',
];

const strategyLines = (row: StrategyRow): ReadonlyArray<string> => {
  if (row.notAsked !== null) return [`${row.title}: not asked, ${row.notAsked}`, ''];
  return [
    `${row.title}: ${row.order === null ? `no, blocked by ${unique(row.blockedBy).join(', ')}` : 'ORDER'}`,
    ...(row.order === null ? [] : orderLines(row.order, 'receive at least')),
    ...(row.proposal === null ? [] : proposalLines(row.proposal)),
    ...(row.sizing === null ? [] : sizingLines(row.sizing)),
    '  Its own rules',
    ...row.rules.map((rule) => ruleLine(rule)),
    ...(row.checks.length === 0
      ? ['  The 47 checks were not reached']
      : [
          `  The ${row.checks.length} checks before any position`,
          ...row.checks.map((rule) => ruleLine(rule)),
        ]),
    '',
  ];
};

const orderLines = (
  { id, quantity, limit, workUntil, legs }: OrderRow,
  terms: string,
): ReadonlyArray<string> => [
  `  Order ${id}: ${quantity} × ${legsText(legs)}, ${terms} ${formatQuantity(limit, 'points')}, works until ${workUntil}`,
];

const proposalLines = (proposal: ProposalRow): ReadonlyArray<string> => [
  `  Proposal: ${proposal.structure} on ${proposal.root} at ${formatQuantity(proposal.underlyingPrice, 'points')}: ${legsText(proposal.legs)}`,
  `    mid ${formatQuantity(proposal.mid, 'points')}, natural ${formatQuantity(proposal.natural, 'points')}, at most ${formatQuantity(proposal.maximumLoss, 'USD')} lost a unit, fees ${formatQuantity(proposal.roundTripFees, 'USD')}`,
];

const sizingLines = ({
  contracts,
  limitedBy,
  riskPerContract,
  findings,
  steps,
}: SizingRow): ReadonlyArray<string> => [
  `  Size: ${contracts}, limited by ${limitedBy}, ${formatQuantity(riskPerContract, 'USD')} at risk each${findings.length === 0 ? '' : ` (${findings.join(', ')})`}`,
  ...steps.map(
    ({ name, allows, contracts: left, working }) =>
      `    ${name.padEnd(20)} allows ${allows ?? 'any'}, leaves ${left}: ${working
        .map(({ label, value, unit }) => `${label} ${value === null ? 'none' : formatQuantity(value, unit)}`)
        .join(', ')}`,
  ),
];

const legsText = (legs: ReadonlyArray<LegRow>): string =>
  legs.map(({ contract, ratio }) => `${ratio > 0 ? '+' : '−'}${Math.abs(ratio)} ${contract}`).join(', ');

const words: Readonly<Record<RuleRow['verdict'], string>> = {
  Pass: 'pass',
  Warn: 'warn',
  Fail: 'FAIL',
  Unknown: 'UNKNOWN',
  NotApplicable: 'n/a',
};

const ruleLine = (row: RuleRow, word = words[row.verdict]): string =>
  `    ${(row.number === null ? '' : String(row.number)).padStart(2)} ${word.padEnd(7)} ${row.rule}: ${row.text}${distanceText(row)}`;

const distanceText = ({ distance, unit, verdict }: RuleRow): string => {
  if (distance === null || unit === null) return '';
  if (distance === 0) return verdict === 'Fail' ? '; the limit itself is not enough' : '; exactly at it';
  const text =
    unit === 'time of day' ? formatQuantity(distance / 60, 'minutes') : formatQuantity(distance, unit);
  return `; ${text} ${distanceWords[verdict]}`;
};

const distanceWords: Readonly<Record<RuleRow['verdict'], string>> = {
  Pass: 'to spare',
  Warn: 'beyond it',
  Fail: 'short of it',
  Unknown: '',
  NotApplicable: '',
};

const unique = (rules: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(rules)];
