import { describe, expect, it } from 'vitest';
import {
  isParameterName,
  limitsOf,
  parameterNames,
  seedRules,
  type ParameterName,
} from '../../../core/index.js';

const { parameters } = seedRules;

describe('every parameter of the seed', () => {
  it.each(parameterNames)('%s has a finite value or a choice, a unit and a source', (name) => {
    const { value, unit, source, choices } = parameters[name] as {
      value: number | string;
      unit: string;
      source: string;
      choices?: ReadonlyArray<string>;
    };
    if (choices === undefined) expect(Number.isFinite(value)).toBe(true);
    else expect(choices).toContain(value);
    expect(unit).not.toBe('');
    expect(unit === 'choice').toBe(choices !== undefined);
    // The seed, the strategies specification, the risk specification or the decisions, by section.
    expect(source).toMatch(/\[seed\]|(^|[^§])§\d|R§\d|D§\d/);
  });

  it.each([
    ['time of day', 0, 86_399],
    ['fraction', 0, 1],
    ['ratio', -1, 1],
    ['sessions', 1, Infinity],
    ['minutes', 1, Infinity],
    ['legs', 1, Infinity],
  ])('in %s lies from %d to %d', (unit, lowest, highest) => {
    const values = parameterNames
      .filter((name) => parameters[name].unit === unit)
      .map((name) => parameters[name].value);
    expect(values).not.toHaveLength(0);
    values.forEach((value) => {
      expect(value).toBeGreaterThanOrEqual(lowest);
      expect(value).toBeLessThanOrEqual(highest);
    });
  });

  it('cannot be changed in place', () => {
    const table = parameters as unknown as Record<string, { value: unknown }>;
    expect(() => {
      table['vix.panic']!.value = 99;
    }).toThrow(TypeError);
    expect(() => {
      table['vix.panic'] = { value: 99 };
    }).toThrow(TypeError);
    expect(() => {
      Object.assign(seedRules, { parameters: {} });
    }).toThrow(TypeError);
    expect(limitsOf(seedRules)['vix.panic']).toBe(40);
  });
});

