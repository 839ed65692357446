import { map, type Either } from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { strategyLimit } from '../portfolio/index.js';
import { measured } from '../rule/index.js';
import type { Limits } from '../rule-set/index.js';
import { fullKelly } from './kelly.js';
import type { SizingRequest } from './request.js';
import type { SizingError } from './sizing-error.js';
import type { SizingFinding } from './sizing.js';

type PriorOptimistic = Extract<SizingFinding, { readonly _tag: 'PriorOptimistic' }>;

/**
 * Whether only the assumed averages make the strategy look profitable: with the pooled win rate and what it
 * really takes and gives up at target and stop there is no edge, and too few trades are realised to overrule
 * that (D§5.7). Null once enough are.
 */
export const priorOptimism = (
  request: SizingRequest,
  limits: Limits,
): Either<SizingError, PriorOptimistic | null> =>
  pipe(
    fullKelly({
      winRate: request.statistics.winRate,
      averageWin: request.payoffs.target,
      averageLoss: request.payoffs.stop,
    }),
    map((full) => {
      const required = strategyLimit(limits, request.strategy, 'sampleTrades');
      return full > 0 || request.realisedTrades >= required
        ? null
        : {
            _tag: 'PriorOptimistic',
            fullKelly: measured(full, 'above', 0, 'fraction'),
            realised: measured(request.realisedTrades, 'at least', required, 'trades'),
          };
    }),
  );
