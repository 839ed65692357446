import { compareTimes, type ExchangeTime, type Timer } from '../../core/index.js';

export interface SetTimer {
  readonly at: ExchangeTime;
  readonly timer: Timer;
}

/** Timers in time order; those of one moment fire in the order they were set. */
export interface TimerQueue {
  readonly set: (timer: SetTimer) => void;
  readonly next: () => SetTimer | null;
  readonly take: () => SetTimer | null;
}

export const timerQueue = (): TimerQueue => {
  const timers: SetTimer[] = [];
  return {
    set: (timer) => {
      const later = timers.findIndex(({ at }) => compareTimes(at, timer.at) > 0);
      timers.splice(later === -1 ? timers.length : later, 0, timer);
    },
    next: () => timers[0] ?? null,
    take: () => timers.shift() ?? null,
  };
};
