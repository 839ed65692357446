import {
  advanceRisk,
  centsFromDollars,
  clock,
  initialRiskState,
  known,
  limitsOf,
  seedRules,
  type CalendarDate,
  type Cents,
  type EquitySampled,
  type ExchangeTime,
  type RiskEffect,
  type RiskInput,
  type RiskNotice,
  type RiskState,
} from '../../../core/index.js';

/** The seed's numbers, and short ways to write an account's day. */
export const limits = limitsOf(seedRules);

export const usd = centsFromDollars;

export const on = (date: string): CalendarDate => date as CalendarDate;

export const at = (date: string, hours: number, minutes: number, seconds = 0): ExchangeTime => ({
  date: on(date),
  second: clock(hours, minutes, seconds),
});

export const capital = usd(100_000);

export const started: RiskState = initialRiskState(capital);

/** A quiet sample: nothing at work, VIX at 18, a book of one group. */
export const sampled = (
  time: ExchangeTime,
  equity: Cents,
  rest: Partial<EquitySampled> = {},
): EquitySampled => ({
  _tag: 'EquitySampled',
  at: time,
  equity,
  buyingPowerInUse: usd(0),
  shortPremiumOpen: false,
  vix: known(18),
  correlation: { _tag: 'NotApplicable', reason: 'one correlation group is held' },
  ...rest,
});

export const opened = (date: string): RiskInput => ({ _tag: 'SessionOpened', at: at(date, 9, 30) });

export const closed = (date: string, equity: Cents, shortPremiumOpen = false): RiskInput => ({
  _tag: 'SessionClosed',
  at: at(date, 16, 0),
  equity,
  shortPremiumOpen,
});

export const vixAt = (time: ExchangeTime, value: number): RiskInput => ({
  _tag: 'VixPrinted',
  at: time,
  value,
});

export const vixClose = (date: string, value: number): RiskInput => ({
  _tag: 'VixClosed',
  at: at(date, 16, 15),
  value,
});

export const losing = (time: ExchangeTime, underlying: string, dollars: number): RiskInput => ({
  _tag: 'PositionsClosed',
  at: time,
  closes: [{ underlying, profit: usd(dollars) }],
});

export const resetAt = (time: ExchangeTime, equity: Cents, vix = 18): RiskInput => ({
  _tag: 'OperatorReset',
  at: time,
  equity,
  vix: known(vix),
  correlation: { _tag: 'NotApplicable', reason: 'no correlation group is held' },
});

export interface History {
  readonly state: RiskState;
  readonly effects: ReadonlyArray<RiskEffect>;
  readonly notices: ReadonlyArray<RiskNotice>;
}

/** Folds the inputs and keeps every effect and notice in order. */
export const after = (inputs: ReadonlyArray<RiskInput>, state: RiskState = started): History =>
  inputs.reduce<History>(
    (history, input) => {
      const step = advanceRisk(history.state, input, limits);
      return {
        state: step.state,
        effects: [...history.effects, ...step.effects],
        notices: [...history.notices, ...step.notices],
      };
    },
    { state, effects: [], notices: [] },
  );
