import { creditAgainstFees } from '../execution/index.js';
import { macroEvents } from '../market/index.js';
import { notApplicable } from '../rule/index.js';
import { answeredBy, answeredByStrategy, strictestOf, type Check } from './check.js';

/** Checks 12 to 15: when and around which events an entry may be made. */
export const timingChecks: ReadonlyArray<Check> = [
  answeredByStrategy(
    12,
    'time.entryWindow',
    'The moment lies in the strategy’s entry window',
    ({ strategy }) => strategy.entry.window,
    ({ entry }) => entry,
  ),
  answeredByStrategy(
    13,
    'time.exitRunway',
    'Enough time remains before the strategy’s forced exit',
    ({ strategy }) => strategy.entry.runway,
    ({ entry }) => entry,
  ),
  answeredBy(14, macroEvents, ({ entry }) => entry),
  {
    number: 15,
    id: 'event.corporate',
    requirement: 'No earnings, ex-dividend, split or merger window of a single name',
    ask: () => notApplicable('indices, index futures and index ETFs are exempt (§4)'),
  },
];

/** Checks 27 and 29 to 32; 28 is a rule of risk. */
export const strategyChecks: ReadonlyArray<Check> = [
  answeredByStrategy(
    27,
    'strat.vixRange',
    'VIX lies in the strategy’s range, bounds excluded',
    ({ strategy }) => strategy.entry.vix,
    ({ entry }) => entry,
  ),
  answeredByStrategy(
    29,
    'strat.structure',
    'Legs, rights, strike order, ratios and expiry are the strategy’s structure; no naked short',
    ({ strategy }) => strategy.proposal.structure,
    ({ proposal }) => proposal,
  ),
  answeredByStrategy(
    30,
    'strat.dte',
    'Days to expiration lie in the strategy’s target window',
    ({ strategy }) => strategy.proposal.daysToExpiration,
    ({ proposal }) => proposal,
  ),
  {
    number: 31,
    id: 'strat.credit',
    requirement: 'The credit meets the strategy’s minimum and half of it exceeds round-trip fees',
    ask: ({ strategy, proposal, fees }, limits) =>
      strictestOf([strategy.proposal.credit.check(proposal, limits), creditAgainstFees.check(fees, limits)]),
  },
  answeredByStrategy(
    32,
    'strat.marketFilter',
    'The strategy’s market filter passes',
    ({ strategy }) => strategy.entry.marketFilter,
    ({ entry }) => entry,
  ),
];
