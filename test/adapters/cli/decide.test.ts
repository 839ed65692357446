import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLeft } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { DecisionDocument, RuleRow } from '../../../adapters/cli/decision-document.js';
import { decide } from '../../../adapters/cli/decide.js';
import { renderDecision } from '../../../adapters/cli/decision-text.js';
import { decodeSnapshot, encodeSnapshot, snapshotErrorText } from '../../../adapters/snapshot/index.js';
import { seedRules } from '../../../core/index.js';
import { bookedExample } from '../snapshot/booked-example.js';
import { momentsOf } from '../snapshot/captured.js';
import { momentAt } from '../snapshot/example.js';
import { changed, exampleFile, fieldsOf, valueAt, type Json, type Path } from '../snapshot/example-file.js';
import { runCommand, type Ended } from './run-command.js';

const directory = mkdtempSync(join(tmpdir(), 'tomking-decide-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

const written = (text: string): string => {
  const path = join(directory, 'snapshot.json');
  writeFileSync(path, text);
  return path;
};

const ordered = exampleFile('friday-0dte-ordered');
const booked = bookedExample();
const refused = exampleFile('lt112-refused');

const decideOn = (document: Json, ...words: ReadonlyArray<string>): Ended =>
  runCommand('decide', '--snapshot', written(JSON.stringify(document)), ...words);

const documentOf = (document: Json): DecisionDocument =>
  JSON.parse(decideOn(document, '--json').printed) as DecisionDocument;

const strategyIn = ({ strategies }: DecisionDocument, id: string) =>
  strategies.find((strategy) => strategy.id === id)!;

const answerTo = (rows: ReadonlyArray<RuleRow>, rule: string): RuleRow =>
  rows.find((row) => row.rule === rule)!;

/** Where a document holds a number that JSON has no word for. */
const oddNumbersIn = (document: DecisionDocument): ReadonlyArray<string> => {
  const odd: string[] = [];
  JSON.stringify(document, (key: string, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) odd.push(key);
    return value;
  });
  return odd;
};

describe('tomking decide, on the published examples', () => {
  test('Friday 2025-03-07 at $30,000 orders eight MES condors at 7.50 and ends with 0', () => {
    expect(decideOn(ordered).code).toBe(0);
    const document = documentOf(ordered);
    expect(document.answer).toBe('yes');
    const zeroDay = strategyIn(document, 'friday-0dte');
    expect(zeroDay.outcome).toBe('ordered');
    expect(zeroDay.order).toMatchObject({ quantity: 8, limit: 7.5, workUntil: '2025-03-07 10:32' });
    expect(zeroDay.order?.legs.map(({ contract, ratio }) => `${ratio} ${contract}`)).toEqual([
      '1 MES 2025-03-07 P 5645',
      '-1 MES 2025-03-07 P 5675',
      '-1 MES 2025-03-07 C 5805',
      '1 MES 2025-03-07 C 5835',
    ]);
    expect(zeroDay.checks.map(({ number }) => number)).toEqual(
      Array.from({ length: 47 }, (_, index) => index + 1),
    );
    expect(zeroDay.sizing).toMatchObject({ contracts: 8, limitedBy: 'greeks' });
    expect(zeroDay.rules.map(({ rule }) => rule)).toContain('friday-0dte.vix');
  });

  test('LT112 of that Friday is refused, its missing chain counted as one Unknown', () => {
    const document = documentOf(ordered);
    const spread = strategyIn(document, 'lt112');
    expect(spread.outcome).toBe('refused');
    expect(document.unknown).toBe(1);
    expect(answerTo(spread.rules, 'lt112.strikes').missing).toMatchObject([
      { fact: 'SPY chain', reason: 'absent' },
    ]);
  });

  test('Tuesday 2025-05-20 at $50,000 is stopped by the LT112 credit alone and ends with 1', () => {
    expect(decideOn(refused).code).toBe(1);
    const document = documentOf(refused);
    expect(document.answer).toBe('no');
    const spread = strategyIn(document, 'lt112');
    expect(spread).toMatchObject({
      outcome: 'refused',
      blockedBy: ['lt112.credit'],
      checks: [],
      order: null,
    });
    const credit = answerTo(spread.rules, 'lt112.credit');
    expect(credit).toMatchObject({ verdict: 'Fail', limit: 0.2, comparison: 'at least', unit: 'fraction' });
    expect(credit.observed).toBeCloseTo(0.113, 3);
    expect(credit.distance).toBeCloseTo(0.087, 3);
    expect(strategyIn(document, 'friday-0dte').notAsked).toBe('it does not trade on a Tuesday');
  });

  test('the text shows order, size, every rule and how far each is from its limit', () => {
    const { printed } = decideOn(ordered);
    for (const part of [
      'there is something to do',
      'Friday 0DTE: ORDER',
      '8 × +1 MES 2025-03-07 P 5645',
      'receive at least 7.5 points',
      'Size: 8, limited by greeks',
      'kelly ',
      'friday-0dte.vix: 23.91 vol points; required: above 22 vol points; 1.91 vol points to spare',
      '47 pass    exec.orderReady',
      'UNKNOWN lt112.strikes',
      'Unknown for want of a fact: 1.',
    ])
      expect(printed).toContain(part);
    expect(decideOn(refused).printed).toContain('11.3%; required: at least 20%; 8.7% short of it');
  });
});

describe('tomking decide, when something is due in the book', () => {
  const moments = momentsOf({ capital: 30_000, from: '2025-03-07', to: '2025-03-07' });
  const documentAt = (second: number): Json =>
    JSON.parse(JSON.stringify(encodeSnapshot(momentAt(moments, '2025-03-07', second).snapshot))) as Json;

  test('an open condor before its exits are due is held, and the answer is no', () => {
    const held = documentAt(40_200);
    expect(decideOn(held).code).toBe(1);
    expect(documentOf(held).exits).toMatchObject([{ outcome: 'hold', reason: null, order: null }]);
  });

  test('an exit that is due is an answer of yes, with the closing order', () => {
    const due = moments.find(({ decisions }) => decisions.some(({ outcome }) => outcome._tag === 'Closing'))!;
    const document = JSON.parse(JSON.stringify(encodeSnapshot(due.snapshot))) as Json;
    const ended = decideOn(document);
    expect(ended.code).toBe(0);
    expect(ended.printed).toContain('CLOSE (');
    expect(documentOf(document).exits[0]).toMatchObject({ outcome: 'close', order: { quantity: 8 } });
  });
});

describe('tomking decide, when a fact is unknown', () => {
  test.each<[string, Path, Json, string]>([
    ['VIX', ['market', 'vix'], null, 'friday-0dte.vix'],
    ['every VIX close', ['daily', 'vixCloses'], [], 'strat.vixNotPanic'],
    ['the broker', ['broker'], null, 'exec.brokerReady'],
    ['the reconciliation', ['reconciledAt'], null, 'sys.reconciled'],
    ['every equity sample', ['equitySamples'], [], 'risk.cb.drawdown'],
    ['the chain', ['market', 'chains'], [], 'friday-0dte.strikes'],
    ['the daily bars', ['daily', 'bars'], [], 'friday-0dte.strikes'],
    ['the NFP calendar', ['macro', 'coverage', 'NFP'], null, 'event.macro'],
    ['SPY', ['market', 'underlyings'], [], 'friday-0dte.strikes'],
  ])('without %s the entry is blocked by an Unknown that is counted', (_, path, value, rule) => {
    const document = changed(ordered, path, value);
    expect(decideOn(document).code).toBe(1);
    const decided = documentOf(document);
    const { rules, checks, blockedBy } = strategyIn(decided, 'friday-0dte');
    const row = answerTo([...rules, ...checks], rule);
    expect(row.verdict).toBe('Unknown');
    expect(row.missing.length).toBeGreaterThan(0);
    expect(blockedBy).toContain(rule);
    expect(decided.unknown).toBeGreaterThanOrEqual(2);
  });
});

describe('tomking decide, when SPY, in whose shares Greeks are counted, cannot be trusted', () => {
  const spy = (ordered as { market: { underlyings: { root: string }[] } }).market.underlyings.findIndex(
    ({ root }) => root === 'SPY',
  );
  test.each<[string, Path, Json]>([
    ['is days old', ['at', 'date'], '2025-03-03'],
    ['is nowhere near its previous close', ['value'], 1_000_000],
    ['is not above 0', ['value'], 0],
  ])('its price %s: the Greeks are unknown, and no size is drawn from them', (_, field, value) => {
    const decided = documentOf(changed(ordered, ['market', 'underlyings', spy, ...field], value));
    const zeroDay = strategyIn(decided, 'friday-0dte');
    expect(zeroDay.outcome).toBe('refused');
    expect(answerTo(zeroDay.rules, 'friday-0dte.strikes').missing).toMatchObject([{ fact: 'price of SPY' }]);
  });
});

describe('tomking decide, when a strategy is not asked', () => {
  test.each<[string, Path, Json, string]>([
    ['a second late', ['at', 'second'], 37_801, 'it decides at 10:30 to the second, and this is 10:30:01'],
    ['on a holiday', ['at', 'date'], '2025-07-04', 'the exchange has no session on 2025-07-04'],
    [
      'after its entry',
      ['strategies', 'friday-0dte', 'enteredAt'],
      { date: '2025-03-07', second: 37_800 },
      'it entered at 2025-03-07 10:30: one entry a session',
    ],
  ])('%s it says why', (_, path, value, why) => {
    const document = changed(ordered, path, value);
    expect(decideOn(document).code).toBe(1);
    expect(strategyIn(documentOf(document), 'friday-0dte')).toMatchObject({
      outcome: 'not asked',
      notAsked: why,
    });
  });
});

describe('tomking decide, on bad input', () => {
  test('a missing field is named and ends with 3', () => {
    const { code, message, printed } = decideOn(changed(ordered, ['account', 'cash'], undefined));
    expect(code).toBe(3);
    expect(message).toContain('account.cash is missing, must be a finite amount in USD');
    expect(printed).toBe('');
  });

  test('an unknown symbol is named and ends with 3', () => {
    const { code, message } = decideOn(changed(ordered, ['market', 'chains', 0, 'root'], 'TSLA'));
    expect(code).toBe(3);
    expect(message).toContain('market.chains.0.root is "TSLA", must be one of SPY, SPX, XSP, ES, MES');
  });

  test('a number too large for JSON to hold is no number', () => {
    const text = JSON.stringify(ordered).replace('"cash":30000', '"cash":1e999');
    const { code, message } = runCommand('decide', '--snapshot', written(text));
    expect(code).toBe(3);
    expect(message).toContain('account.cash is Infinity');
  });

  test('parts that contradict each other are named and end with 3', () => {
    const { code, message } = decideOn(changed(ordered, ['account', 'phase', 'phase'], 4));
    expect(code).toBe(3);
    expect(message).toContain('account.phase.phase is 4, must be 1, which a previous close of $30000 sets');
  });

  test('of very many errors the first twenty are shown', () => {
    const { message } = decideOn({});
    expect(message).toContain('at is missing');
    const emptied = (ordered as { market: { chains: { quotes: Json[] }[] } }).market.chains[0]!.quotes.map(
      () => ({}),
    );
    const many = decideOn(changed(ordered, ['market', 'chains', 0, 'quotes'], emptied)).message;
    expect(many.split('\n')).toHaveLength(22);
    expect(many).toMatch(/and \d+ more$/);
  });

  test.each([
    ['no such file', () => ['decide', '--snapshot', join(directory, 'none.json')], 3],
    ['a file that is not JSON', () => ['decide', '--snapshot', written('{ "at": ')], 3],
    [
      'a rule set of the file that nobody knows',
      () => ['decide', '--snapshot', written(JSON.stringify(changed(ordered, ['ruleSet'], 'lucky')))],
      3,
    ],
    [
      'a rule set of the command line that nobody knows',
      () => ['decide', '--snapshot', written(JSON.stringify(ordered)), '--rules', 'lucky'],
      2,
    ],
    ['no snapshot at all', () => ['decide'], 'usage'],
    ['an unknown option', () => ['decide', '--snapshot', 'x', '--leverage', '9'], 'usage'],
  ] as const)('%s ends with its code', (_, words, code) => {
    expect(runCommand(...words()).code).toBe(code);
  });

  test('whatever number stands in one field, there is a typed error or a whole document, never a crash', () => {
    const numbers = fieldsOf(booked).filter((path) => typeof valueAt(booked, path) === 'number');
    const odd = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.constant(0));
    fc.assert(
      fc.property(fc.constantFrom(...numbers), odd, (path, value) => {
        const snapshot = decodeSnapshot(changed(booked, path, value));
        const decided = isLeft(snapshot) ? snapshot : decide(snapshot.right, seedRules);
        if (isLeft(decided)) expect(decided.left.map(snapshotErrorText).join()).toContain('must be');
        else {
          expect(oddNumbersIn(decided.right)).toEqual([]);
          expect(renderDecision(decided.right)).toContain('New York');
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('a derived rule set decides in place of the one the file names, and says so', () => {
    const rules = join(directory, 'strict.json');
    writeFileSync(
      rules,
      JSON.stringify({ extends: 'seed', name: 'strict', set: { 'credit.riskShare': 0.1 } }),
    );
    const ended = decideOn(ordered, '--json', '--rules', rules);
    expect(ended.code).toBe(1);
    const document = JSON.parse(ended.printed) as DecisionDocument;
    expect(document.ruleSet).toMatchObject({ name: 'strict', derivedFrom: 'seed' });
    expect(strategyIn(document, 'friday-0dte').blockedBy).toEqual(['friday-0dte.credit']);
  });
});

describe('the decision document', () => {
  test('has exactly these keys', () => {
    const keys = fieldsOf(documentOf(ordered) as unknown as Json).map((path) =>
      path.filter((key) => typeof key === 'string').join('.'),
    );
    expect(keys).toMatchInlineSnapshot(`
      [
        "schema",
        "at",
        "ruleSet",
        "ruleSet.name",
        "ruleSet.version",
        "ruleSet.digest",
        "ruleSet.derivedFrom",
        "answer",
        "account",
        "account.equity",
        "account.phase",
        "account.mode",
        "account.positions",
        "exits",
        "strategies",
        "strategies.id",
        "strategies.title",
        "strategies.outcome",
        "strategies.notAsked",
        "strategies.rules",
        "strategies.rules.number",
        "strategies.rules.rule",
        "strategies.rules.statement",
        "strategies.rules.verdict",
        "strategies.rules.observed",
        "strategies.rules.comparison",
        "strategies.rules.limit",
        "strategies.rules.distance",
        "strategies.rules.unit",
        "strategies.rules.sizeMultiplier",
        "strategies.rules.missing",
        "strategies.rules.text",
        "strategies.checks",
        "strategies.checks.number",
        "strategies.checks.rule",
        "strategies.checks.statement",
        "strategies.checks.verdict",
        "strategies.checks.observed",
        "strategies.checks.comparison",
        "strategies.checks.limit",
        "strategies.checks.distance",
        "strategies.checks.unit",
        "strategies.checks.sizeMultiplier",
        "strategies.checks.missing",
        "strategies.checks.text",
        "strategies.blockedBy",
        "strategies.proposal",
        "strategies.proposal.root",
        "strategies.proposal.structure",
        "strategies.proposal.expiry",
        "strategies.proposal.legs",
        "strategies.proposal.legs.contract",
        "strategies.proposal.legs.ratio",
        "strategies.proposal.underlyingPrice",
        "strategies.proposal.mid",
        "strategies.proposal.natural",
        "strategies.proposal.width",
        "strategies.proposal.maximumLoss",
        "strategies.proposal.requirement",
        "strategies.proposal.openingFees",
        "strategies.proposal.roundTripFees",
        "strategies.proposal.greeks",
        "strategies.proposal.greeks.delta",
        "strategies.proposal.greeks.gamma",
        "strategies.proposal.greeks.rawGamma",
        "strategies.proposal.greeks.vega",
        "strategies.proposal.greeks.theta",
        "strategies.proposal.greeks.rho",
        "strategies.sizing",
        "strategies.sizing.contracts",
        "strategies.sizing.limitedBy",
        "strategies.sizing.riskPerContract",
        "strategies.sizing.risk",
        "strategies.sizing.findings",
        "strategies.sizing.steps",
        "strategies.sizing.steps.name",
        "strategies.sizing.steps.room",
        "strategies.sizing.steps.allows",
        "strategies.sizing.steps.contracts",
        "strategies.sizing.steps.working",
        "strategies.sizing.steps.working.label",
        "strategies.sizing.steps.working.value",
        "strategies.sizing.steps.working.unit",
        "strategies.order",
        "strategies.order.id",
        "strategies.order.quantity",
        "strategies.order.limit",
        "strategies.order.workUntil",
        "strategies.order.legs",
        "strategies.order.legs.contract",
        "strategies.order.legs.ratio",
        "unknown",
        "alerts",
      ]
    `);
  });

  test('has the same keys in a row whatever the verdict', () => {
    const { strategies } = documentOf(ordered);
    const rows = strategies.flatMap(({ rules, checks }) => [...rules, ...checks]);
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(
      new Set(['Pass', 'Warn', 'Fail', 'Unknown', 'NotApplicable']),
    );
    expect(new Set(rows.map((row) => Object.keys(row).join()))).toHaveLength(1);
    expect(new Set(strategies.map((row) => Object.keys(row).join()))).toHaveLength(1);
  });
});
