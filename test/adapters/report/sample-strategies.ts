import type { CurveRow, FunnelRow, StrategyFacts, TradeRow } from '../../../adapters/report/index.js';

/** The two strategies with the rules that stopped them; the statements are as long as the longest real ones. */
export const sampleStrategies = (
  curve: ReadonlyArray<CurveRow>,
  trades: ReadonlyArray<TradeRow>,
): ReadonlyArray<StrategyFacts> => [fridayZeroDay(curve, trades), lt112(curve.length)];

const fridayZeroDay = (curve: ReadonlyArray<CurveRow>, trades: ReadonlyArray<TradeRow>): StrategyFacts => {
  const traded = new Set(trades.filter(({ root }) => root === 'ES').map(({ expiry }) => expiry));
  const fridays = curve.filter(({ date }) => new Date(date).getUTCDay() === 5);
  return {
    id: 'friday-0dte',
    title: 'Friday 0DTE',
    trades: 7,
    wins: 5,
    losses: 2,
    winRate: 5 / 7,
    winRateInterval: [0.359, 0.918],
    few: true,
    profit: 114,
    fees: 140.77,
    profitFactor: 0.94,
    averageWin: 85.19,
    averageLoss: 226.36,
    funnel: {
      opportunities: fridays.length,
      evaluations: 1_204,
      proposed: 13,
      ordered: 8,
      filled: 7,
      stoppedBy: fridayRules,
      dates: fridays.map(({ date, vix }) => ({
        date,
        at: `${date} 10:30`,
        vix,
        outcome: traded.has(date) ? 'filled' : 'refused',
        blockedBy: traded.has(date)
          ? []
          : vix !== null && vix > 22
            ? ['A45.greeks', 'kelly.edge']
            : ['friday-0dte.vix'],
      })),
    },
  };
};

const fridayRules: ReadonlyArray<FunnelRow> = [
  {
    rule: 'friday-0dte.vix',
    statement: 'VIX is above 22; the bound itself rejects',
    sessions: 132,
    alone: 121,
    unknown: 1,
    nearest: { at: '2024-09-06 10:30', observed: 21.98, limit: 22, distance: 0.02, unit: 'vol points' },
  },
  {
    rule: 'A45.greeks',
    statement:
      'With this position the book keeps |delta| <= 500, |gamma| <= 20 SPY shares per $1 and vega at or above -750 USD per vol point, each measured beta-weighted in SPY-equivalent shares at the instant of the proposal & not before',
    sessions: 5,
    alone: 3,
    unknown: 0,
    nearest: { at: '2025-03-14 10:30', observed: 20.4, limit: 20, distance: 0.4, unit: 'SPY shares per $1' },
  },
  {
    rule: 'friday-0dte.release-distance',
    statement: 'No FOMC, CPI or NFP release within 120 whole minutes of the entry',
    sessions: 2,
    alone: 2,
    unknown: 0,
    nearest: { at: '2023-10-06 10:30', observed: 119, limit: 120, distance: 1, unit: 'minutes' },
  },
  {
    rule: 'kelly.edge',
    statement: 'The position is sized at one contract or more; without a Kelly edge it is 0',
    sessions: 3,
    alone: 1,
    unknown: 0,
    nearest: null,
  },
];

const lt112 = (sessions: number): StrategyFacts => ({
  id: 'lt112',
  title: 'LT112 put spread',
  trades: 4,
  wins: 3,
  losses: 1,
  winRate: 0.75,
  winRateInterval: [0.301, 0.954],
  few: true,
  profit: -17.65,
  fees: 11,
  profitFactor: 0.86,
  averageWin: 54.33,
  averageLoss: 189.45,
  funnel: {
    opportunities: sessions,
    evaluations: 12_032,
    proposed: 21,
    ordered: 6,
    filled: 5,
    stoppedBy: [
      {
        rule: 'lt112.credit',
        statement: 'The credit is at least 20% of the width',
        sessions: 688,
        alone: 402,
        unknown: 0,
        nearest: { at: '2024-08-05 10:30', observed: 0.1987, limit: 0.2, distance: 0.0013, unit: 'fraction' },
      },
      {
        rule: 'lt112.trend',
        statement: 'The EMA of 8 daily closes is above the EMA of 21',
        sessions: 231,
        alone: 18,
        unknown: 0,
        nearest: { at: '2023-05-25 10:30', observed: -0.12, limit: 0, distance: 0.12, unit: 'points' },
      },
      {
        rule: 'entry.window',
        statement: 'The entry is made between 09:45 and 14:00',
        sessions: 1,
        alone: 1,
        unknown: 0,
        nearest: {
          at: '2023-11-24 14:05',
          observed: 50_700,
          limit: 50_400,
          distance: 300,
          unit: 'time of day',
        },
      },
    ],
    dates: [],
  },
});
