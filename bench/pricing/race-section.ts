import { middleNanoseconds, spreadOf, timesAsFast, type Standing } from './race.js';
import type { Section } from './report.js';
import type { Differences } from './values.js';

/** What is said of a contender's nanoseconds per operation. */
export interface Figure {
  readonly head: string;
  readonly of: (nanoseconds: number) => string;
}

const millionsPerSecond: Figure = {
  head: 'million/s',
  of: (nanoseconds) => digits(1e3 / nanoseconds),
};
export const thousandsPerSecond: Figure = {
  head: 'thousand/s',
  of: (nanoseconds) => digits(1e6 / nanoseconds),
};
export const milliseconds: Figure = { head: 'ms', of: (nanoseconds) => digits(nanoseconds / 1e6) };

export interface RaceSection {
  readonly title: string;
  readonly prose: string;
  readonly figure?: Figure;
  /** The first `ours` of them are ours, and the others are compared with each of those. */
  readonly standings: ReadonlyArray<Standing>;
  readonly ours: number;
  readonly differences?: ReadonlyMap<string, Differences>;
}

/** The figure of each, the spread of the rounds, and how many times as fast as each we are. */
export const raceSection = ({
  title,
  prose,
  figure = millionsPerSecond,
  standings,
  ours,
  differences,
}: RaceSection): Omit<Section, 'goals'> => {
  const own = standings.slice(0, ours);
  return {
    title,
    prose,
    head: [
      'contender',
      figure.head,
      'spread',
      ...own.map(({ name }) => `${name} is × as fast`),
      ...(differences === undefined ? [] : ['price apart', 'Greeks apart']),
    ],
    rows: standings.map((standing) => [
      standing.name,
      figure.of(middleNanoseconds(standing)),
      `±${(100 * spreadOf(standing)).toFixed(0)}%`,
      ...own.map((each) => (each === standing ? '' : digits(timesAsFast(each, standing)))),
      ...(differences === undefined ? [] : apart(differences.get(standing.name))),
    ]),
  };
};

const apart = (differences: Differences | undefined): ReadonlyArray<string> =>
  differences === undefined ? ['', ''] : [exponent(differences.price), exponent(differences.greeks)];

const exponent = (value: number | undefined): string => value?.toExponential(0) ?? '';

const digits = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
