import { locked, open } from '../parameter.js';

const breakers = '[seed] CIRCUIT_BREAKERS; D§1, D§5.3';
const recovery = 'R§2.2; D§1, D§5.3';
const drawdown = 'R§2.7; D§1, D§5.5';
const cadence = '[seed] runtime execution; D§1: event-driven, these as maximum age';
const greeks = '[seed] Greeks limits by phase; R§5.1; D§1';

/** Circuit breakers, drawdown, loss limits, margin and Greeks. */
export const risk = {
  'rapidDrawdown.trip': locked(0.03, 'fraction', breakers, 'lower'),
  'rapidDrawdown.window': locked(5, 'minutes', breakers),
  'rapidDrawdown.warn': open(0.024, 'fraction', recovery, 'lower'),
  'rapidDrawdown.flatten': open(0.045, 'fraction', recovery, 'lower'),
  'breaker.warnSize': open(0.5, 'multiple', recovery, 'lower'),
  'correlation.trip': locked(0.9, 'ratio', breakers, 'lower'),
  'correlation.noEntries': open(0.8, 'ratio', recovery, 'lower'),
  'correlation.halve': open(0.72, 'ratio', recovery, 'lower'),
  'correlation.recover': open(0.7, 'ratio', recovery, 'lower'),
  'correlation.observations': open(20, 'sessions', 'R§2.8; D§1, D§5.4', 'higher'),
  'margin.trip': locked(0.8, 'fraction', breakers, 'lower'),
  'margin.warn': open(0.64, 'fraction', recovery, 'lower'),
  'margin.flatten': open(1, 'fraction', recovery, 'lower'),
  'losses.trip': locked(3, 'losses', breakers, 'lower'),
  'losses.warn': open(2, 'losses', recovery, 'lower'),
  'breaker.cooldown': open(24, 'hours', recovery, 'higher'),
  'breaker.recoverVix': open(25, 'vol points', recovery, 'lower'),
  'breaker.recoverEquity': open(1.02, 'multiple', recovery, 'higher'),
  'probation.sessions': open(1, 'sessions', recovery, 'higher'),
  'probation.newPositions': open(1, 'positions', recovery, 'lower'),

  'cadence.breakers': open(1, 'minutes', cadence),
  'cadence.greeks': open(15, 'minutes', cadence),
  'cadence.correlation': open(30, 'minutes', cadence),
  'cadence.safety': open(5, 'minutes', cadence),

  'margin.vixCalm': open(20, 'vol points', 'R§2.6 margin by VIX; D§1', 'lower'),
  'margin.vixRaised': open(30, 'vol points', 'R§2.6 margin by VIX; D§1', 'lower'),
  'margin.vixPanic': open(40, 'vol points', 'R§2.6 margin by VIX; D§1', 'lower'),
  'margin.usageCalm': open(0.8, 'fraction', 'R§2.6 margin by VIX; D§1', 'lower'),
  'margin.usageRaised': open(0.7, 'fraction', 'R§2.6 margin by VIX; D§1', 'lower'),
  'margin.usageHigh': open(0.6, 'fraction', 'R§2.6 margin by VIX; D§1', 'lower'),
  'margin.usagePanic': open(0.5, 'fraction', 'R§2.6 margin by VIX; D§1', 'lower'),

  'drawdown.halve': open(0.1, 'fraction', drawdown, 'lower'),
  'drawdown.noEntries': open(0.15, 'fraction', drawdown, 'lower'),
  'drawdown.closeAll': open(0.2, 'fraction', drawdown, 'lower'),
  'drawdown.halveSize': open(0.5, 'multiple', drawdown, 'lower'),
  'drawdown.profitTarget': open(0.25, 'fraction', drawdown, 'lower'),
  'drawdown.rebaseAfter': open(20, 'sessions', 'D§5.5', 'higher'),
  'drawdown.operatorOnly': open(0.3, 'fraction', 'D§5.5', 'lower'),

  'loss.day': open(0.05, 'fraction', 'R§2.2 loss limits; D§1', 'lower'),
  'loss.week': open(0.1, 'fraction', 'R§2.2 loss limits; D§1', 'lower'),
  'loss.month': open(0.15, 'fraction', 'R§2.2 loss limits; D§1', 'lower'),
  'safety.tradeRisk': open(0.02, 'fraction', 'R§2.2 position safety, reported only; D§1'),
  'safety.lossesPerDay': open(3, 'losses', 'R§2.2 position safety, reported only; D§1'),

  'phase1.delta': locked(300, 'SPY shares', greeks, 'lower'),
  'phase2.delta': locked(500, 'SPY shares', greeks, 'lower'),
  'phase3.delta': locked(750, 'SPY shares', greeks, 'lower'),
  'phase4.delta': locked(1_000, 'SPY shares', greeks, 'lower'),
  'phase1.gamma': locked(10, 'SPY shares per $1', greeks, 'lower'),
  'phase2.gamma': locked(20, 'SPY shares per $1', greeks, 'lower'),
  'phase3.gamma': locked(30, 'SPY shares per $1', greeks, 'lower'),
  'phase4.gamma': locked(40, 'SPY shares per $1', greeks, 'lower'),
  'phase1.vega': open(-500, 'USD per vol point', greeks, 'higher'),
  'phase2.vega': open(-750, 'USD per vol point', greeks, 'higher'),
  'phase3.vega': open(-1_000, 'USD per vol point', greeks, 'higher'),
  'phase4.vega': open(-1_500, 'USD per vol point', greeks, 'higher'),
  'phase1.theta': open(100, 'USD per day', 'R§5.1, a target, reported only'),
  'phase2.theta': open(200, 'USD per day', 'R§5.1, a target, reported only'),
  'phase3.theta': open(350, 'USD per day', 'R§5.1, a target, reported only'),
  'phase4.theta': open(500, 'USD per day', 'R§5.1, a target, reported only'),
  'greeks.warn': open(0.8, 'fraction', 'R§5.3; D§1', 'lower'),
} as const;
