import { describe, expect, it } from 'vitest';
import { isParameterName, renderStatement, seedRules } from '../../../core/index.js';
import { writtenRules } from './all-rules.js';

const placeholders = (statement: string): ReadonlyArray<string> =>
  [...statement.matchAll(/\{([^}]*?)#?\}/g)].map(([, name = '']) => name);

/** Numbers that belong to a name, not to the rulebook. */
const names = /0DTE|LT112|S&P 500|A1|A2|phases? \d( to \d)?/g;

/** Bounds that hold by what the words mean, in any rule set. */
const byMeaning: Readonly<Record<string, ReadonlyArray<string>>> = {
  'data.underlying.sane': ['0'],
  'data.legs.quotes': ['0', '0', '0'],
  'data.legs.greeks': ['0'],
  'order.quantity': ['1'],
  'risk.cb.margin': ['0'],
  'size.positive': ['0'],
};

describe.each(writtenRules.map((rule) => [rule.id, rule] as const))('the statement of %s', (id, rule) => {
  it('refers only to parameters that the rule names, and they exist', () => {
    const referred = placeholders(rule.statement);
    expect(referred.filter((name) => !rule.parameters.some((each) => each === name))).toEqual([]);
    expect([...referred, ...rule.parameters].filter((name) => !isParameterName(name))).toEqual([]);
    expect(new Set(rule.parameters).size).toBe(rule.parameters.length);
  });

  it('holds no number of its own, which another rule set would make stale', () => {
    const words = rule.statement.replace(/\{[^}]*\}/g, '').replace(names, '');
    expect(words.match(/\d+(?:[.,:]\d+)*%?/g) ?? []).toEqual(byMeaning[id] ?? []);
  });

  it('reads without a unit said twice, an open brace or a missing number', () => {
    const text = renderStatement(rule.statement, seedRules);
    expect(text).not.toMatch(/\b(\w+) \1\b/);
    expect(text).not.toMatch(/× times|times \S+×|multiplied by \S+×/);
    expect(text).not.toMatch(/\d (losses|legs|sessions|positions) (positions|different|daily|are new)/);
    expect(text).not.toMatch(/[{}]|undefined|NaN/);
    expect(text).toMatch(/^[A-Z0-9]/);
    expect(text).not.toMatch(/\.$/);
  });

  it('cites where it comes from', () => {
    expect(rule.source).toMatch(/\[seed\]|§\d/);
  });
});
