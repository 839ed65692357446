import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  priceAmerican,
  priceAmericanFutures,
  type OptionTerms,
} from '../../pricing-wasm/plain/american/index.js';
import { tiers } from './american-options.js';

interface ReferenceRow {
  readonly regime: string;
  readonly option: OptionTerms;
  readonly price: number;
  readonly european: number;
}

const rows: ReadonlyArray<ReferenceRow> = gunzipSync(
  readFileSync(new URL('../reference/american.csv.gz', import.meta.url)),
)
  .toString('utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [regime, type, ...cells] = line.split(',');
    const [underlying, strike, years, rate, dividendYield, volatility, price, european] = cells.map(Number);
    return {
      regime: regime!,
      option: {
        right: type === 'call' ? 0 : 1,
        underlying: underlying!,
        strike: strike!,
        years: years!,
        rate: rate!,
        dividendYield: dividendYield!,
        volatility: volatility!,
      },
      price: price!,
      european: european!,
    };
  });

const regimes = ['equity_yield', 'index_yield', 'futures', 'stress'] as const;

/** Errors are judged where the price is above this part of the strike, but in absolute terms everywhere. */
const substantial = 0.005;

/** Greatest relative error of a regime where the price is substantial. */
const bounds = {
  fast: { equity_yield: 2e-4, index_yield: 1e-4, futures: 2e-4, stress: 8e-4 },
  standard: { equity_yield: 2e-5, index_yield: 2e-5, futures: 4e-5, stress: 6e-5 },
  precise: { equity_yield: 1e-7, index_yield: 4e-7, futures: 2e-7, stress: 1e-6 },
} as const;

/** Greatest error anywhere, in strikes; the reference itself is good to 5e-8, in the stress regime 2e-6. */
const absoluteBounds = { fast: 6e-4, standard: 4e-5, precise: 6e-7 } as const;

it('has 400 reference rows, a hundred of each regime', () => {
  regimes.forEach((regime) => {
    expect(rows.filter((row) => row.regime === regime)).toHaveLength(100);
  });
});

describe.each(tiers)('the %s tier', (tier) => {
  it.each(regimes)('keeps its bound against the reference in the regime %s', (regime) => {
    const judged = rows.filter((row) => row.regime === regime && row.price > substantial * row.option.strike);
    const errors = judged.map(({ option, price }) =>
      Math.abs(priceAmerican(option, tier, 'price').price / price - 1),
    );
    const greatest = Math.max(...errors);
    console.info(
      `${tier}, ${regime}: greatest relative error ${greatest.toExponential(1)} of ${errors.length} rows`,
    );
    expect(greatest).toBeLessThanOrEqual(bounds[tier][regime]);
  });

  it('keeps an absolute bound on all rows', () => {
    rows.forEach(({ option, price }) => {
      const error = Math.abs(priceAmerican(option, tier, 'price').price - price);
      expect(error).toBeLessThanOrEqual(absoluteBounds[tier] * option.strike);
    });
  });

  it('prices futures options, whose yield is the rate, by their own door', () => {
    rows
      .filter((row) => row.regime === 'futures')
      .forEach(({ option, price }) => {
        const error = Math.abs(priceAmericanFutures(option, tier, 'price').price - price);
        expect(error).toBeLessThanOrEqual(absoluteBounds[tier] * option.strike);
      });
  });
});

it('gives calls without a yield their European price', () => {
  const never = rows.filter(({ option }) => option.right === 0 && option.dividendYield === 0);
  expect(never.length).toBeGreaterThan(20);
  never.forEach(({ option, european }) => {
    expect(priceAmerican(option).price).toBeCloseTo(european, 8);
  });
});
