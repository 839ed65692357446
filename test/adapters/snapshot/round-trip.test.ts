import { isLeft } from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { decodeSnapshot, encodeSnapshot, engineInput } from '../../../adapters/snapshot/index.js';
import {
  allStrategies,
  createEngine,
  eventsAt,
  limitsOf,
  rulesFromFile,
  seedRules,
  type AppState,
  type Decision,
  type RuleSet,
} from '../../../core/index.js';
import { pricing } from '../../../pricing-wasm/index.js';
import { momentsOf, type Moment } from './captured.js';

/** The engine's decisions at a moment it knows only from the moment's file. */
const decisionsFrom = ({ snapshot }: Moment, rules: RuleSet): ReadonlyArray<Decision> => {
  const decoded = decodeSnapshot(JSON.parse(JSON.stringify(encodeSnapshot(snapshot))));
  if (isLeft(decoded)) throw new Error(JSON.stringify(decoded.left[0]));
  const input = engineInput(decoded.right, rules);
  if (isLeft(input)) throw new Error(JSON.stringify(input.left[0]));
  const { step } = createEngine({ pricing, rules });
  let state: AppState = input.right.state;
  return eventsAt(input.right.market, allStrategies, limitsOf(rules)).flatMap((event, index) => {
    const taken = step(state, event);
    state = taken.state;
    return taken.decisions.filter(({ subject }) => index === 0 || subject === 'entry');
  });
};

const easyCredit = (): RuleSet => {
  const derived = rulesFromFile({
    extends: 'seed',
    name: 'easy credit',
    set: { 'lt112.minimumCredit': 0.06 },
  });
  if (isLeft(derived)) throw new Error('the rule set cannot be derived');
  return derived.right;
};

describe('a snapshot of the replay', () => {
  test('decides what the replay decided, through entry, holding and exit of a 0DTE condor', () => {
    const moments = momentsOf({ capital: 30_000, from: '2025-03-06', to: '2025-03-10' });
    const outcomes = new Set(
      moments.flatMap(({ decisions }) => decisions.map(({ outcome }) => outcome._tag)),
    );
    expect(outcomes).toEqual(new Set(['Refused', 'Ordered', 'Held', 'Closing']));
    for (const moment of moments) expect(decisionsFrom(moment, seedRules)).toEqual(moment.decisions);
  });

  test('decides what the replay decided with LT112 spreads in the book and trades behind it', () => {
    const rules = easyCredit();
    const moments = momentsOf({ capital: 60_000, from: '2023-01-03', to: '2023-06-30', rules }).filter(
      (_, index) => index % 15 === 0,
    );
    expect(moments.some(({ snapshot }) => snapshot.positions.length > 0)).toBe(true);
    expect(moments.some(({ snapshot }) => snapshot.closedTrades.length > 0)).toBe(true);
    for (const moment of moments) expect(decisionsFrom(moment, rules)).toEqual(moment.decisions);
  });
});
