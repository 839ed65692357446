import { liquidityRules, orderReadyRules } from '../execution/index.js';
import { dataRules } from '../market/index.js';
import { riskChecks } from '../risk/index.js';
import { askAll } from '../rule/index.js';
import { sizeBuyingPower, sizeCaps, sizePositive } from '../sizing/index.js';
import { accountChecks } from './account-checks.js';
import { answeredBy, strictestOf, type Check } from './check.js';
import { strategyChecks, timingChecks } from './strategy-checks.js';
import { brokerCheck, calendarChecks, systemChecks } from './system-checks.js';

const dataNumbers = [1, 2, 3, 4, 5, 6, 7, 9];
const riskNumbers = [25, 28, 33, 34, 35, 36, 37, 38, 39, 40, 41, 45];

const unordered: ReadonlyArray<Check> = [
  ...dataRules.map((rule, index) => answeredBy(dataNumbers[index] ?? 0, rule, ({ data }) => data)),
  {
    number: 8,
    id: 'data.legs.liquidity',
    requirement:
      'The combo’s natural width is at most {liquidity.naturalWidth} of its mid, or {liquidity.legWidth} a leg',
    ask: ({ liquidity }, limits) =>
      strictestOf(askAll(liquidityRules, liquidity, limits).map(({ verdict }) => verdict)),
  },
  ...calendarChecks,
  ...timingChecks,
  ...systemChecks,
  ...accountChecks,
  ...strategyChecks,
  ...riskChecks.map((rule, index) => answeredBy(riskNumbers[index] ?? 0, rule, ({ risk }) => risk)),
  answeredBy(42, sizePositive, ({ sizing }) => sizing),
  answeredBy(43, sizeCaps, ({ sizing }) => sizing),
  answeredBy(44, sizeBuyingPower, ({ sizing }) => sizing),
  brokerCheck,
  {
    number: 47,
    id: 'exec.orderReady',
    requirement:
      'The order is whole, on its price grid, in its price band, new, and the journal takes it (rules order.*)',
    ask: ({ order }, limits) =>
      strictestOf(askAll(orderReadyRules, order, limits).map(({ verdict }) => verdict)),
  },
];

/** The 47 checks before any position, in the binding order of R§3.2. */
export const checks: ReadonlyArray<Check> = [...unordered].sort((a, b) => a.number - b.number);
