import {
  formatSecond,
  formatTime,
  weekday,
  type AppState,
  type ExchangeTime,
  type Limits,
  type Strategy,
} from '../../core/index.js';

/** Why a strategy was not asked at a moment, from the state before it. */
export const whyNotAsked = (
  { system, strategies }: AppState,
  strategy: Strategy,
  at: ExchangeTime,
  limits: Limits,
): string => {
  const { session } = system;
  if (session === null) return `the exchange has no session on ${at.date}`;
  const hours = strategy.hours(session, limits);
  if (hours === null) return `it does not trade on a ${capitalised(weekday(at.date))}`;
  const { scanner } = strategies[strategy.id];
  if (scanner._tag === 'Entered') return `it entered at ${formatTime(scanner.since)}: one entry a session`;
  const now = formatSecond(at.second);
  return strategy.decides === 'timer'
    ? `it decides at ${formatSecond(hours.to)} to the second, and this is ${now}`
    : `it decides from ${formatSecond(hours.from)} to ${formatSecond(hours.to)}, and this is ${now}`;
};

const capitalised = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
