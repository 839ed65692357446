import fc from 'fast-check';
import {
  centsFromDollars,
  known,
  limitsOf,
  noGreeks,
  priorOf,
  seedRules,
  sizePosition,
  type Cents,
  type Greeks,
  type SizingRequest,
  type Sizing,
  type SizingStep,
  type SizingStepName,
} from '../../../core/index.js';

export const limits = limitsOf(seedRules);

export const usd = centsFromDollars;

export const greeks = (delta: number, gamma: number, vega: number): Greeks => ({
  ...noGreeks,
  delta,
  gamma,
  vega,
});

/** An ES iron condor 30 points wide for 4.00: loses (30 − 4) × $50, and 4 legs cost $2.50 + $1.50 each to open. */
export const condorOnES: SizingRequest = {
  strategy: 'friday-0dte',
  riskPerContract: usd(26 * 50 + 4 * (2.5 + 1.5)),
  payoffs: { target: 0.5, stop: 2 },
  greeksPerUnit: noGreeks,
  equity: usd(50_000),
  phase: 2,
  vix: known(24),
  statistics: { ...priorOf('friday-0dte', limits), trades: 0 },
  realisedTrades: 0,
  reductions: [],
  buyingPowerInUse: usd(0),
  bookGreeks: noGreeks,
};

/** A SPY put spread 5 wide for 1.00: loses (5 − 1) × $100, and 2 legs cost $1.00 + $0.10 each to open. */
export const putSpreadOnSPY: SizingRequest = {
  ...condorOnES,
  strategy: 'lt112',
  riskPerContract: usd(4 * 100 + 2 * (1 + 0.1)),
  equity: usd(80_000),
  phase: 3,
  vix: known(18),
  statistics: { ...priorOf('lt112', limits), trades: 0 },
};

/** The size, where the request is known to be sound. */
export const sized = (request: SizingRequest): Sizing => {
  const result = sizePosition(request, limits);
  if (result._tag === 'Left') throw new Error(JSON.stringify(result.left));
  return result.right;
};

export const stepOf = (sizing: Sizing, name: SizingStepName): SizingStep =>
  sizing.steps.find((step) => step.name === name)!;

// Even steps: doubles as such would be drawn evenly by exponent, and be tiny most of the time.
const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1_000_000 }).map((step) => min + (step / 1_000_000) * (max - min));
const money = (min: number, max: number): fc.Arbitrary<Cents> =>
  fc.integer({ min: min * 100, max: max * 100 }).map((amount) => amount as Cents);
const anyGreeks = (scale: number): fc.Arbitrary<Greeks> =>
  fc
    .tuple(between(-scale, scale), between(-scale / 20, scale / 20), between(-scale, scale))
    .map(([delta, gamma, vega]) => greeks(delta, gamma, vega));

/** Sound requests of every kind: about half get no contract, and each step but the reserve binds some. */
export const requests: fc.Arbitrary<SizingRequest> = fc.record({
  strategy: fc.constantFrom('friday-0dte', 'lt112'),
  riskPerContract: money(10, 3_000),
  payoffs: fc.record({ target: between(0.1, 1), stop: between(0.1, 4) }),
  greeksPerUnit: fc.oneof(fc.constant(noGreeks), anyGreeks(60)),
  equity: money(0, 500_000),
  phase: fc.constantFrom(0, 1, 2, 3, 4, 4, 4),
  vix: between(9, 45).map(known),
  statistics: fc.record({
    winRate: between(0.7, 0.99),
    averageWin: between(0.1, 2),
    averageLoss: between(0.1, 1.5),
    trades: fc.nat(100),
  }),
  realisedTrades: fc.nat(120),
  reductions: fc.array(fc.record({ name: fc.constant('drawdown'), multiplier: between(0, 1) }), {
    maxLength: 2,
  }),
  buyingPowerInUse: money(0, 50_000),
  bookGreeks: fc.oneof(fc.constant(noGreeks), anyGreeks(300)),
});