/** Read off the decisions, line by line; true where the decisions say that the number is locked. */
const decided: ReadonlyArray<readonly [name: ParameterName, value: number | string, locked: boolean]> = [
  // §1 Phases, positions, concentration.
  ['phase1.equity', 30_000, true],
  ['phase2.equity', 40_000, true],
  ['phase3.equity', 60_000, true],
  ['phase4.equity', 100_000, true],
  ['phase1.positions', 3, true],
  ['phase2.positions', 5, true],
  ['phase3.positions', 7, true],
  ['phase4.positions', 10, true],
  ['spyEquivalent.positions', 3, true],
  ['singleUnderlying.positions', 2, true],
  ['shortVolatility.positions', 5, true],
  ['equityGroup.positions', 3, false],
  // §1 VIX regimes and size multiplier.
  ['vix.normal', 15, true],
  ['vix.elevated', 25, true],
  ['vix.panic', 40, true],
  ['vix.panicJump', 1.5, false],
  ['size.complacent', 0.75, false],
  ['size.taperFrom', 25, false],
  ['size.taperTo', 35, false],
  ['size.taperEnd', 0.5, false],
  ['size.high', 0.25, false],
  // §1 Kelly, statistics, BP per position, phase caps, margin.
  ['kelly.factor', 0.25, true],
  ['friday0dte.winRate', 0.88, false],
  ['friday0dte.averageWin', 0.5, false],
  ['friday0dte.averageLoss', 1, false],
  ['lt112.winRate', 0.75, false],
  ['lt112.averageWin', 0.3, false],
  ['lt112.averageLoss', 0.2, false],
  ['friday0dte.buyingPower', 0.05, true],
  ['lt112.buyingPower', 0.1, true],
  ['ipmcc.buyingPower', 0.08, true],
  ['strangle.buyingPower', 0.07, true],
  ['ladder.rungMinimum', 0.02, true],
  ['ladder.rungMaximum', 0.03, true],
  ['ladder.total', 0.15, true],
  ['phase1.positionBuyingPower', 0.05, false],
  ['phase4.positionBuyingPower', 0.15, false],
  ['phase1.totalBuyingPower', 0.3, false],
  ['phase2.totalBuyingPower', 0.5, false],
  ['phase3.totalBuyingPower', 0.65, false],
  ['phase4.totalBuyingPower', 0.8, false],
  ['reserve.buyingPower', 0.2, false],
  ['margin.trip', 0.8, true],
  ['margin.usageCalm', 0.8, false],
  ['margin.usageRaised', 0.7, false],
  ['margin.usageHigh', 0.6, false],
  ['margin.usagePanic', 0.5, false],
  // §1 Breakers, recovery, drawdown, loss limits.
  ['rapidDrawdown.trip', 0.03, true],
  ['rapidDrawdown.window', 5, true],
  ['correlation.trip', 0.9, true],
  ['losses.trip', 3, true],
  ['breaker.cooldown', 24, false],
  ['correlation.recover', 0.7, false],
  ['breaker.recoverVix', 25, false],
  ['breaker.recoverEquity', 1.02, false],
  ['drawdown.halve', 0.1, false],
  ['drawdown.noEntries', 0.15, false],
  ['drawdown.closeAll', 0.2, false],
  ['drawdown.profitTarget', 0.25, false],
  ['loss.day', 0.05, false],
  ['loss.week', 0.1, false],
  ['loss.month', 0.15, false],
  // §1 Greeks by phase.
  ['phase1.delta', 300, true],
  ['phase2.delta', 500, true],
  ['phase3.delta', 750, true],
  ['phase4.delta', 1_000, true],
  ['phase1.gamma', 10, true],
  ['phase4.gamma', 40, true],
  ['phase1.vega', -500, false],
  ['phase4.vega', -1_500, false],
  // §1 Exits, times, events, warm-up, data quality, fees.
  ['exit.daysToExpiration', 21, true],
  ['exit.profitTarget', 0.5, false],
  ['exit.stopMultiple', 3, false],
  ['friday0dte.windowStart', 9 * 3_600 + 45 * 60, true],
  ['friday0dte.decisionTime', 10 * 3_600 + 30 * 60, true],
  ['friday0dte.exitTime', 15 * 3_600 + 30 * 60, true],
  ['friday0dte.earlyExit', 30, true],
  ['friday0dte.runway', 120, true],
  ['session.persistTime', 15 * 3_600 + 45 * 60, true],
  ['entry.notBefore', 9 * 3_600 + 45 * 60, false],
  ['entry.notAfter', 14 * 3_600, false],
  ['friday0dte.eventDistance', 120, false],
  ['session.warmUp', 60, false],
  ['age.underlying', 30, false],
  ['age.legQuote', 45, false],
  ['age.chain', 60, false],
  ['age.vix', 300, false],
  ['fee.equityOptionOpen', 1, false],
  ['fee.equityOptionLegCap', 10, false],
  ['fee.futureOption', 2.5, false],
  ['fee.microFutureOption', 1.5, false],
  ['fee.assignment', 5, false],
  // §2 Strategies.
  ['friday0dte.vixAbove', 22, true],
  ['friday0dte.fullSizeEquity', 40_000, true],
  ['friday0dte.structure', 'iron-condor', false],
  ['friday0dte.atrMultiple', 0.7, false],
  ['friday0dte.minimumDistance', 10, false],
  ['friday0dte.strikeRounding', 5, false],
  ['friday0dte.wing', 30, false],
  ['friday0dte.wideWing', 50, false],
  ['friday0dte.flatBy', 15 * 3_600 + 35 * 60, false],
  ['lt112.daysToExpiration', 112, false],
  ['lt112.daysTolerance', 10, false],
  ['lt112.strikeRatio', 0.9, false],
  ['lt112.width', 5, false],
  ['lt112.minimumCredit', 0.2, false],
  ['lt112.vixAbove', 12, true],
  ['lt112.vixBelow', 35, true],
  ['lt112.fastAverage', 8, false],
  ['lt112.slowAverage', 21, false],
  ['phase1.lt112', 0, false],
  ['phase2.lt112', 2, false],
  ['phase3.lt112', 3, false],
  ['phase4.lt112', 3, false],
];

describe('the decided numbers', () => {
  it.each(decided)('%s is %s, locked: %s', (name, value, locked) => {
    expect(isParameterName(name)).toBe(true);
    expect(parameters[name].value).toBe(value);
    expect(parameters[name].locked).toBe(locked);
  });
});
