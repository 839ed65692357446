import type { InputError } from '../../core/pricing/index.js';

/** Where an underlying stands and how it moves; units as in `OptionColumns`. */
export interface Market {
  readonly underlying: number;
  readonly years: number;
  readonly rate: number;
  readonly dividendYield: number;
  readonly volatility: number;
}

/** The first number that is not finite, a price not above 0, years or volatility below 0, a carry too far. */
export const outOfDomain = (
  market: Market,
  prices: Readonly<Record<string, number>>,
): InputError | undefined => {
  const { years, volatility, rate, dividendYield } = market;
  const positive = Object.entries({ underlying: market.underlying, ...prices });
  return (
    firstOutside(Object.entries({ ...market, ...prices }), Number.isFinite, 'a finite number') ??
    firstOutside(positive, (value) => value >= 1e-150 && value <= 1e150, 'a price in [1e-150, 1e150]') ??
    firstOutside(Object.entries({ years, volatility }), (value) => value >= 0, 'at least 0') ??
    firstOutside(
      Object.entries({ rate, dividendYield }),
      (value) => Math.abs(value) * years <= 700,
      '|rate × years| at most 700',
    )
  );
};

const firstOutside = (
  fields: ReadonlyArray<readonly [string, number]>,
  isInside: (value: number) => boolean,
  limit: string,
): InputError | undefined => {
  const found = fields.find(([, value]) => !isInside(value));
  return found && { _tag: 'InputError', field: found[0], value: found[1], limit };
};
