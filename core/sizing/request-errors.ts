import { isLeft } from 'fp-ts/lib/Either.js';
import type { Greeks } from '../portfolio/index.js';
import type { Reading } from '../rule/index.js';
import { payoffErrors } from './kelly.js';
import type { OwnPayoffs, Reduction, SizingRequest } from './request.js';
import { requireAboveZero, requireFinite, requireThat, type SizingError } from './sizing-error.js';

/** Everything that is wrong with a request, in the order of its fields; nothing short-circuits. */
export const requestErrors = (request: SizingRequest): ReadonlyArray<SizingError> => [
  ...requireAboveZero('riskPerContract', request.riskPerContract),
  ...ownPayoffErrors(request.payoffs),
  ...greeksErrors('greeksPerUnit', request.greeksPerUnit),
  ...requireFinite('equity', request.equity),
  ...vixErrors(request.vix),
  ...payoffErrors(request.statistics, 'statistics.'),
  ...requireAtLeastZero('realisedTrades', request.realisedTrades),
  ...request.reductions.flatMap(reductionErrors),
  ...requireAtLeastZero('buyingPowerInUse', request.buyingPowerInUse),
  ...greeksErrors('bookGreeks', request.bookGreeks),
];

const requireAtLeastZero = (field: string, value: number): ReadonlyArray<SizingError> =>
  requireThat(value >= 0 && Number.isFinite(value), field, value, 'a finite number of at least 0');

const ownPayoffErrors = ({ target, stop }: OwnPayoffs): ReadonlyArray<SizingError> => [
  ...requireAboveZero('payoffs.target', target),
  ...requireAboveZero('payoffs.stop', stop),
];

const vixErrors = (vix: Reading<number>): ReadonlyArray<SizingError> =>
  isLeft(vix) ? [{ _tag: 'MissingSizingInput', gap: vix.left }] : requireAboveZero('vix', vix.right);

// A multiplier above 1 would enlarge a position, which no score may do (D§4).
const reductionErrors = ({ name, multiplier }: Reduction): ReadonlyArray<SizingError> =>
  requireThat(multiplier >= 0 && multiplier <= 1, `reductions.${name}`, multiplier, 'between 0 and 1');

const greeksErrors = (field: string, { delta, gamma, vega }: Greeks): ReadonlyArray<SizingError> => [
  ...requireFinite(`${field}.delta`, delta),
  ...requireFinite(`${field}.gamma`, gamma),
  ...requireFinite(`${field}.vega`, vega),
];
