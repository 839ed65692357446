import {
  contractKey,
  dollarsOf,
  formatTime,
  verdictText,
  type Answer,
  type Leg,
  type Proposal,
  type Sizing,
  type WorkingOrder,
} from '../../core/index.js';
import type { LegRow, OrderRow, ProposalRow, RuleRow, SizingRow } from './decision-document.js';

/** The requirement behind a rule's id, and its number among the 47 checks. */
export interface Described {
  readonly number: number | null;
  readonly statement: string;
}

export const ruleRow = ({ rule, verdict }: Answer, { number, statement }: Described): RuleRow => {
  const finding = 'finding' in verdict ? verdict.finding : null;
  const measured = finding?._tag === 'Measured' ? finding : null;
  return {
    number,
    rule,
    statement,
    verdict: verdict._tag,
    observed: finding?.observed ?? null,
    comparison: measured?.comparison ?? null,
    limit: finding === null ? null : finding._tag === 'Measured' ? finding.limit : finding.required,
    distance: measured?.distance ?? null,
    unit: measured?.unit ?? null,
    sizeMultiplier: verdict._tag === 'Warn' ? verdict.sizeMultiplier : null,
    missing: verdict._tag === 'Unknown' ? verdict.missing : [],
    text: verdictText(verdict),
  };
};

const legRows = (legs: ReadonlyArray<Leg>): ReadonlyArray<LegRow> =>
  legs.map(({ contract, ratio }) => ({ contract: contractKey(contract), ratio }));

export const proposalRow = (proposal: Proposal): ProposalRow => ({
  root: proposal.root,
  structure: proposal.structure,
  expiry: proposal.expiry,
  legs: legRows(proposal.legs),
  underlyingPrice: proposal.underlyingPrice,
  mid: proposal.market.mid,
  natural: proposal.market.natural,
  width: proposal.width,
  maximumLoss: dollarsOf(proposal.maximumLoss),
  requirement: dollarsOf(proposal.requirement),
  openingFees: dollarsOf(proposal.openingFees),
  roundTripFees: dollarsOf(proposal.roundTripFees),
  greeks: {
    delta: finiteOrNull(proposal.greeks.delta),
    gamma: finiteOrNull(proposal.greeks.gamma),
    rawGamma: finiteOrNull(proposal.greeks.rawGamma),
    vega: finiteOrNull(proposal.greeks.vega),
    theta: finiteOrNull(proposal.greeks.theta),
    rho: finiteOrNull(proposal.greeks.rho),
  },
});

export const sizingRow = ({
  contracts,
  limitedBy,
  riskPerContract,
  risk,
  findings,
  steps,
}: Sizing): SizingRow => ({
  contracts,
  limitedBy,
  riskPerContract: dollarsOf(riskPerContract),
  risk: dollarsOf(risk),
  findings: findings.map(({ _tag }) => _tag),
  steps: steps.map(({ name, room, allows, contracts: left, working }) => ({
    name,
    room: room === null ? null : dollarsOf(room),
    allows: finiteOrNull(allows),
    contracts: left,
    working: working.map(({ label, value, unit }) => ({ label, value: finiteOrNull(value), unit })),
  })),
});

export const orderRow = ({ id, quantity, limit, workUntil, legs }: WorkingOrder): OrderRow => ({
  id,
  quantity,
  limit,
  workUntil: formatTime(workUntil),
  legs: legRows(legs),
});

/** JSON has no other word for a number that is none. */
const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
