import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { renderHtml, type ReplayDocument } from '../../../adapters/report/index.js';
import { sampleDocument } from './sample-document.js';

const document = sampleDocument();
const page = renderHtml(document);

/** The page as it reads: without style, scripts and tags. */
const textOf = (html: string): string =>
  html
    .replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const scriptsOf = (html: string): ReadonlyArray<string> =>
  [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code]) => code!);

const embedded = (html: string): unknown =>
  JSON.parse(/<script type="application\/json" id="replay-data">([\s\S]*?)<\/script>/.exec(html)![1]!);

describe('the page', () => {
  it('loads nothing: no address in a source, link or style, and a policy that forbids it', () => {
    const markup = page.replace(/<script>[\s\S]*?<\/script>/g, '');
    expect(markup).not.toMatch(/https?:|\/\/[a-z]/i);
    expect(markup).not.toMatch(/@import|url\(|<script[^>]+src|<iframe|<img/i);
    expect([...markup.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, to]) => to)).toEqual([
      'data:,',
      '#main',
    ]);
    expect(markup).toContain('content="default-src &#39;none&#39;;');
    for (const script of scriptsOf(page))
      expect(script).not.toMatch(/fetch\(|XMLHttpRequest|import\(|WebSocket/);
  });

  it('is the same for the same document', () => {
    expect(renderHtml(sampleDocument())).toBe(page);
  });

  it('carries scripts that compile', () => {
    const scripts = scriptsOf(page);
    expect(scripts).toHaveLength(2);
    for (const script of scripts) expect(() => new Script(script)).not.toThrow();
  });

  it('draws the document: one point a session, one mark an entry and an exit', () => {
    const data = embedded(page) as {
      dates: string[];
      equity: number[];
      vix: number[];
      marks: { kind: string }[];
    };
    expect(data.dates).toEqual(document.curve.map(({ date }) => date));
    expect(data.equity).toEqual(document.curve.map(({ equity }) => equity));
    expect(data.vix).toEqual(document.curve.map(({ vix }) => vix));
    expect(data.marks.filter(({ kind }) => kind === 'entry')).toHaveLength(document.trades.length);
    expect(data.marks.filter(({ kind }) => kind === 'lost')).toHaveLength(3);
    expect(data.marks.filter(({ kind }) => kind === 'won')).toHaveLength(8);
  });

  it('shows the figures the document holds', () => {
    const text = textOf(
      renderHtml({ ...document, result: { ...document.result, endEquity: 51_234.56, return: -0.0247 } }),
    );
    expect(text).toContain('$51,234.56');
    expect(text).toContain('−2.47%');
    expect(text).toContain('132');
    expect(text).toContain('21.98 against 22 vol points: 0.02 away');
    expect(text).toContain('−$240.60');
    expect(text).toContain(document.ruleSet.digest);
    for (const sentence of document.modelled) expect(text).toContain(sentence);
  });

  it('names the absorbing state before the first figure', () => {
    const text = textOf(page);
    expect(text.indexOf('An absorbing state holds')).toBeGreaterThan(0);
    expect(text.indexOf('An absorbing state holds')).toBeLessThan(text.indexOf('Equity at the end'));
    expect(textOf(renderHtml({ ...document, absorbing: [] }))).toContain('No absorbing state.');
  });

  it('says "few" with the interval, in the strategies and beside the trades', () => {
    expect(textOf(page)).toMatch(/71\.4% few; 95% interval 35\.9% to 91\.8%/);
    expect(textOf(page)).toContain('12 (few)');
  });

  it('gives each table headings and a name, and each chart words', () => {
    const tables = page.match(/<table/g)!.length;
    expect(page.match(/<caption>[^<]+<\/caption>/g)).toHaveLength(tables);
    expect(page.match(/<thead/g)).toHaveLength(tables);
    expect(page.match(/role="img" aria-label="[^"]{60,}"/g)).toHaveLength(3);
  });
});

describe('text in the page', () => {
  const hostile = '<img src=x onerror="alert(1)"></script><!--&\'';
  const marked: ReplayDocument = {
    ...document,
    modelled: [hostile],
    alerts: [{ at: hostile, severity: hostile, text: hostile }],
    absorbing: [{ what: hostile, since: hostile, wayOut: hostile }],
    limits: [{ rule: hostile, statement: hostile, verdict: 'Fail', text: hostile }],
    unknown: [{ rule: hostile, fact: hostile, reason: hostile, steps: 1 }],
    trades: document.trades.map((trade) => ({ ...trade, id: hostile, entryReason: hostile, legs: hostile })),
    strategies: document.strategies.map((strategy) => ({
      ...strategy,
      title: hostile,
      funnel: {
        ...strategy.funnel,
        stoppedBy: strategy.funnel.stoppedBy.map((row) => ({ ...row, rule: hostile, statement: hostile })),
      },
    })),
  };

  it('is escaped wherever it comes from', () => {
    const html = renderHtml(marked);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<!--');
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
    expect(html.match(/<\/script>/g)).toHaveLength(3);
  });

  it('survives inside the data of the charts', () => {
    const { marks } = embedded(renderHtml(marked)) as { marks: { text: string }[] };
    expect(marks[0]!.text).toBe(`${hostile} ${marked.trades[0]!.strategy} opened`);
  });
});

describe('a derived rule set', () => {
  it('is titled derived, with the parameters that differ', () => {
    const differences = [{ parameter: 'lt112.minimumCredit', from: 0.2, to: 0.06, unit: 'fraction' }];
    const ruleSet = { ...document.ruleSet, name: 'gentle', derivedFrom: 'seed', differences };
    const html = renderHtml({ ...document, ruleSet });
    expect(html).toContain('<h1>Tom King rules: gentle 1.0.0, derived from seed</h1>');
    expect(html).toContain('<title>Tom King rules: gentle 1.0.0, derived from seed');
    expect(textOf(html)).toMatch(/lt112\.minimumCredit 20% 6%/);
    expect(textOf(page)).not.toMatch(/derived/i);
  });
});

describe('an empty replay', () => {
  it('is still a page, without a figure made of nothing', () => {
    const html = renderHtml({ ...document, trades: [], curve: [], strategies: [], limits: [], alerts: [] });
    expect(textOf(html)).toContain('No session was replayed.');
    expect(textOf(html)).toContain('No trade was made.');
    expect(textOf(html)).not.toMatch(/NaN|Infinity|undefined/);
  });
});
