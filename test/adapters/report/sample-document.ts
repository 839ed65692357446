import type { CurveRow, ReplayDocument } from '../../../adapters/report/index.js';
import { sampleStrategies } from './sample-strategies.js';
import { sampleTrades } from './sample-trades.js';

/** Three made-up years that look like a replay: every part of the document is filled, some of it awkwardly. */
export const sampleDocument = (): ReplayDocument => {
  const curve = sampleCurve(752);
  const trades = sampleTrades(curve);
  return {
    schema: 'tomking.replay/1',
    ruleSet: {
      name: 'seed',
      version: '1.0.0',
      digest: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
      derivedFrom: null,
      differences: [],
    },
    run: {
      from: curve[0]!.date,
      to: curve.at(-1)!.date,
      capital: 50_000,
      strategies: ['friday-0dte', 'lt112'],
      operator: 'scripted',
      fills: 'slip',
      warmUpSessions: 60,
      sessions: curve.length,
      steps: 58_604,
      unknownSteps: 412,
      coverage,
      defects: [{ series: 'VIX, hourly', what: 'bars missing within a session', count: 14 }],
    },
    modelled: [
      'Option quotes: a chain fitted to VIX level and term structure, priced by Black-76 and Black-Scholes-Merton; no historical quote was available.',
      '0DTE variance runs on a trading-time clock with the previous VIX1D close, scaled by VIX and a factor fitted on one real chain (SPXW 2023-06-09 13:40).',
      'Margin: the worst loss over the outright maintenance margin and implied volatility ± 25%.',
      'The broker: healthy, and it fills at the concession of the ladder or better.',
    ],
    absorbing: [
      {
        what: 'NoEdge holds friday-0dte: the pooled Kelly fraction is -0.031, not above 0',
        since: '2025-04-04 15:30',
        wayOut: 'An operator event ends it; the scripted operator never does. Nothing in the market can.',
      },
    ],
    result: {
      startEquity: 50_000,
      endEquity: curve.at(-1)!.equity,
      cash: 50_655.24,
      realised: 655.24,
      unrealised: 0,
      fees: 214.76,
      return: curve.at(-1)!.equity / 50_000 - 1,
      indexReturn: curve.at(-1)!.index / 50_000 - 1,
      treasuryReturn: curve.at(-1)!.treasury / 50_000 - 1,
      maximumDrawdown: { fraction: 0.0341, peak: '2024-08-01', trough: '2024-08-09' },
      sharpe: 0.37,
      trades: trades.length,
      wins: trades.filter(({ profit }) => profit > 0).length,
      losses: trades.filter(({ profit }) => profit < 0).length,
    },
    limits,
    strategies: sampleStrategies(curve, trades),
    trades,
    curve,
    clockSensitivity: [
      { factor: 0.7, trades: 8, profit: 212.4, fees: 160.1 },
      { factor: 1, trades: 7, profit: 388.1, fees: 140.76 },
      { factor: 1.3, trades: 5, profit: -97.25, fees: 99.4 },
    ],
    unknown: [
      { rule: 'A23.events', fact: 'GDP releases', reason: 'no release is listed for <2023>', steps: 371 },
      {
        rule: 'lt112.iv-rank',
        fact: 'implied volatility history',
        reason: 'fewer than 252 sessions',
        steps: 41,
      },
    ],
    operator: [{ at: '2024-08-07 09:30', action: 'reset the rapid-drawdown breaker after its cooldown' }],
    alerts: [
      {
        at: '2024-08-05 09:35',
        severity: 'CRITICAL',
        text: 'Rapid drawdown of 3.2% within 5 minutes: entries stopped',
      },
      {
        at: '2024-08-07 09:30',
        severity: 'INFO',
        text: 'Probation began: phase-1 limits, one new position at a time',
      },
    ],
  };
};

