import { powerInEighths } from './smooth-functions.js';

/** A volatility index as a point of the term structure. */
export interface TermNode {
  readonly index: 'vix9d' | 'vix' | 'vix3m' | 'vix6m';
  readonly calendarDays: number;
  /** The index moves as VIX to this power, in eighths, since its last close. */
  readonly elasticityInEighths: number;
  /** At-the-money volatility, in vol points, is `intercept + slope × index`. */
  readonly intercept: number;
  readonly slope: number;
  /** Share of that volatility lost per 1.00 of inversion: fresh shocks raise the wings more than the middle. */
  readonly shock: number;
}

/** Slope or wing of the smile: `base + term·h + level·σ + shock·inversion`, h = T/(T + 0.15). */
export interface SmileLine {
  readonly base: number;
  readonly term: number;
  readonly level: number;
  readonly shock: number;
}

/** Every fitted number of the surface. */
export interface SurfaceParameters {
  readonly weekendWeight: number;
  readonly nodes: ReadonlyArray<TermNode>;
  /** Forward volatility beyond the last node, per 1.00: `intercept + slope × (the last node's volatility)`. */
  readonly beyond: { readonly intercept: number; readonly slope: number };
  readonly rho: SmileLine;
  readonly eta: SmileLine;
  readonly lastDay: { readonly rho: number; readonly eta: number; readonly clockFactor: number };
}

/** A point of the at-the-money curve: variance days and the total variance up to there. */
export interface CurvePoint {
  readonly days: number;
  readonly variance: number;
}

/** The at-the-money curve of one instant; `beyond` is the variance of one more day after its last point. */
export interface AtmCurve {
  readonly points: ReadonlyArray<CurvePoint>;
  readonly beyond: number;
  /** VIX over VIX3M less one, from 0 (calm) to 0.5. */
  readonly inversion: number;
}

/** A volatility index now, from its last close and VIX's move since that day's close. Vol points. */
export const indexNow = (node: TermNode, close: number, vixClose: number, vixNow: number): number =>
  close * powerInEighths(vixNow / vixClose, node.elasticityInEighths);

/**
 * The at-the-money curve from the indices' levels now (vol points, in the order of the nodes). Total variance
 * never falls with time: a node below its predecessor is lifted to it.
 */
export const atmCurve = (parameters: SurfaceParameters, levels: ReadonlyArray<number>): AtmCurve => {
  const daysPerCalendarDay = (5 + 2 * parameters.weekendWeight) / 7;
  const [, month = NaN, quarter = NaN] = levels;
  const inversion = within(month / quarter - 1, inversionLimits);
  let floor = 0;
  let last = 0;
  const points = parameters.nodes.map((node, position) => {
    const calm = (node.intercept + node.slope * (levels[position] ?? NaN)) / 100;
    last = Math.max(lowestVolatility, calm * (1 - node.shock * inversion));
    floor = Math.max(floor, (last * last * node.calendarDays) / 365);
    return { days: node.calendarDays * daysPerCalendarDay, variance: floor };
  });
  const forward = parameters.beyond.intercept + parameters.beyond.slope * last;
  return { points, beyond: (forward * forward) / (365 * daysPerCalendarDay), inversion };
};

/** At-the-money total variance up to `days` variance days: linear between the nodes, through the origin. */
export const atmVariance = ({ points, beyond }: AtmCurve, days: number): number => {
  let previous: CurvePoint = { days: 0, variance: 0 };
  for (const point of points) {
    if (days <= point.days)
      return (
        previous.variance +
        ((point.variance - previous.variance) * (days - previous.days)) / (point.days - previous.days)
      );
    previous = point;
  }
  return previous.variance + beyond * (days - previous.days);
};

/** The shape of one expiry's smile. */
export interface Smile {
  /** At-the-money total variance. */
  readonly variance: number;
  readonly rho: number;
  readonly eta: number;
}

export const smile = (
  { rho, eta }: SurfaceParameters,
  { inversion }: AtmCurve,
  variance: number,
  years: number,
): Smile => {
  const sigma = Math.sqrt(variance / years);
  const horizon = years / (years + 0.15);
  const line = ({ base, term, level, shock }: SmileLine): number =>
    base + term * horizon + level * sigma + shock * inversion;
  return {
    variance,
    rho: within(line(rho), rhoLimits),
    eta: within(line(eta), etaLimits),
  };
};

/**
 * Total variance at log-moneyness k = ln(K/F): Gatheral and Jacquier's surface SVI in standardised moneyness
 * x = k/√θ, w = θ/2·(1 + ρηx + √((ηx + ρ)² + 1 − ρ²)). Free of butterfly arbitrage while η²(1+|ρ|) ≤ 4 and
 * η√θ(1+|ρ|) < 4, which the limits below keep for every θ below 3.
 */
export const totalVariance = ({ variance, rho, eta }: Smile, logMoneyness: number): number => {
  const wing = (eta * logMoneyness) / Math.sqrt(variance);
  return (variance / 2) * (1 + rho * wing + Math.sqrt((wing + rho) * (wing + rho) + 1 - rho * rho));
};

/** Four vol points: below anything the S&P 500's options have traded at for a week or longer. */
const lowestVolatility = 0.04;
const rhoLimits = [-0.85, -0.05] as const;
const etaLimits = [0.4, 1.25] as const;
const inversionLimits = [0, 0.5] as const;

const within = (value: number, [low, high]: readonly [number, number]): number =>
  Math.min(high, Math.max(low, value));
