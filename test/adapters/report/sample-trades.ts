import type { CurveRow, TradeRow } from '../../../adapters/report/index.js';

/** Twelve trades: seven 0DTE condors closed the Friday they were opened, five put spreads held for weeks. */
export const sampleTrades = (curve: ReadonlyArray<CurveRow>): ReadonlyArray<TradeRow> => {
  const fridays = curve.filter(
    ({ date, vix }) => new Date(date).getUTCDay() === 5 && vix !== null && vix > 22 && vix < 40,
  );
  const condors = condorEnds.map(({ profit, exit }, at) => condor(fridays[at]!, profit, exit));
  const spreads = spreadEnds.map(({ from, to, profit }) =>
    putSpread(curve[from]!, to === null ? null : curve[to]!, profit),
  );
  return [...condors, ...spreads]
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))
    .map((trade, at) => ({ ...trade, id: `T${at + 1}` }));
};

const condorEnds = [
  { profit: 88.1, exit: 'profit target: cost 4.85 points, at most 4.9: 0.05 inside' },
  { profit: -171.9, exit: 'time: closing starts at 15:30' },
  { profit: 102.35, exit: 'profit target: cost 4.7 points, at most 4.9: 0.2 inside' },
  { profit: -240.6, exit: 'stop: cost 29.4 points, at least 29.4: reached' },
  { profit: 131.3, exit: 'profit target: cost 4.9 points, at most 4.9: reached' },
  { profit: 93.55, exit: 'profit target: cost 4.8 points, at most 4.9: 0.1 inside' },
  { profit: 111.2, exit: 'time: closing starts at 15:30' },
];

const spreadEnds = [
  { from: 86, to: 120, profit: 61.5 },
  { from: 208, to: 238, profit: 58.2 },
  { from: 436, to: 480, profit: 49.9 },
  { from: 602, to: 637, profit: -187.25 },
  { from: 733, to: null, profit: 22.4 },
];

const condor = ({ date, vix }: CurveRow, profit: number, exit: string): Omit<TradeRow, 'id'> => ({
  strategy: 'friday-0dte',
  root: 'ES',
  structure: 'iron condor',
  legs: '+1 P5200, -1 P5230, -1 C5310, +1 C5340',
  quantity: 1,
  openedAt: `${date} 10:30`,
  closedAt: `${date} ${exit.startsWith('time') ? '15:31' : '13:05'}`,
  expiry: date,
  credit: 9.8,
  cost: 4.85,
  entryReason: `Friday, VIX ${vix ?? 0} above 22; "condor" of 30-point wings, 0.7 × ATR from the money`,
  exitReason: exit,
  profit,
  fees: 20.11,
  underlyingAtEntry: 5_271.25,
  vixAtEntry: vix ?? 0,
  vixAtExit: vix,
});

const putSpread = (opened: CurveRow, closed: CurveRow | null, profit: number): Omit<TradeRow, 'id'> => ({
  strategy: 'lt112',
  root: 'SPY',
  structure: 'put spread',
  legs: '-1 P405, +1 P400',
  quantity: 1,
  openedAt: `${opened.date} 10:30`,
  closedAt: closed === null ? null : `${closed.date} 11:00`,
  expiry: '2026-02-20',
  credit: 1.02,
  cost: closed === null ? null : 0.5,
  entryReason: 'EMA8 above EMA21, credit 20.4% of the width, 111 days to expiration',
  exitReason: closed === null ? null : 'profit target: cost 0.5 points, at most 0.51: 0.01 inside',
  profit,
  fees: 2.2,
  underlyingAtEntry: 450.12,
  vixAtEntry: opened.vix ?? 0,
  vixAtExit: closed?.vix ?? null,
});
