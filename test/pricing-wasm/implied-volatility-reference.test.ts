import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { RowStatus } from '../../pricing-wasm/index.js';
import { relativeDistance } from './decimal-distance.js';
import { volatilitiesOf, type QuoteRow } from './quote-columns.js';

/** Units of what is attainable: the greater of 2^-52 of the volatility and what a unit of the price moves it. */
const greatestError = 64;

const statuses: Readonly<Record<string, number>> = {
  ok: RowStatus.priced,
  negative_price: RowStatus.negativePrice,
  below_intrinsic: RowStatus.belowIntrinsic,
  at_intrinsic: RowStatus.atIntrinsic,
  at_upper_bound: RowStatus.atUpperBound,
  above_upper_bound: RowStatus.aboveUpperBound,
};

interface ReferenceQuote {
  readonly id: string;
  readonly regime: string;
  readonly status: string;
  readonly quote: QuoteRow;
  readonly volatility: string;
  readonly perPriceUnit: number;
}

const readReference = (): ReferenceQuote[] => {
  const file = new URL('../reference/implied-volatility.csv.gz', import.meta.url);
  const [header = [], ...lines] = gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return lines.map((cells) => {
    const cell = (name: string): string => cells[header.indexOf(name)] ?? '';
    return {
      id: cell('id'),
      regime: cell('regime'),
      status: cell('status'),
      quote: {
        right: cell('type') === 'put' ? 1 : 0,
        underlying: Number(cell('S')),
        strike: Number(cell('K')),
        years: Number(cell('T')),
        rate: Number(cell('r')),
        dividendYield: Number(cell('q')),
        price: Number(cell('price')),
      },
      volatility: cell('vol'),
      perPriceUnit: Number(cell('vol_per_price_ulp')),
    };
  });
};

describe('implied volatility against values of 60 digits', () => {
  const rows = readReference();
  const found = volatilitiesOf(
    'blackScholesMerton',
    rows.map((row) => row.quote),
  );
  const errors = rows.flatMap((row, index) => {
    if (row.status !== 'ok') return [];
    const volatility = Number(row.volatility);
    const error = relativeDistance(row.volatility, found.volatility[index]!) * volatility;
    return [{ row, error: error / Math.max(2 ** -52 * volatility, row.perPriceUnit) }];
  });

  it('has 1,740 rows, of which 1,335 have a volatility', () => {
    expect([rows.length, errors.length]).toEqual([1_740, 1_335]);
  });

  it('gives every row the status that exact arithmetic gives it', () => {
    const wrong = rows.filter((row, index) => found.status[index] !== statuses[row.status]);
    expect(wrong.map((row) => row.id)).toEqual([]);
  });

  it('gives NaN to every row without a volatility', () => {
    expect(found.volatility.every((value, row) => Number.isNaN(value) === (found.status[row] !== 0))).toBe(
      true,
    );
  });

  it('is within the attainable accuracy on every row, those included where the price has all but lost it', () => {
    const beyond = errors.filter(({ error }) => !(error <= greatestError));
    expect(beyond.map(({ row, error }) => `row ${row.id}: ${String(error)}`)).toEqual([]);
  });

  it('prints the greatest error of each regime', () => {
    const regimes = [...new Set(errors.map(({ row }) => row.regime))];
    const lines = regimes.map((regime) => {
      const inside = errors.filter(({ row }) => row.regime === regime).map(({ error }) => error);
      return `${regime}: ${Math.max(...inside).toFixed(1)} units in ${String(inside.length)} rows`;
    });
    console.info(`implied volatility, greatest errors\n${lines.join('\n')}`);
    expect(lines).toHaveLength(6);
  });
});
