import { describe, expect, it } from 'vitest';
import type { MarketHistory } from '../../../core/index.js';
import { createModelChain, type NotPriced } from '../../../adapters/market-data/index.js';
import { pricing } from '../../../pricing-wasm/index.js';
import { band, history, market } from './real-quotes.js';

const now = market('2023-06-09', [10, 30], 4_300, 14);
const later = band('SPY', '2023-09-20', '2023-10-10', 0.88, 0.92);
const today = band('SPY', '2023-06-09', '2023-06-09', 0.98, 1.02);

const reasons = (changes: Partial<MarketHistory>, watch = later): ReadonlyArray<NotPriced> => {
  const { slices, notPriced } = createModelChain({ history: { ...history, ...changes }, pricing }).chain(
    watch,
    now,
  );
  expect(slices).toEqual([]);
  return notPriced;
};

const without = (name: 'vix1d' | 'vix9d' | 'vix3m' | 'vix6m'): Partial<MarketHistory> => ({
  volatility: history.volatility.map((row) => ({ ...row, [name]: null })),
});

describe('a missing series yields no slice and its name, never a default', () => {
  it.each([
    ['VIX close', { vixDaily: [] }, later],
    ['VIX9D close', without('vix9d'), later],
    ['VIX3M close', without('vix3m'), later],
    ['VIX6M close', without('vix6m'), later],
    ['VIX1D close', without('vix1d'), today],
    ['three-month rate', { rates: [] }, later],
    ['SPY close', { shares: [] }, later],
    ['SPY dividend', { shares: history.shares.map((row) => ({ ...row, dividend: 0 })) }, later],
    ['index close', { indexDaily: [] }, later],
  ] as const)('%s', (series, changes, watch) => {
    const found = reasons(changes, watch);
    const named = found.map((reason) => (reason._tag === 'MissingSeries' ? reason.series : reason._tag));
    expect(named.length).toBeGreaterThan(0);
    // Without index or VIX closes of the same day, a series that is compared with them is missing too.
    if (series === 'index close') expect(named[0]).toBe('SPY close');
    else if (series === 'VIX close') expect(named[0]).toBe('VIX9D close');
    else expect(named[0]).toBe(series);
  });

  it('counts a close as missing when it is more than ten days old', () => {
    const old = history.rates.filter(({ date }) => date < '2023-05-29');
    expect(reasons({ rates: old })[0]).toEqual({
      _tag: 'MissingSeries',
      series: 'three-month rate',
      before: '2023-06-09',
    });
  });

  it('needs VIX1D only on the day of expiry', () => {
    const chain = createModelChain({ history: { ...history, ...without('vix1d') }, pricing });
    expect(chain.chain(later, now).slices.length).toBeGreaterThan(0);
  });
});

describe('the level and the day', () => {
  const chain = createModelChain({ history, pricing });

  it('must be positive numbers and a session', () => {
    expect(chain.chain(later, { ...now, vix: NaN }).notPriced).toMatchObject([
      { _tag: 'InvalidMarket', field: 'vix' },
    ]);
    expect(chain.chain(later, { ...now, indexLevel: 0 }).notPriced).toMatchObject([
      { _tag: 'InvalidMarket', field: 'indexLevel' },
    ]);
    expect(chain.chain(later, market('2023-06-10', [10, 30], 4_300, 14)).notPriced).toEqual([
      { _tag: 'NoSession', date: '2023-06-10' },
    ]);
  });

  it('gives nothing for a root it does not model', () => {
    expect(chain.chain({ ...later, root: 'XSP' }, now)).toEqual({
      slices: [],
      notPriced: [{ _tag: 'RootNotModelled', root: 'XSP' }],
    });
  });
});

describe('the future', () => {
  it('is not read: rows of the day itself and later change nothing', () => {
    const before = <Row extends { readonly date: string }>(rows: ReadonlyArray<Row>): ReadonlyArray<Row> =>
      rows.filter(({ date }) => date < '2023-06-09');
    const known = createModelChain({
      history: {
        ...history,
        indexDaily: before(history.indexDaily),
        vixDaily: before(history.vixDaily),
        volatility: before(history.volatility),
        rates: before(history.rates),
        shares: before(history.shares),
      },
      pricing,
    });
    const all = createModelChain({ history, pricing });
    for (const watch of [later, today, band('ES', '2023-06-09', '2023-08-01', 0.9, 1.05)]) {
      expect(known.chain(watch, now).slices.length).toBeGreaterThan(0);
      expect(known.chain(watch, now)).toEqual(all.chain(watch, now));
    }
  });
});
