import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRight } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { catalogue, checkCatalogue, deriveRules, seedRules } from '../../../core/index.js';
import { writtenRules } from '../rule-set/all-rules.js';

/** The 47 checks before any position, in the binding ids and order of R§3.2. */
const bindingChecks = [
  'data.underlying.fresh',
  'data.underlying.sane',
  'data.vix.present',
  'data.vix.fresh',
  'data.chain.fresh',
  'data.chain.complete',
  'data.legs.quotes',
  'data.legs.liquidity',
  'data.legs.greeks',
  'time.tradingDay',
  'time.session',
  'time.entryWindow',
  'time.exitRunway',
  'event.macro',
  'event.corporate',
  'sys.config',
  'sys.state',
  'sys.manualMode',
  'sys.strategyState',
  'sys.noIncompleteGroups',
  'sys.reconciled',
  'sys.coordination',
  'acct.phase',
  'acct.strategyAllowed',
  'acct.totalPositions',
  'acct.strategyPositions',
  'strat.vixRange',
  'strat.vixNotPanic',
  'strat.structure',
  'strat.dte',
  'strat.credit',
  'strat.marketFilter',
  'risk.cb.drawdown',
  'risk.cb.correlation',
  'risk.cb.margin',
  'risk.cb.losses',
  'risk.groupLimit',
  'risk.spyEquivalent',
  'risk.singleUnderlying',
  'risk.shortVol',
  'risk.drawdownLevel',
  'size.positive',
  'size.caps',
  'size.buyingPower',
  'greeks.projected',
  'exec.brokerReady',
  'exec.orderReady',
];

const coreFolder = new URL('../../../core', import.meta.url).pathname;

/** The id of every `defineRule({ id: '...' })` in the sources. */
const definedIds = readdirSync(coreFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('rule-set'))
  .flatMap((file) => [
    ...readFileSync(join(coreFolder, file), 'utf8').matchAll(/defineRule\(\{\s*id: '([^']+)'/g),
  ])
  .map(([, id = '']) => id);

describe('the rule catalogue', () => {
  const entries = catalogue(seedRules);

  it('lists every rule that is defined anywhere in the core, once', () => {
    expect(entries.map(({ id }) => id).sort()).toEqual([...definedIds].sort());
  });

  it('gives no id to two rules', () => {
    expect(new Set(definedIds).size).toBe(definedIds.length);
    expect(new Set(writtenRules.map(({ id }) => id)).size).toBe(new Set(writtenRules).size);
  });

  it('says of each what it asks, where it stands and where it comes from', () => {
    entries.forEach(({ statement, source, where }) => {
      expect(statement).not.toMatch(/[{}]/);
      expect([statement, source, where]).not.toContain('');
    });
    expect(entries.find(({ id }) => id === 'friday-0dte.vix')).toEqual({
      id: 'friday-0dte.vix',
      statement: 'VIX is above 22 vol points; the bound itself rejects',
      source: '[seed] STRATEGY_VIX_REQUIREMENTS; §2 #3, #11; D§1',
      parameters: ['friday0dte.vixAbove'],
      where: 'strategies/friday-0dte',
    });
  });

  it('prints the numbers of the rule set it is asked for', () => {
    const derived = deriveRules(seedRules, 'low credit', {
      'lt112.minimumCredit': 0.06,
      'exit.stopMultiple': 2,
    });
    const text = (id: string): string | undefined =>
      isRight(derived) ? catalogue(derived.right).find((entry) => entry.id === id)?.statement : undefined;
    expect(text('lt112.credit')).toContain('at least 6% of the width');
    expect(text('exit.stop')).toBe('Close when closing costs at least 2× the credit');
  });
});

describe('the 47 checks', () => {
  it('are exactly the binding ids in the binding order', () => {
    expect(bindingChecks).toHaveLength(47);
    expect(checkCatalogue(seedRules).map(({ id }) => id)).toEqual(bindingChecks);
    expect(checkCatalogue(seedRules).map(({ number }) => number)).toEqual(
      bindingChecks.map((_, index) => index + 1),
    );
  });

  it('each say what they require, with the numbers of the rule set', () => {
    checkCatalogue(seedRules).forEach(({ requirement }) => {
      expect(requirement).not.toBe('');
      expect(requirement).not.toMatch(/[{}]/);
    });
  });
});
