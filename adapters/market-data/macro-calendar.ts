import type { CalendarDate, MacroCalendar, MarketHistory } from '../../core/index.js';

/** A history's releases, with the dates it covers for each kind: from its first release to its last. */
export const macroCalendar = ({ macroEvents }: MarketHistory): MacroCalendar => {
  const dates = (kind: string): { from: CalendarDate; to: CalendarDate } | null => {
    const own = macroEvents.filter((event) => event.kind === kind).map(({ date }) => date);
    const [first, last] = [own[0], own.at(-1)];
    return first === undefined || last === undefined ? null : { from: first, to: last };
  };
  return {
    events: macroEvents,
    coverage: { FOMC: dates('FOMC'), CPI: dates('CPI'), NFP: dates('NFP'), GDP: dates('GDP') },
  };
};
