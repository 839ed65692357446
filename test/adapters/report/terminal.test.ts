import { describe, expect, it } from 'vitest';
import { renderTerminal, type ReplayDocument } from '../../../adapters/report/index.js';
import { visible } from '../../../adapters/report/text-table.js';
import { sampleDocument } from './sample-document.js';

const document = sampleDocument();
const plain = (of: ReplayDocument, width = 100): string => renderTerminal(of, { width, colour: false });
const derived: ReplayDocument = {
  ...document,
  ruleSet: {
    ...document.ruleSet,
    name: 'gentle',
    derivedFrom: 'seed',
    differences: [{ parameter: 'lt112.minimumCredit', from: 0.2, to: 0.06, unit: 'fraction' }],
  },
};

describe('the terminal report', () => {
  it('is at most as wide as it is told, and never wider than 100', () => {
    for (const [asked, allowed] of [
      [80, 80],
      [93, 93],
      [300, 100],
    ] as const)
      for (const line of plain(document, asked).split('\n'))
        expect(visible(line), line).toBeLessThanOrEqual(allowed);
  });

  it('says the same with colour as without', () => {
    const coloured = renderTerminal(document, { width: 100, colour: true });
    expect(coloured).toContain('\u001b[');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain(document));
    expect(plain(document)).not.toContain('\u001b');
  });

  it('puts absorbing states before every result, with their date and way out', () => {
    const text = plain(document);
    const at = text.indexOf('since 2025-04-04 15:30');
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(text.indexOf('RESULT'));
    expect(text).toContain('Way out: An operator event ends it');
    expect(plain({ ...document, absorbing: [] })).toContain('None: no lock outlasts the run.');
  });

  it('shows the result the document holds, beside what was held instead', () => {
    const text = plain({ ...document, result: { ...document.result, endEquity: 51_234.56, return: 0.0247 } });
    expect(text).toMatch(/These rules +\$51,234\.56 +\+2\.47% +-3\.41% {2}2024-08-01 to 2024-08-09/);
    expect(text).toMatch(/S&P 500 \(price\) +\$\d\d,\d{3}\.\d\d +[+-]\d/);
    expect(text).toMatch(/T-bills .*none/);
  });

  it('titles a derived rule set as derived and lists what differs', () => {
    expect(plain(derived).split('\n')[0]).toBe('Tom King rules: gentle 1.0.0, *derived* from seed');
    expect(plain(derived)).toMatch(/lt112\.minimumCredit +20% +6%/);
    expect(plain(document)).not.toMatch(/derived/i);
  });

  it('explains each opportunity that was not taken', () => {
    const text = plain(document);
    expect(text).toContain('150 opportunities (1,204 evaluations) -> 13 proposed -> 8 ordered -> 7 filled');
    expect(text).toMatch(/friday-0dte\.vix +132 +121 +1/);
    expect(text).toContain('nearest: 21.98 against 22 vol points: 0.02 away, 2024-09-06 10:30');
    expect(text).toContain('nearest: 19.87% against 20%: 0.13% away');
  });
});

describe('the 0DTE dates', () => {
  const [friday, ...others] = document.strategies;
  const withVix = (vix: number | null): string =>
    plain({
      ...document,
      strategies: [
        {
          ...friday!,
          funnel: {
            ...friday!.funnel,
            dates: [
              {
                date: '2024-08-02',
                at: '2024-08-02 10:30',
                vix,
                outcome: 'refused',
                blockedBy: ['A45.greeks'],
              },
            ],
          },
        },
        ...others,
      ],
    });

  it('are listed above 22 and only there', () => {
    expect(withVix(22.01)).toMatch(/1 date with VIX above 22 \(0 at or below it, 0 unknown\)/);
    expect(withVix(22.01)).toMatch(/2024-08-02 +22\.01 +refused +A45\.greeks/);
    expect(withVix(22)).toMatch(/0 dates with VIX above 22 \(1 at or below it, 0 unknown\)/);
    expect(withVix(null)).toMatch(/0 dates with VIX above 22 \(0 at or below it, 1 unknown\)/);
  });
});

describe('a drawdown', () => {
  it('is none when equity never fell, and the capital counts as the first peak', () => {
    const never = { fraction: 0, peak: '', trough: '' };
    const result = { ...document.result, maximumDrawdown: never, startEquity: 100_000 };
    const text = plain({ ...document, result });
    expect(text).toMatch(/These rules .* none\n/);
    // From a capital of 100,000 the index never came back: its fall is from that capital to its lowest level.
    const lowest = Math.min(...document.curve.map(({ index }) => index));
    expect(text).toContain(`-${((1 - lowest / 100_000) * 100).toFixed(2)}%  ${document.curve[0]!.date} to `);
  });
});

describe('few trades', () => {
  const only = (few: boolean): string => {
    const [friday] = document.strategies;
    return plain({ ...document, strategies: [{ ...friday!, few }] });
  };

  it('carry the word and their interval', () => {
    expect(only(true)).toContain('Win rate: 71.4% (few; 95% interval 35.9% to 91.8%)');
    expect(only(true)).toMatch(/Profit factor: 0\.94 \(few; \d/);
    expect(only(true)).toMatch(/Average win: \$85\.19 \(few; seen \$67\.99 to \$111\.19\)/);
  });

  it('are not said of enough trades', () => {
    expect(only(false)).toContain('Win rate: 71.4% (95% interval 35.9% to 91.8%)');
    const result = (trades: number): string => plain({ ...document, result: { ...document.result, trades } });
    expect(result(19)).toMatch(/19 trades \(few\).*\nSharpe ratio 0\.37 \(few; 95% interval -/);
    expect(result(20)).toMatch(/20 trades: .*\nSharpe ratio 0\.37 \(95% interval -/);
  });
});

describe('alerts', () => {
  const many = (count: number): string =>
    plain({
      ...document,
      alerts: Array.from({ length: count }, (_, at) => ({
        at: '2024-08-05 09:35',
        severity: 'HIGH',
        text: `alert ${at + 1}`,
      })),
    });

  it('beyond the last 20 are counted', () => {
    expect(many(20)).toContain('alert 1\n');
    expect(many(20)).not.toContain('earlier');
    expect(many(21)).not.toContain('alert 1\n');
    expect(many(21)).toContain('alert 21\n');
    expect(many(21)).toContain('and 1 earlier, in the other reports');
  });
});

describe('no trades', () => {
  it('are said to be none, and no statistic is made of them', () => {
    const strategies = document.strategies.map((strategy) => ({
      ...strategy,
      trades: 0,
      wins: 0,
      losses: 0,
      winRate: null,
      winRateInterval: null,
      profitFactor: null,
      averageWin: null,
      averageLoss: null,
    }));
    const text = plain({ ...document, trades: [], strategies, curve: [], clockSensitivity: [] });
    expect(text).toContain('None. The funnels below say which rule stopped each opportunity.');
    expect(text.match(/It did not trade\./g)).toHaveLength(2);
    expect(text).not.toMatch(/Win rate|NaN|Infinity|undefined|null/);
  });
});
