import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RulesDocument } from '../../../adapters/cli/rules-document.js';
import { parameterNames, seedRules } from '../../../core/index.js';
import { runCommand } from './run-command.js';

const document = JSON.parse(runCommand('rules', '--json').printed) as RulesDocument;

describe('tomking rules', () => {
  test('docs/rules.md is what the command prints today', () => {
    const page = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');
    expect(page, 'regenerate it: tomking rules --markdown > docs/rules.md').toBe(
      runCommand('rules', '--markdown').printed,
    );
  });

  test('the document has exactly these keys', () => {
    expect(Object.keys(document)).toEqual(['schema', 'ruleSet', 'rules', 'checks', 'parameters']);
    expect(Object.keys(document.ruleSet)).toEqual(['name', 'version', 'digest', 'derivedFrom']);
    for (const rule of document.rules)
      expect(Object.keys(rule)).toEqual(['id', 'statement', 'source', 'parameters', 'where']);
    for (const check of document.checks) expect(Object.keys(check)).toEqual(['number', 'id', 'requirement']);
    for (const parameter of document.parameters)
      expect(Object.keys(parameter)).toEqual([
        'name',
        'value',
        'unit',
        'source',
        'locked',
        'stricter',
        'choices',
      ]);
  });

  test('shows every parameter once, each with value, unit and source', () => {
    expect(document.parameters.map(({ name }) => name)).toEqual(parameterNames);
    for (const { name, value, unit, source } of document.parameters) {
      expect(value).toBe(seedRules.parameters[name as 'vix.panic'].value);
      expect([unit, source].every((text) => text.length > 0)).toBe(true);
    }
  });

  test('names no parameter in a rule that is not in the list', () => {
    const names = new Set(document.parameters.map(({ name }) => name));
    for (const { parameters } of document.rules)
      for (const parameter of parameters) expect(names).toContain(parameter);
  });

  test('the text shows rules with sources, the 47 checks, and what is locked and stricter', () => {
    const { code, printed } = runCommand('rules');
    expect(code).toBe(0);
    expect(printed).toContain('Rule set seed 1.0.0');
    expect(printed).toContain('  friday-0dte.vix\n    VIX is above 22 vol points');
    expect(printed).toContain('The 47 checks before any position');
    expect(printed).toContain('friday0dte.vixAbove = 22 vol points (locked; higher is stricter; [seed]');
    for (const { id } of document.rules) expect(printed).toContain(id);
  });

  test('json and markdown at once, and a rule set nobody knows, are refused', () => {
    expect(runCommand('rules', '--json', '--markdown').code).toBe('usage');
    expect(runCommand('rules', '--rules', 'lucky').code).toBe(2);
  });
});
