import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { tomking } from './command-line.js';
import { runCommand, type Ended } from './run-command.js';

const directory = mkdtempSync(join(tmpdir(), 'tomking-pricing-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

const at = (name: string): string => join(directory, name);

const written = (text: string | Buffer, name = 'in.csv'): string => {
  writeFileSync(at(name), text);
  return at(name);
};

const options = [
  'id,type,S,K,T,r,q,vol,note',
  'a,call,100,100,1,0,0,0.2,"x, y"',
  'b,put,100,100,-1,0,0,0.2,',
  'c,put,100,abc,1,0,0,0.2,',
  'd,put,100,100,1,0,0,0.2,z\n',
].join('\n');

const priced = [
  'id,type,S,K,T,r,q,vol,note,price,status,reason',
  'a,call,100,100,1,0,0,0.2,"x, y",7.96556745540579,ok,',
  'b,put,100,100,-1,0,0,0.2,,,out_of_domain,T -1: must be at least 0',
  'c,put,100,abc,1,0,0,0.2,,,unreadable,K abc: must be a finite decimal number',
  'd,put,100,100,1,0,0,0.2,z,7.96556745540579,ok,\n',
].join('\n');

const price = (input: string, out: string, ...words: ReadonlyArray<string>): Ended =>
  runCommand('price', '--in', input, '--out', out, '--greeks', 'none', ...words);

describe('tomking price', () => {
  test('writes every row in its place and counts on stderr what it refused', () => {
    const { code, printed, noted } = price(written(options), at('out.csv'));
    expect({ code, printed }).toEqual({ code: 0, printed: '' });
    expect(readFileSync(at('out.csv'), 'utf8')).toBe(priced);
    expect(noted).toBe(
      'tomking: 4 rows: 2 priced, 2 refused (out_of_domain 1, unreadable 1); columns added: price, status, reason\n',
    );
  });

  test('prints the count as one JSON document when asked', () => {
    const { printed, noted } = price(written(options), at('out.csv'), '--json');
    expect(noted).toBe('');
    expect(JSON.parse(printed)).toEqual({
      schema: 'tomking.rows/1',
      rows: 4,
      priced: 2,
      refused: { out_of_domain: 1, unreadable: 1 },
      added: ['price', 'status', 'reason'],
    });
  });

  test('reads gzip whatever the file is called, and writes it where the name says so', () => {
    price(written(gzipSync(options), 'packed.csv'), at('out.csv.gz'));
    expect(gunzipSync(readFileSync(at('out.csv.gz'))).toString()).toBe(priced);
  });

  test('takes stdin and stdout for a dash, gzip too, and keeps stdout for the table', () => {
    const words = ['price', '--in', '-', '--out', '-', '--greeks', 'none'];
    for (const input of [options, gzipSync(options)]) {
      const { code, stdout, stderr } = tomking(words, input);
      expect({ code, stdout }).toEqual({ code: 0, stdout: priced });
      expect(stderr).toContain('4 rows: 2 priced, 2 refused');
    }
  });

  test('prices options on futures by the columns F, K, T, r, vol', () => {
    const file = written('vol,r,T,K,F,type\n0.2,0,1,100,100,call\n');
    expect(price(file, '-', '--model', 'black-76').printed).toBe(
      'vol,r,T,K,F,type,price,status,reason\n0.2,0,1,100,100,call,7.96556745540579,ok,\n',
    );
  });

  test('prices 200,000 rows', () => {
    const row = 'call,100,100,1,0,0,0.2,note,and more\n';
    const file = written(`type,S,K,T,r,q,vol,a,b\n${row.repeat(200_000)}`, 'many.csv');
    const { noted } = runCommand('price', '--in', file, '--out', at('many-out.csv'), '--greeks', 'third');
    expect(noted).toContain('200000 rows: 200000 priced, 0 refused;');
  });
});

describe('tomking iv', () => {
  test('gives back the volatility behind a price', () => {
    const file = written('type,S,K,T,r,q,price\ncall,100,100,1,0,0,7.96556745540579\nput,100,100,1,0,0,-1\n');
    const { code, printed, noted } = runCommand('iv', '--in', file, '--out', '-');
    const [header, first, second] = printed.split('\n');
    expect(header).toBe('type,S,K,T,r,q,price,vol,status,reason');
    expect(Number(first!.split(',')[7])).toBeCloseTo(0.2, 13);
    expect(second).toBe('put,100,100,1,0,0,-1,,negative_price,price -1: must be at least 0');
    expect(code).toBe(0);
    expect(noted).toContain('2 rows: 1 priced, 1 refused (negative_price 1)');
  });
});

describe('tomking chain', () => {
  const recorded = fileURLToPath(
    new URL('../../fixtures/option-chains/spxw-2023-02-03.csv.gz', import.meta.url),
  );

  test('prints one line an expiry and how far it is from the vendor', () => {
    const { code, printed, noted } = runCommand('chain', recorded);
    expect({ code, noted }).toEqual({ code: 0, noted: '' });
    expect(printed).toMatch(/2023-02-03 16:15 +SPXW +2023-02-28 16:00 +25 +4138\.9\d +3\.\d\d% +own /);
    expect(printed).toMatch(/SPXW +1619 rows +median 0\.000\d\d +p95 0\.00\d\d\d/);
  });

  test('prints one JSON document, in the same numbers', () => {
    const document = JSON.parse(runCommand('chain', recorded, '--json').printed) as {
      schema: string;
      vendor: ReadonlyArray<{ root: string; count: number }>;
      expiries: ReadonlyArray<unknown>;
    };
    expect(document.schema).toBe('tomking.chain/1');
    expect(document.vendor).toMatchObject([{ root: 'SPXW', count: 1619 }]);
    expect(document.expiries).toHaveLength(14);
  });

  test('takes a rate and a range of days', () => {
    const { printed } = runCommand(
      'chain',
      recorded,
      '--rate',
      '0.045',
      '--from-days',
      '25',
      '--to-days',
      '25',
    );
    expect(printed).toMatch(/ 4\.50% +given /);
    expect(printed).not.toContain('2023-02-27');
    expect(printed).toMatch(/not_asked \d+/);
  });

  test('writes its rows so that tomking price can read them', () => {
    const out = at('chain.csv');
    const { printed } = runCommand('chain', recorded, '--out', out);
    expect(printed).toContain('SPXW');
    expect(readFileSync(out, 'utf8').split('\n')[0]).toBe(
      'quote_ts,root,underlying_price,expiry,strike,right,bid,ask,iv,' +
        'type,F,K,T,r,price,vol,delta,gamma,vega,theta,rho,status,reason',
    );
    const again = price(out, at('again.csv'), '--model', 'black-76');
    const counted = /(\d+ priced)/.exec(printed)?.[1];
    expect(again.noted).toContain(counted);
  });

  test('keeps stdout for the table when it is written there', () => {
    const { printed, noted } = runCommand('chain', recorded, '--out', '-');
    expect(printed.startsWith('quote_ts,root')).toBe(true);
    expect(noted).toContain('median');
  });
});

describe('a command of pricing that cannot do its work', () => {
  const good = 'type,S,K,T,r,q,vol\n';
  test.each<[string, string | Buffer, string]>([
    ['an empty file', '', 'empty: must have a header line'],
    ['a missing column', 'type,S,K,T,r,q\n', 'line 1: no column vol'],
    ['a column twice', 'type,S,K,T,r,q,vol,vol\n', 'line 1: column vol is there twice'],
    ['an open quote', `${good}"call,1,1,1,0,0,0.2\n`, 'line 2, cell 1: a quote is opened and never closed'],
    ['a row too short', `${good}call,1,1\n`, 'line 2: 3 cells, must be 7 as in the header'],
    ['bytes that are no text', Buffer.from([0x74, 0xff, 0xfe]), 'not valid for encoding utf-8'],
    ['gzip that is cut off', gzipSync(options).subarray(0, 30), 'unexpected end of file'],
  ])('ends with 3 on %s and names it', (_, text, why) => {
    const file = written(text);
    const { code, message, printed } = price(file, at('never.csv'));
    expect({ code, printed }).toEqual({ code: 3, printed: '' });
    expect(message).toContain(`${file}: `);
    expect(message).toContain(why);
    expect(() => readFileSync(at('never.csv'))).toThrow('ENOENT');
  });

  test('ends with 3 where a file cannot be read or written', () => {
    expect(price(at('absent.csv'), at('never.csv'))).toMatchObject({ code: 3 });
    expect(price(at('absent.csv'), at('never.csv')).message).toContain('ENOENT');
    expect(price(written(options), at('no/such/folder.csv'))).toMatchObject({ code: 3 });
    expect(runCommand('iv', '--in', written(good), '--out', '-')).toMatchObject({
      code: 3,
      message: `${at('in.csv')}: line 1: no column price`,
    });
    expect(runCommand('chain', written(good))).toMatchObject({
      code: 3,
      message: `${at('in.csv')}: line 1: no column quote_ts`,
    });
  });

  test('calls standard input by its name', () => {
    const { code, stderr } = tomking(['price', '--in', '-', '--out', '-'], 'a,b\n');
    expect(code).toBe(3);
    expect(stderr).toBe('tomking: standard input: line 1: no column type\n');
  });

  test.each<[string, ReadonlyArray<string>]>([
    ['no --in', ['price', '--out', '-']],
    ['no --out', ['iv', '--in', 'x.csv']],
    ['an unknown model', ['price', '--in', 'x', '--out', 'y', '--model', 'bachelier']],
    ['an unknown order', ['price', '--in', 'x', '--out', 'y', '--greeks', 'fourth']],
    ['no file', ['chain']],
  ])('ends as usage on %s', (_, words) => {
    expect(runCommand(...words).code).toBe('usage');
  });

  test.each<[ReadonlyArray<string>, string]>([
    [['price', '--in', 'x', '--out', '-', '--json'], '--json prints on stdout: it cannot go with --out -'],
    [['chain', 'x', '--rate', '5%'], '--rate 5%: must be a number from -1 to 1'],
    [['chain', 'x', '--rate', '5'], '--rate 5: must be a number from -1 to 1'],
    [['chain', 'x', '--from-days', '-1'], '--from-days -1: must be a whole number of days'],
    [['chain', 'x', '--to-days', 'week'], '--to-days week: must be a whole number of days'],
    [['chain', 'x', '--from-days', '9', '--to-days', '8'], '--from-days 9: must be at most --to-days 8'],
  ])('ends with 2 on %j', (words, message) => {
    expect(runCommand(...words)).toMatchObject({ code: 2, message });
  });

  test.each(['price', 'iv', 'chain'])('states its units in the help of %s', (command) => {
    const { code, stdout } = tomking([command, '--help']);
    expect(code).toBe(0);
    for (const unit of [
      'points',
      'years',
      'continuously compounded',
      'per 1.00',
      'per year of calendar time',
    ])
      expect(stdout).toContain(unit);
  });
});
