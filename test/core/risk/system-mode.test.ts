import { describe, expect, it } from 'vitest';
import {
  absorbingStates,
  systemMode,
  type AbsorbedElsewhere,
  type RiskState,
  type SystemModeAnswer,
} from '../../../core/index.js';
import { after, at, capital, limits, sampled, started, usd, vixAt, vixClose } from './account.js';

const calm: RiskState = after([vixClose('2025-03-13', 18), sampled(at('2025-03-14', 9, 30), capital)]).state;
const modeOf = (
  risk: RiskState,
  switches: { operatorHalt?: boolean; manual?: boolean } = {},
): SystemModeAnswer => systemMode({ risk, operatorHalt: false, manual: false, ...switches }, limits);
const flattening: RiskState = {
  ...calm,
  closing: { ...calm.closing, flatten: { since: at('2025-03-14', 10, 0), causes: ['margin'] } },
};
const since = at('2025-03-14', 10, 0);

describe('the mode of the system', () => {
  it('is Normal for a calm account and NoEntries before VIX is known', () => {
    expect(modeOf(calm)).toEqual({ mode: 'Normal', reasons: [] });
    expect(modeOf(started)).toMatchObject({
      mode: 'NoEntries',
      reasons: [{ rule: 'strat.vixNotPanic', verdict: { _tag: 'Unknown' } }],
    });
  });

  it.each([
    [usd(95_000.01), 'Normal', []],
    [usd(95_000), 'NoEntries', ['risk.loss.day']],
    [usd(90_000), 'NoEntries', ['risk.loss.day', 'risk.loss.week']],
    [usd(85_000), 'NoEntries', ['risk.drawdownLevel', 'risk.loss.day', 'risk.loss.week', 'risk.loss.month']],
  ])('at %i cents of 10,000,000 is %s by %o', (equity, mode, rules) => {
    const answer = modeOf({ ...calm, equity });
    expect([answer.mode, answer.reasons.map(({ rule }) => rule)]).toEqual([mode, rules]);
  });

  it('is NoEntries in a panic, on a tripped breaker and in manual mode', () => {
    expect(modeOf(after([vixAt(at('2025-03-14', 9, 31), 40)], calm).state).mode).toBe('NoEntries');
    expect(modeOf(calm, { manual: true }).mode).toBe('NoEntries');
    const trip = { reasons: ['losses' as const], at: since, lastBreach: since, lockedSince: null };
    const tripped: RiskState = { ...calm, breaker: { _tag: 'Tripped', equityAtTrip: capital, ...trip } };
    expect(modeOf(tripped)).toMatchObject({
      mode: 'NoEntries',
      reasons: [{ rule: 'risk.breakersNotTripped' }],
    });
  });

  it('is ReduceOnly while short premium is bought back, and Halted above all, with every reason', () => {
    expect(modeOf(flattening, { manual: true }).mode).toBe('ReduceOnly');
    const halted = modeOf(flattening, { operatorHalt: true });
    expect(halted.mode).toBe('Halted');
    expect(halted.reasons.map(({ rule }) => rule)).toEqual(['mode.notHalted', 'mode.nothingToFlatten']);
  });
});

describe('absorbing states', () => {
  const elsewhere: AbsorbedElsewhere = { phaseFloorSince: null, noEdge: [] };
  const of = (change: Partial<RiskState>, other: Partial<AbsorbedElsewhere> = {}) =>
    absorbingStates({ ...calm, ...change }, { ...elsewhere, ...other }, limits);
  const trip = { _tag: 'Tripped', at: since, equityAtTrip: usd(97_000), lastBreach: since } as const;

  it('are none for a calm account', () => {
    expect(of({})).toEqual([]);
  });

  it('say since when and what would end them', () => {
    const states = of(
      { breaker: { ...trip, reasons: ['rapid drawdown'], lockedSince: at('2025-03-14', 10, 1) } },
      { phaseFloorSince: since, noEdge: [{ strategy: 'lt112', since }] },
    );
    expect(states.map(({ what }) => what)).toEqual([
      'phase 0',
      'breaker locked: rapid drawdown',
      'no edge: lt112',
    ]);
    expect(states[0]?.wayOut).toContain('$30000');
    expect(states[1]).toMatchObject({ since: at('2025-03-14', 10, 1) });
    expect(states[1]?.wayOut).not.toContain('equity');
  });

  it('name the equity that ends a trip, and the sessions that end a drawdown', () => {
    const [tripped, stopped] = of({
      equity: usd(85_000),
      breaker: { ...trip, reasons: ['losses'], lockedSince: null },
      drawdown: { ...calm.drawdown, noEntriesSince: since, flatSessions: 7 },
    });
    expect(tripped?.wayOut).toContain('$98940.00');
    expect(stopped?.wayOut).toBe(
      'equity above $85000.00, 20 sessions without short premium (7 so far), or an operator re-bases the peak',
    );
  });

  it('leave only the operator from 30% below the inception peak', () => {
    const [stopped] = of({ equity: usd(70_000), drawdown: { ...calm.drawdown, noEntriesSince: since } });
    expect(stopped?.wayOut).toBe('equity above $85000.00, or an operator re-bases the peak');
  });
});
