import { left, map, right, type Either } from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Payoff } from '../portfolio/index.js';
import type { Limits } from '../rule-set/index.js';
import { requireAboveZero, requireThat, type SizingError } from './sizing-error.js';

/**
 * Full Kelly f* = p − (1 − p)/b with b = average win / average loss: the share of equity at which a bet that
 * loses its whole stake grows fastest. Zero or less means that the bet has no edge (R§4.1).
 */
export const fullKelly = (payoff: Payoff): Either<SizingError, number> => {
  const { winRate, averageWin, averageLoss } = payoff;
  const error = payoffErrors(payoff)[0];
  return error === undefined ? right(winRate - (1 - winRate) * (averageLoss / averageWin)) : left(error);
};

/** The share of equity to risk: `kelly.factor` × max(0, f*), between 0 and the factor. */
export const kellyFraction = (
  payoff: Payoff,
  limits: Pick<Limits, 'kelly.factor'>,
): Either<SizingError, number> =>
  pipe(
    fullKelly(payoff),
    map((full) => limits['kelly.factor'] * Math.max(0, full)),
  );

/** Everything that is wrong with a payoff; fields are prefixed with `of`. */
export const payoffErrors = (
  { winRate, averageWin, averageLoss }: Payoff,
  of = '',
): ReadonlyArray<SizingError> => [
  ...requireThat(winRate > 0 && winRate < 1, `${of}winRate`, winRate, 'between 0 and 1, neither included'),
  ...requireAboveZero(`${of}averageWin`, averageWin),
  ...requireAboveZero(`${of}averageLoss`, averageLoss),
];
