import {
  allStrategies,
  creditAgainstFees,
  dataRules,
  liquidityRules,
  lossLimits,
  macroEvents,
  modeRules,
  orderReadyRules,
  recoveryRules,
  riskChecks,
  sizeBuyingPower,
  sizeCaps,
  sizePositive,
  type ParameterName,
} from '../../../core/index.js';
import { accountRules, systemRules } from '../../../core/admission/index.js';

/** A rule as it was written, before any number stands in its statement. */
export interface WrittenRule {
  readonly id: string;
  readonly statement: string;
  readonly source: string;
  readonly parameters: ReadonlyArray<ParameterName>;
}

/** Every rule of every room; a rule that two rooms ask appears twice. */
export const writtenRules: ReadonlyArray<WrittenRule> = [
  ...allStrategies.flatMap(({ entry, proposal, exits }) => [
    ...Object.values(entry),
    ...Object.values(proposal),
    ...exits.map(({ rule }) => rule),
  ]),
  ...dataRules,
  macroEvents,
  ...liquidityRules,
  creditAgainstFees,
  ...orderReadyRules,
  ...riskChecks,
  ...lossLimits,
  ...modeRules,
  ...recoveryRules,
  sizePositive,
  sizeCaps,
  sizeBuyingPower,
  ...accountRules,
  ...systemRules,
];
