import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import { measured } from '../rule/index.js';
import type { Limits } from '../rule-set/index.js';
import { cents } from '../units/index.js';
import { countBound, fewest, figure, inSequence, type Bound } from './bound.js';
import { contractCap } from './contract-cap.js';
import { greeksBound } from './greeks-bound.js';
import { fullKelly, kellyFraction } from './kelly.js';
import { moneyBounds } from './money-bounds.js';
import { priorOptimism } from './prior-optimism.js';
import { requestErrors } from './request-errors.js';
import type { SizingRequest } from './request.js';
import type { SizingError } from './sizing-error.js';
import type { Sizing, SizingFinding } from './sizing.js';
import { vixSizeMultiplier } from './vix-size-multiplier.js';

/**
 * How many contracts to open: the largest whole number that every step allows (D§1, D§5.7, R§4.5). All errors
 * of the request are reported together. Laws: more equity within a phase never gives fewer contracts; a
 * smaller multiplier never gives more; no edge gives 0, never a floor of 1.
 */
export const sizePosition = (
  request: SizingRequest,
  limits: Limits,
): Either<ReadonlyArray<SizingError>, Sizing> => {
  const errors = requestErrors(request);
  if (errors.length > 0) return left(errors);
  const facts = factsOf(request, limits);
  return isLeft(facts) ? left([facts.left]) : right(sizingOf(request, facts.right, limits));
};

interface Facts {
  readonly vix: number;
  readonly fullKelly: number;
  readonly kelly: number;
  readonly vixMultiplier: number;
  readonly optimism: Extract<SizingFinding, { readonly _tag: 'PriorOptimistic' }> | null;
}

const factsOf = (request: SizingRequest, limits: Limits): Either<SizingError, Facts> => {
  const { statistics, vix } = request;
  if (isLeft(vix)) return left({ _tag: 'MissingSizingInput', gap: vix.left });
  const full = fullKelly(statistics);
  if (isLeft(full)) return full;
  const kelly = kellyFraction(statistics, limits);
  if (isLeft(kelly)) return kelly;
  const vixMultiplier = vixSizeMultiplier(vix.right, limits);
  if (isLeft(vixMultiplier)) return vixMultiplier;
  const optimism = priorOptimism(request, limits);
  if (isLeft(optimism)) return optimism;
  return right({
    vix: vix.right,
    fullKelly: full.right,
    kelly: kelly.right,
    vixMultiplier: vixMultiplier.right,
    optimism: optimism.right,
  });
};

const sizingOf = (request: SizingRequest, facts: Facts, limits: Limits): Sizing => {
  const before = boundsBeforeGreeks(request, facts, limits);
  const steps = inSequence([...before, greeksBound(request, fewest(before), limits)]);
  const contracts = fewest(steps);
  return {
    contracts,
    // The last step always has the final count, so the fallback is for the compiler.
    limitedBy: steps.find((step) => step.contracts === contracts)?.name ?? 'greeks',
    riskPerContract: request.riskPerContract,
    risk: cents(request.riskPerContract * contracts),
    steps,
    findings: [
      ...(facts.fullKelly > 0 ? [] : [noEdge(facts.fullKelly)]),
      ...(facts.optimism === null ? [] : [facts.optimism]),
    ],
  };
};

const noEdge = (full: number): SizingFinding => ({
  _tag: 'NoEdge',
  fullKelly: measured(full, 'above', 0, 'fraction'),
});

const boundsBeforeGreeks = (
  request: SizingRequest,
  { vix, fullKelly: full, kelly, vixMultiplier, optimism }: Facts,
  limits: Limits,
): ReadonlyArray<Bound> => {
  const reductions = [{ name: 'VIX', multiplier: vixMultiplier }, ...request.reductions];
  return [
    ...moneyBounds(request, { fullKelly: full, kelly, reductions }, limits),
    countBound('contract-cap', contractCap(request.strategy, vix, limits), [
      figure('VIX', vix, 'vol points'),
    ]),
    ...(optimism === null
      ? []
      : [
          countBound('prior-optimistic', 1, [
            figure('realised trades', optimism.realised.observed, 'trades'),
            figure('required trades', optimism.realised.limit, 'trades'),
          ]),
        ]),
  ];
};
