import { compareTimes, type Bar, type ExchangeTime, type IntradaySession } from '../../core/index.js';

/** The newest bar that had ended by a moment of its session, with its native interval in seconds. */
export interface KnownBar {
  readonly bar: Bar;
  readonly interval: number;
}

/**
 * Looks up what of an intraday series is known at a moment. A bar is known at its end and not before: no look
 * ahead, by construction. Moments must not go back; an earlier session's bars are never used.
 */
export const lastKnownBar = (
  sessions: ReadonlyArray<IntradaySession>,
): ((at: ExchangeTime) => KnownBar | null) => {
  const byDate = new Map(sessions.map((session) => [session.date as string, session]));
  let date = '';
  let next = 0;
  return (at) => {
    const session = byDate.get(at.date);
    if (session === undefined) return null;
    if (at.date !== date) {
      date = at.date;
      next = 0;
    }
    for (;;) {
      const bar = session.bars[next];
      if (bar === undefined || compareTimes(bar.end, at) > 0) break;
      next += 1;
    }
    const bar = session.bars[next - 1];
    return bar === undefined ? null : { bar, interval: session.resolution };
  };
};
