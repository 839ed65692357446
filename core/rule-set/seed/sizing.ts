import { locked, open } from '../parameter.js';

const cap = '[seed] BP% per strategy; D§1';
const prior = 'R§4.1 priors; D§1';
const sample = 'D§5.7: trades before the prior alone may size';

/** Kelly, the statistics it works on, and the caps of each strategy. */
export const sizing = {
  'kelly.factor': locked(0.25, 'fraction', '[seed] Kelly 0.25; R§4.1', 'lower'),
  'kelly.priorWeight': open(20, 'trades', 'D§5.7'),
  'kelly.realisedCloses': open(100, 'trades', 'D§5.16'),
  'statistics.few': open(20, 'trades', 'D§5.21'),
  'statistics.standardErrors': locked(1.96, 'multiple', 'D§5.21: an interval of 95%'),
  'statistics.sessionsPerYear': locked(252, 'sessions', 'R§9 Sharpe ratio'),
  'friday0dte.buyingPower': locked(0.05, 'fraction', cap, 'lower'),
  'lt112.buyingPower': locked(0.1, 'fraction', cap, 'lower'),
  'ipmcc.buyingPower': locked(0.08, 'fraction', cap, 'lower'),
  'strangle.buyingPower': locked(0.07, 'fraction', cap, 'lower'),
  'ladder.rungMinimum': locked(0.02, 'fraction', cap),
  'ladder.rungMaximum': locked(0.03, 'fraction', cap, 'lower'),
  'ladder.total': locked(0.15, 'fraction', cap, 'lower'),
  'friday0dte.contracts': open(10, 'contracts', 'R§4.2; D§5.7', 'lower'),
  'friday0dte.contractsHighVix': open(3, 'contracts', 'R§4.2; D§5.7', 'lower'),
  'friday0dte.highVix': open(25, 'vol points', 'R§4.2; D§5.7', 'lower'),
  'lt112.contracts': open(5, 'contracts', 'R§4.2; D§5.7', 'lower'),
  'ipmcc.contracts': open(5, 'contracts', '[seed]; D§5.7', 'lower'),
  'strangle.contracts': open(3, 'contracts', 'R§4.2; D§5.7', 'lower'),
  'friday0dte.winRate': open(0.88, 'fraction', prior),
  'friday0dte.averageWin': open(0.5, 'multiple', prior),
  'friday0dte.averageLoss': open(1, 'multiple', prior),
  'lt112.winRate': open(0.75, 'fraction', prior),
  'lt112.averageWin': open(0.3, 'multiple', prior),
  'lt112.averageLoss': open(0.2, 'multiple', prior),
  'strangle.winRate': open(0.7, 'fraction', prior),
  'strangle.averageWin': open(0.5, 'multiple', prior),
  'strangle.averageLoss': open(0.3, 'multiple', prior),
  'ipmcc.winRate': open(0.75, 'fraction', prior),
  'ipmcc.averageWin': open(0.5, 'multiple', prior),
  'ipmcc.averageLoss': open(1, 'multiple', prior),
  'friday0dte.sampleTrades': open(50, 'trades', sample, 'higher'),
  'lt112.sampleTrades': open(30, 'trades', sample, 'higher'),
  'strangle.sampleTrades': open(20, 'trades', sample, 'higher'),
  'ipmcc.sampleTrades': open(30, 'trades', sample, 'higher'),
} as const;
