/* Written by .config/fit-model-chain.mjs from test/fixtures/option-chains; do not edit by hand. */
import type { WidthParameters } from './quote-width.js';
import type { SurfaceParameters } from './surface.js';

export const fittedSurface: SurfaceParameters = {
  weekendWeight: 0.0348,
  nodes: [
    {
      index: 'vix9d',
      calendarDays: 9,
      elasticityInEighths: 12,
      intercept: -2.3419,
      slope: 1.0193,
      shock: 0.6606,
    },
    {
      index: 'vix',
      calendarDays: 30,
      elasticityInEighths: 8,
      intercept: -3.4994,
      slope: 1.0713,
      shock: 0.6606,
    },
    { index: 'vix3m', calendarDays: 93, elasticityInEighths: 5, intercept: -3.4937, slope: 0.9755, shock: 0 },
    {
      index: 'vix6m',
      calendarDays: 184,
      elasticityInEighths: 3,
      intercept: -4.0029,
      slope: 0.9452,
      shock: 0,
    },
  ],
  beyond: { intercept: 0.0999, slope: 0.4931 },
  rho: { base: -0.3739, term: -0.1503, level: -0.8596, shock: -0.2035 },
  eta: { base: 0.9167, term: 0.7923, level: -2.4398, shock: 2.6589 },
  lastDay: { rho: -0.0966, eta: 0.751, clockFactor: 0.9006 },
};

/** Per year: dividend yield of the index less what financing costs above the three-month bill; that spread for SPY. */
export const fittedCarry = { indexNetYield: 0.0113, shareFinancingSpread: 0.0055 } as const;

export const fittedWidths: Readonly<Record<'index' | 'shares', WidthParameters>> = {
  index: { base: 0.0187, root: 0.03067, level: 0.08271, term: 2.32264, deep: 0.00072, lastDay: 0.42029 },
  shares: { base: 0, root: 0.00523, level: 0.08271, term: 2.32264, deep: 0.00072, lastDay: 0.42029 },
};
