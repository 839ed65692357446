import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parameterNames } from '../../../core/index.js';
import { writtenRules } from './all-rules.js';

/** Parameters nobody reads yet, each with what waits for it. The list may only shrink. */
const waiting: Readonly<Record<string, string>> = {
  'ipmcc.buyingPower': 'the IPMCC strategy',
  'ipmcc.contracts': 'the IPMCC strategy',
  'ipmcc.winRate': 'the IPMCC strategy',
  'ipmcc.averageWin': 'the IPMCC strategy',
  'ipmcc.averageLoss': 'the IPMCC strategy',
  'ipmcc.sampleTrades': 'the IPMCC strategy',
  'strangle.buyingPower': 'the futures strangle',
  'strangle.contracts': 'the futures strangle',
  'strangle.winRate': 'the futures strangle',
  'strangle.averageWin': 'the futures strangle',
  'strangle.averageLoss': 'the futures strangle',
  'strangle.sampleTrades': 'the futures strangle',
  'liquidity.strangleLegWidth': 'the futures strangle',
  'ladder.rungMinimum': 'the LEAP ladder',
  'ladder.rungMaximum': 'the LEAP ladder',
  'ladder.total': 'the LEAP ladder',
  'fee.future': 'a strategy that trades or delivers futures',
  'fee.microFuture': 'a strategy that trades or delivers futures',
  'friday0dte.structure': 'the broken wing and its chooser',
  'friday0dte.wideWing': 'the broken wing and its chooser',
  'correlation.observations': 'correlation of two or more groups (D§5.4)',
  'cadence.breakers': 'maximum age of what the engine recomputes on events',
  'cadence.greeks': 'maximum age of what the engine recomputes on events',
  'cadence.correlation': 'maximum age of what the engine recomputes on events',
  'cadence.safety': 'maximum age of what the engine recomputes on events',
  'age.greeks': 'a live feed of Greeks; ours are computed at the step',
  'age.equity': 'a live account feed',
  'safety.tradeRisk': 'the position-safety lines of the report',
  'safety.lossesPerDay': 'the position-safety lines of the report',
  'phase1.theta': 'the theta target in the report',
  'phase2.theta': 'the theta target in the report',
  'phase3.theta': 'the theta target in the report',
  'phase4.theta': 'the theta target in the report',
};

const coreFolder = new URL('../../../core', import.meta.url).pathname;

const sourcesOutsideTheRuleSet = readdirSync(coreFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('rule-set'))
  .map((file) => readFileSync(join(coreFolder, file), 'utf8'))
  .join('\n');

const capturedBy = (pattern: RegExp): ReadonlyArray<string> =>
  [...sourcesOutsideTheRuleSet.matchAll(pattern)].map(([, kind = '']) => kind);

// `phaseLimit(limits, phase, 'delta')` reads one of four parameters, `strategyLimit` one of two.
const phaseKinds = capturedBy(/phaseLimit\([^)]*'(\w+)'\)/g);
const strategyKinds = capturedBy(/strategyLimit\([^)]*'(\w+)'\)/g);
const readByKind: ReadonlySet<string> = new Set([
  ...phaseKinds.flatMap((kind) => [1, 2, 3, 4].map((phase) => `phase${phase}.${kind}`)),
  ...strategyKinds.flatMap((kind) => ['friday0dte', 'lt112'].map((strategy) => `${strategy}.${kind}`)),
]);
const namedByRules: ReadonlySet<string> = new Set(writtenRules.flatMap(({ parameters }) => parameters));

const isRead = (name: string): boolean =>
  namedByRules.has(name) || readByKind.has(name) || sourcesOutsideTheRuleSet.includes(`'${name}'`);

describe('every parameter', () => {
  it.each(parameterNames)(
    '%s is named by a rule or read by the core, or waits for something named here',
    (name) => {
      expect(isRead(name)).toBe(waiting[name] === undefined);
    },
  );

  it('that waits exists', () => {
    expect(Object.keys(waiting).filter((name) => !parameterNames.some((each) => each === name))).toEqual([]);
  });
});
