import { describe, expect, it } from 'vitest';
import { listedExpiries } from '../../../adapters/market-data/model-chain/expiries.js';
import { listedStrikes, isListableStrike } from '../../../adapters/market-data/model-chain/strikes.js';
import { futureFor } from '../../../adapters/market-data/model-chain/carry.js';
import { date, realQuotes } from './real-quotes.js';

const future = (expiry: string): string => {
  const found = futureFor('ES', date(expiry));
  return found._tag === 'Right' ? `${found.right.name} ${found.right.lastTradeDay}` : found.left._tag;
};

describe('expiries of ES and MES options', () => {
  it('lists the Fridays and the ends of month, and no other weekday', () => {
    const listed = listedExpiries('ES', date('2025-01-06'));
    expect(listed.slice(0, 7)).toEqual([
      '2025-01-10',
      '2025-01-17',
      '2025-01-24',
      '2025-01-31',
      '2025-02-07',
      '2025-02-14',
      '2025-02-21',
    ]);
    expect(listed).toContain('2025-03-31');
    expect(listed).not.toContain('2025-01-08');
  });

  it('has an expiry within 45 to 60 days on every Friday of a year, for both sizes', () => {
    for (const root of ['ES', 'MES'] as const)
      for (let day = 3; day <= 31; day += 7) {
        const on = date(`2025-01-${String(day).padStart(2, '0')}`);
        const inWindow = listedExpiries(root, on).filter((expiry) => {
          const days = (Date.parse(expiry) - Date.parse(on)) / 86_400_000;
          return days >= 45 && days <= 60;
        });
        expect(inWindow.length).toBeGreaterThan(0);
      }
  });

  it('moves the expiry of Good Friday to the Thursday before', () => {
    const listed = listedExpiries('ES', date('2025-04-14'));
    expect(listed).toContain('2025-04-17');
    expect(listed).not.toContain('2025-04-18');
  });

  it('lists the PM weekly of a quarterly third Friday on the next quarterly future (assumed)', () => {
    expect(listedExpiries('ES', date('2025-03-21'))[0]).toBe('2025-03-21');
    expect(future('2025-03-21')).toBe('ESM5 2025-06-20');
    expect(future('2025-03-20')).toBe('ESH5 2025-03-21');
  });

  it('names the December future over the turn of the year, and March after it', () => {
    expect(future('2024-12-13')).toBe('ESZ4 2024-12-20');
    expect(future('2024-12-31')).toBe('ESH5 2025-03-21');
  });
});

describe('expiries of SPY options', () => {
  it('lists what the real chain of 2023-09-14 lists, and at most a few more', () => {
    const real = [...new Set(realQuotes.filter(({ root }) => root === 'SPY').map(({ expiry }) => expiry))];
    const listed = listedExpiries('SPY', date('2023-09-14'));
    expect(real.filter((expiry) => !listed.includes(expiry))).toEqual([]);
    expect(listed).toEqual(
      '2023-09-14 2023-09-15 2023-09-18 2023-09-19 2023-09-20 2023-09-21 2023-09-22 2023-09-25 2023-09-26 2023-09-27 2023-09-28 2023-09-29 2023-10-06 2023-10-13 2023-10-20 2023-10-27 2023-11-17 2023-12-15 2023-12-29 2024-01-19 2024-03-15 2024-03-28 2024-06-21 2024-06-28 2024-09-20 2024-12-20 2025-01-17 2025-03-21 2025-06-20 2025-12-19 2026-01-16'.split(
        ' ',
      ),
    );
  });

  it('has no Tuesdays and Thursdays before 2022-11-14', () => {
    expect(listedExpiries('SPY', date('2022-06-13')).slice(0, 4)).toEqual([
      '2022-06-13',
      '2022-06-15',
      '2022-06-17',
      '2022-06-22',
    ]);
  });
});

describe('expiries of SPX options', () => {
  it('lists every PM expiry of the real chain of 2022-06-10 up to a year', () => {
    const real = new Set(
      realQuotes.filter((q) => q.session === '2022-06-10' && q.root === 'SPXW').map(({ expiry }) => expiry),
    );
    const listed = listedExpiries('SPX', date('2022-06-10'));
    expect([...real].filter((expiry) => !listed.includes(expiry))).toEqual([]);
  });
});

describe('strikes', () => {
  it('are five points apart near an E-mini price and wider further away', () => {
    const grid = { root: 'ES', days: 20, reference: 6_000 } as const;
    expect(listedStrikes(grid, 5_985, 6_015)).toEqual([5_985, 5_990, 5_995, 6_000, 6_005, 6_010, 6_015]);
    expect(listedStrikes(grid, 6_301, 6_341)).toEqual([6_310, 6_320, 6_325, 6_330, 6_340]);
    expect(listedStrikes(grid, 4_590, 4_650)).toEqual([
      4_590, 4_600, 4_610, 4_620, 4_625, 4_630, 4_640, 4_650,
    ]);
    expect(listedStrikes(grid, 4_000, 4_100)).toEqual([4_000, 4_025, 4_050, 4_075, 4_100]);
  });

  it('of SPY are a dollar apart up to 70 days and five dollars beyond', () => {
    expect(listedStrikes({ root: 'SPY', days: 70, reference: 450 }, 404, 408)).toEqual([
      404, 405, 406, 407, 408,
    ]);
    expect(listedStrikes({ root: 'SPY', days: 71, reference: 450 }, 400, 412)).toEqual([400, 405, 410]);
  });

  it('stay listable when the price has moved away from them', () => {
    expect(isListableStrike({ root: 'SPY', days: 30 }, 405)).toBe(true);
    expect(isListableStrike({ root: 'ES', days: 30 }, 5_002)).toBe(false);
  });

  it('are none in an empty band', () => {
    expect(listedStrikes({ root: 'ES', days: 1, reference: 6_000 }, 6_001, 6_004)).toEqual([]);
  });
});
