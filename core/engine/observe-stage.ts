import { isLeft } from 'fp-ts/lib/Either.js';
import { readVix, type MarketSnapshot } from '../market/index.js';
import type { Reading } from '../rule/index.js';
import { compareTimes } from '../units/index.js';
import type { EngineContext } from './context.js';
import { buyingPowerInUse, correlationOf, shortPremiumOpen } from './exposure.js';
import { equityOf } from './ledger.js';
import { freshQuote } from './place-close.js';
import { withState, withSystem, type Progress } from './progress.js';
import { advanceProtections } from './risk-stage.js';
import type { HeldPosition } from './state.js';

/** What the market shows is taken in: VIX, marks, equity, and with them the protections. */
export const observe = (context: EngineContext, progress: Progress, market: MarketSnapshot): Progress => {
  const vix = readVix(market, context.limits);
  const told = printVix(context, tellCloses(context, progress, market.at), market, vix);
  const marked = withState(told, {
    positions: told.state.positions.map((held) => ({
      ...held,
      lastQuote: freshQuote(held.position.legs, market) ?? held.lastQuote,
    })),
  });
  return sampleEquity(context, marked, market, vix);
};

/** Closes of one moment are told together, once time has moved on (D§5.3). */
export const tellCloses = (
  context: EngineContext,
  progress: Progress,
  at: MarketSnapshot['at'],
): Progress => {
  const closes = progress.state.system.untoldCloses;
  return closes.length === 0
    ? progress
    : advanceProtections(context, withSystem(progress, { untoldCloses: [] }), {
        _tag: 'PositionsClosed',
        at,
        closes,
      });
};

const printVix = (
  context: EngineContext,
  progress: Progress,
  market: MarketSnapshot,
  vix: Reading<number>,
): Progress => {
  if (isLeft(vix) || market.vix === null) return progress;
  const known = withSystem(progress, { vix: vix.right });
  const { latest } = progress.state.system.risk.volatility;
  return latest !== null && compareTimes(latest.at, market.vix.at) >= 0
    ? known
    : advanceProtections(context, known, {
        _tag: 'VixPrinted',
        at: market.vix.at,
        value: vix.right,
      });
};

/** Equity is sampled when every position has a quote of this moment, once a moment. */
const sampleEquity = (
  context: EngineContext,
  progress: Progress,
  market: MarketSnapshot,
  vix: Reading<number>,
): Progress => {
  const marks = progress.state.positions.map((held) => markOf(held, market));
  const { newest } = progress.state.system.risk.window;
  const sampled = newest !== null && compareTimes(newest.at, market.at) >= 0;
  if (sampled || marks.some((mark) => mark === null)) return progress;
  const equity = equityOf(
    progress.state.ledger,
    marks.flatMap((mark) => (mark === null ? [] : [mark])),
  );
  const { state } = progress;
  return advanceProtections(context, withSystem(progress, { equity }), {
    _tag: 'EquitySampled',
    at: market.at,
    equity,
    buyingPowerInUse: buyingPowerInUse(state),
    shortPremiumOpen: shortPremiumOpen(state),
    vix,
    correlation: correlationOf(state),
  });
};

const markOf = (
  { position }: HeldPosition,
  market: MarketSnapshot,
): { readonly position: HeldPosition['position']; readonly mid: number } | null => {
  const quote = freshQuote(position.legs, market);
  return quote === null ? null : { position, mid: quote.mid };
};
