import type { OptionColumns } from '../../pricing-wasm/index.js';

/** Options as chains list them: strikes within 4 standard deviations of the forward. */
export const listed = (rows: number): OptionColumns =>
  sample(rows, ({ forward, width, uniform }) => forward * Math.exp(width * uniform(-4, 4)));

/** Strikes from half the spot to one and a half, however far that is: many values are next to nothing. */
export const wide = (rows: number): OptionColumns =>
  sample(rows, ({ spot, uniform }) => spot * uniform(0.5, 1.5));

/** The same options on an underlying that pays nothing, for peers who know no yield. */
export const withoutYield = (options: OptionColumns): OptionColumns => ({
  ...options,
  dividendYield: new Float64Array(options.right.length),
});

/** The same options where both rate and yield are positive, so that every American one may be exercised early. */
export const exercisable = (options: OptionColumns): OptionColumns => ({
  ...options,
  rate: options.rate.map((rate) => Math.max(rate, 0.002)),
  dividendYield: options.dividendYield.map((dividendYield) => Math.max(dividendYield, 0.005)),
});

/** The options of rows `start` to `end`, the last not included. */
export const rowsBetween = (options: OptionColumns, start: number, end: number): OptionColumns => ({
  right: options.right.subarray(start, end),
  underlying: options.underlying.subarray(start, end),
  strike: options.strike.subarray(start, end),
  years: options.years.subarray(start, end),
  rate: options.rate.subarray(start, end),
  dividendYield: options.dividendYield.subarray(start, end),
  volatility: options.volatility.subarray(start, end),
});

export const firstOf = (options: OptionColumns, rows: number): OptionColumns => rowsBetween(options, 0, rows);

interface Draw {
  readonly spot: number;
  readonly forward: number;
  /** One standard deviation of the logarithm of the underlying. */
  readonly width: number;
  readonly uniform: (from: number, to: number) => number;
}

const sample = (rows: number, strikeOf: (draw: Draw) => number): OptionColumns => {
  const uniform = lehmer(1);
  const column = (): Float64Array => new Float64Array(rows);
  const options = {
    right: new Uint8Array(rows),
    underlying: column(),
    strike: column(),
    years: column(),
    rate: column(),
    dividendYield: column(),
    volatility: column(),
  };
  const logUniform = (from: number, to: number): number => from * (to / from) ** uniform(0, 1);
  for (let row = 0; row < rows; row += 1) {
    const spot = logUniform(5, 6_000);
    const years = Math.round(logUniform(1, 900)) / 365;
    const rate = uniform(-0.005, 0.07);
    const dividendYield = Math.max(0, uniform(-0.06, 0.06));
    const volatility = logUniform(0.05, 1.2);
    const forward = spot * Math.exp((rate - dividendYield) * years);
    options.right[row] = uniform(0, 1) < 0.5 ? 0 : 1;
    options.underlying[row] = spot;
    options.years[row] = years;
    options.rate[row] = rate;
    options.dividendYield[row] = dividendYield;
    options.volatility[row] = volatility;
    options.strike[row] = strikeOf({ spot, forward, width: volatility * Math.sqrt(years), uniform });
  }
  return options;
};

/** The generator of Lehmer with the multiplier of Park and Miller (1988). */
const lehmer = (seed: number): Draw['uniform'] => {
  let state = seed;
  return (from, to) => {
    state = (state * 16_807) % 2_147_483_647;
    return from + ((to - from) * state) / 2_147_483_647;
  };
};
