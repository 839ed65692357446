import type { Cents } from '../units/index.js';
import type { BreakerFacts, BreakerState } from './breaker-state.js';
import { breakerArmed } from './circuit-breakers.js';
import type { LossStreakFacts } from './consecutive-losses.js';
import { drawdownFrom, drawdownOf, type Drawdown, type DrawdownFacts } from './drawdown.js';
import { equityFall } from './equity-fall.js';
import { emptyWindow, rapidFall, type EquityWindow } from './equity-window.js';
import { nothingClosing, type ForcedClosing } from './forced-closing.js';
import type { LossFacts } from './loss-limits.js';
import type { RapidDrawdownFacts } from './rapid-drawdown.js';
import { baselinesFrom, type SessionBaselines } from './session-baselines.js';
import {
  noVixYet,
  volatilityFactsOf,
  type VolatilityFacts,
  type VolatilityPanic,
} from './volatility-panic.js';

/** Everything the protections remember: plain data, the same after a round trip through JSON. */
export interface RiskState {
  /** The last valid equity; starting capital before the first. */
  readonly equity: Cents;
  readonly window: EquityWindow;
  readonly baselines: SessionBaselines;
  readonly drawdown: Drawdown;
  readonly breaker: BreakerState;
  /** Positions closed at a loss in a row. */
  readonly lossStreak: number;
  readonly volatility: VolatilityPanic;
  readonly closing: ForcedClosing;
  /** True once short premium was open since the last session closed. */
  readonly shortPremiumHeld: boolean;
}

/** The state an account starts in: its capital is the peak and every baseline. */
export const initialRiskState = (capital: Cents): RiskState => ({
  equity: capital,
  window: emptyWindow,
  baselines: baselinesFrom(capital),
  drawdown: drawdownFrom(capital),
  breaker: breakerArmed,
  lossStreak: 0,
  volatility: noVixYet,
  closing: nothingClosing,
  shortPremiumHeld: false,
});

/** What the rules look at, as far as the state itself knows it. */
export interface RiskStateFacts
  extends BreakerFacts, VolatilityFacts, RapidDrawdownFacts, LossStreakFacts, DrawdownFacts, LossFacts {}

export const factsOfRiskState = (state: RiskState): RiskStateFacts => {
  const { equity, window, baselines, drawdown, breaker, lossStreak, volatility } = state;
  return {
    breaker,
    ...volatilityFactsOf(volatility),
    rapidFall: rapidFall(window),
    lossStreak,
    drawdown: drawdownOf(drawdown, equity),
    dayLoss: equityFall(baselines.day, equity),
    weekLoss: equityFall(baselines.week, equity),
    monthLoss: equityFall(baselines.month, equity),
  };
};