const coverage: ReplayDocument['run']['coverage'] = [
  {
    series: 'S&P 500',
    from: '2022-10-05',
    to: '2023-06-30',
    resolution: 'hourly',
    source: 'public index bars, one hour',
  },
  {
    series: 'S&P 500',
    from: '2023-07-01',
    to: '2025-12-31',
    resolution: '5 min',
    source: 'public index bars, five minutes',
  },
  {
    series: 'VIX',
    from: '1990-01-02',
    to: '2025-12-31',
    resolution: 'daily',
    source: 'datasets/finance-vix (Cboe)',
  },
  {
    series: 'VIX',
    from: '2022-10-05',
    to: '2025-07-31',
    resolution: 'hourly',
    source: 'public index bars, one hour',
  },
  {
    series: '3-month Treasury yield',
    from: '1990-01-02',
    to: '2025-12-31',
    resolution: 'daily',
    source: 'US Treasury',
  },
];

const limits: ReplayDocument['limits'] = [
  {
    rule: 'positions.total',
    statement: 'Positions, open and working, are fewer than 5',
    verdict: 'Pass',
    text: '0 positions, below 5: 5 left',
  },
  {
    rule: 'spy-equivalent.positions',
    statement: 'Positions on the S&P 500, open and working, are fewer than 3',
    verdict: 'Pass',
    text: '0 positions, below 3: 3 left',
  },
  {
    rule: 'greeks.gamma',
    statement: '|gamma| of the book stays at or below 20 SPY shares per $1',
    verdict: 'Warn',
    text: '17.2 SPY shares per $1, at most 20: 2.8 left; half size',
  },
  {
    rule: 'kelly.edge',
    statement: 'f* = 0.25 × max(0, p − (1 − p) / b) is above 0; <NoEdge> is left only by an operator',
    verdict: 'Fail',
    text: '-0.031, above 0: 0.031 lacking',
  },
  {
    rule: 'correlation.portfolio',
    statement: 'Portfolio correlation is below 0.90',
    verdict: 'NotApplicable',
    text: 'the book is flat',
  },
  {
    rule: 'iv-rank.iwm',
    statement: 'IV rank of IWM is above 30',
    verdict: 'Unknown',
    text: 'IWM has no volatility index here',
  },
];

/** Weekdays from 2023-01-03; a crash around session 400 and another around 565, as VIX shows. */
const sampleCurve = (sessions: number): ReadonlyArray<CurveRow> => {
  const rows: CurveRow[] = [];
  let [day, index, treasury, highest, noise] = [Date.UTC(2023, 0, 3), 50_000, 50_000, 0, 42];
  while (rows.length < sessions) {
    const weekday = new Date(day).getUTCDay();
    const date = new Date(day).toISOString().slice(0, 10);
    day += 86_400_000;
    if (weekday === 0 || weekday === 6) continue;
    noise = (noise * 1_103_515_245 + 12_345) % 2_147_483_648;
    const shock = noise / 2_147_483_648 - 0.5;
    const at = rows.length;
    const fear = 16 * Math.exp(-Math.abs(at - 405) / 9) + 30 * Math.exp(-Math.abs(at - 588) / 14);
    const vix = Math.round((13.5 + 3 * Math.sin(at / 60) + fear + 3 * shock) * 100) / 100;
    index *= 1 + 0.0011 + shock * 0.018 - (fear > 5 && at % 3 === 0 ? 0.012 : 0);
    treasury *= 1 + 0.048 / 252;
    const equity = Math.round((50_000 + at * 2.2 + 900 * Math.sin(at / 90) - fear * 38) * 100) / 100;
    highest = Math.max(highest, equity);
    rows.push({
      date,
      equity,
      drawdown: equity / highest - 1,
      index: Math.round(index * 100) / 100,
      treasury: Math.round(treasury * 100) / 100,
      vix: at === 300 ? null : vix,
      regime: vix < 15 ? 'complacent' : vix < 25 ? 'normal' : vix < 40 ? 'elevated' : 'panic',
      phase: 2,
      openPositions: at % 50 < 12 ? 1 : 0,
    });
  }
  return rows;
};
