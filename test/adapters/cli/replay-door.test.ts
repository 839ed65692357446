import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tomking } from './command-line.js';

const directory = mkdtempSync(join(tmpdir(), 'tomking-door-'));
afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

const file = (name: string, content: string): string => {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
};

const emptyDirectory = (): string => {
  const path = join(directory, 'empty');
  mkdirSync(path, { recursive: true });
  return path;
};

const rules = (name: string, set: object, extending = 'seed'): string =>
  file(`${name}.json`, JSON.stringify({ extends: extending, name, set }));

/** What is asked, the exit code, and every word the message must hold: field, value and limit. */
const refusals: ReadonlyArray<readonly [string, ReadonlyArray<string>, number, ReadonlyArray<string>]> = [
  ['a date before the history', ['--from', '1950-01-03'], 2, ['--from', '1950-01-03', 'at least']],
  ['a date after the history', ['--to', '2031-01-02'], 2, ['--to', '2031-01-02', 'at most']],
  [
    'a stretch that ends before it begins',
    ['--from', '2025-03-14', '--to', '2025-03-13'],
    2,
    ['--from', '2025-03-14', '2025-03-13'],
  ],
  ['a date that does not exist', ['--from', '2025-02-30'], 2, ['--from', '2025-02-30', 'YYYY-MM-DD']],
  ['a date in another form', ['--to', '14.03.2025'], 2, ['--to', '14.03.2025', 'YYYY-MM-DD']],
  ['a capital of 0', ['--capital', '0'], 2, ['--capital', '0', 'above 0']],
  ['a capital of less than 0', ['--capital', '-5'], 2, ['--capital', '-5', 'above 0']],
  ['a capital that is no number', ['--capital', 'lots'], 2, ['--capital', 'lots', 'finite']],
  ['a capital of NaN', ['--capital', 'NaN'], 2, ['--capital', 'NaN', 'finite']],
  ['an infinite capital', ['--capital', 'Infinity'], 2, ['--capital', 'Infinity', 'finite']],
  [
    'a strategy nobody knows',
    ['--strategies', 'martingale'],
    2,
    ['--strategies', 'martingale', 'friday-0dte', 'lt112'],
  ],
  [
    'a strategy named as an object’s member is',
    ['--strategies', 'toString'],
    2,
    ['--strategies', 'toString', 'friday-0dte'],
  ],
  ['no strategy', ['--strategies', ''], 2, ['--strategies', 'friday-0dte']],
  ['a fill model nobody knows', ['--fills', 'perfect'], 2, ['--fills', 'perfect', 'mid', 'slip', 'natural']],
  ['an operator nobody knows', ['--operator', 'me'], 2, ['--operator', 'me', 'scripted', 'none']],
  ['an unknown option', ['--moon'], 2, ['--moon']],
  ['a rule set nobody knows', ['--rules', 'mine'], 2, ['--rules', 'mine', 'seed']],
  ['a date to explain that does not exist', ['--debug', '2025-13-01'], 2, ['--debug', '2025-13-01']],
];

const badRules: ReadonlyArray<readonly [string, () => string, ReadonlyArray<string>]> = [
  [
    'a locked number',
    () => rules('locked', { 'friday0dte.vixAbove': 20 }),
    ['friday0dte.vixAbove', 'locked', '22', '20'],
  ],
  [
    'two locked numbers: both are named',
    () => rules('both', { 'margin.trip': 0.9, 'losses.trip': 9 }),
    ['margin.trip', 'losses.trip'],
  ],
  ['an unknown parameter', () => rules('unknown', { 'lt112.luck': 1 }), ['lt112.luck', 'unknown']],
  [
    'a text for a number',
    () => rules('text', { 'lt112.minimumCredit': 'six' }),
    ['lt112.minimumCredit', 'six', 'finite number'],
  ],
  ['another set to extend', () => rules('other', {}, 'moon'), ['extends', 'moon']],
  ['no JSON', () => file('broken.json', '{ "extends": '), ['broken.json', 'JSON']],
  ['no file', () => join(directory, 'absent.json'), ['absent.json', 'ENOENT']],
];

describe('the door of a replay', () => {
  it.each(refusals)('refuses %s with exit code 2, naming field, value and limit', (_, args, code, words) => {
    const ended = tomking(['replay', '--no-sensitivity', '--out', join(directory, 'out'), ...args]);
    for (const word of words) expect(ended.stderr).toContain(word);
    expect(ended.stderr).not.toContain('    at ');
    expect(ended.stdout).toBe('');
    expect(ended.code).toBe(code);
  });

  it.each(badRules)('refuses a rule file with %s with exit code 3, naming what it is', (_, path, words) => {
    const ended = tomking(['replay', '--no-sensitivity', '--rules', path(), '--out', join(directory, 'out')]);
    for (const word of words) expect(ended.stderr).toContain(word);
    expect(ended.stderr).not.toContain('    at ');
    expect(ended.code).toBe(3);
  });

  it('refuses a data directory that is not there, and one that is empty, with exit code 3', () => {
    for (const data of [join(directory, 'nowhere'), emptyDirectory()]) {
      const ended = tomking(['replay', '--data', data, '--out', join(directory, 'out')]);
      expect(ended.stderr).toContain(data);
      expect(ended.stderr).toContain('index-daily');
      expect(ended.stderr).not.toContain('    at ');
      expect(ended.code).toBe(3);
    }
  });

  it('refuses a data directory that is a file with exit code 3', () => {
    const ended = tomking([
      'replay',
      '--data',
      file('plain.txt', 'no market'),
      '--out',
      join(directory, 'out'),
    ]);
    expect(ended.stderr).toContain('plain.txt');
    expect(ended.code).toBe(3);
  });

  it('accepts $29,999 and says in one line of the document that phase 0 opens nothing', () => {
    const ended = tomking([
      ...['replay', '--no-sensitivity', '--json', '--capital', '29999'],
      ...['--from', '2025-03-03', '--to', '2025-03-14'],
    ]);
    expect(ended.code).toBe(0);
    const document = JSON.parse(ended.stdout) as {
      readonly absorbing: ReadonlyArray<{ readonly what: string }>;
    };
    expect(document.absorbing.map(({ what }) => what)).toEqual(['phase 0']);
  });
});
