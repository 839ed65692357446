import { median, spread } from './statistics.js';

/** One way of doing the work. `lap` does it `goes` times over; the sum of its results keeps the work alive. */
export interface Contender {
  readonly name: string;
  /** Options, or whatever is counted, in one go. */
  readonly operations: number;
  readonly lap: (goes: number) => Lap | Promise<Lap>;
}

export interface Lap {
  /** Of the processor, all threads taken together: garbage is on its maker's bill, and a busy machine is not. */
  readonly seconds: number;
  readonly sum: number;
}

/** How a contender did: nanoseconds per operation, one figure a round. */
export interface Standing {
  readonly name: string;
  readonly nanoseconds: ReadonlyArray<number>;
  readonly sum: number;
}

export const inProcess = (name: string, operations: number, go: () => number): Contender => ({
  name,
  operations,
  lap: (goes) => {
    let sum = 0;
    const begun = process.cpuUsage();
    for (let done = 0; done < goes; done += 1) sum += go();
    const { user, system } = process.cpuUsage(begun);
    return { seconds: (user + system) / 1e6, sum };
  },
});

/**
 * Every contender once a round, in an order that turns from round to round, so that whatever disturbs the machine
 * disturbs all of them; a lap repeats its work until it is long enough to be timed. The first laps warm up.
 */
export const race = async (
  contenders: ReadonlyArray<Contender>,
  rounds = 25,
): Promise<ReadonlyArray<Standing>> => {
  const entries: Array<{ contender: Contender; goes: number; nanoseconds: Array<number>; sum: number }> = [];
  for (const contender of contenders) {
    entries.push({ contender, goes: await warmUp(contender), nanoseconds: [], sum: 0 });
  }
  for (let round = 0; round < rounds; round += 1) {
    globalThis.gc?.();
    const first = round % entries.length;
    for (const entry of [...entries.slice(first), ...entries.slice(0, first)]) {
      const { seconds, sum } = await entry.contender.lap(entry.goes);
      entry.nanoseconds.push((seconds * 1e9) / (entry.goes * entry.contender.operations));
      entry.sum += sum;
    }
  }
  return entries.map(({ contender, nanoseconds, sum }) => ({ name: contender.name, nanoseconds, sum }));
};

export const middleNanoseconds = (standing: Standing): number => median(standing.nanoseconds);

export const spreadOf = (standing: Standing): number => spread(standing.nanoseconds);

export const standingOf = (standings: ReadonlyArray<Standing>, { name }: Contender): Standing =>
  standings.find((standing) => standing.name === name)!;

export const fastestOf = (standings: ReadonlyArray<Standing>): Standing =>
  standings.reduce((best, one) => (middleNanoseconds(one) < middleNanoseconds(best) ? one : best));

/** How many times as fast as `other`: the median of the ratios of each round. */
export const timesAsFast = (standing: Standing, other: Standing): number =>
  median(other.nanoseconds.map((nanoseconds, round) => nanoseconds / standing.nanoseconds[round]!));

const shortestLap = 0.01;
const warmUpSeconds = 0.25;

/** Goes per lap, once the engine has had time to compile the work for good. */
const warmUp = async (contender: Contender): Promise<number> => {
  let goes = 1;
  for (let spent = 0; spent < warmUpSeconds;) {
    const { seconds } = await contender.lap(goes);
    spent += seconds;
    if (seconds < shortestLap) goes = Math.ceil(goes * Math.min(8, (1.2 * shortestLap) / (seconds + 1e-6)));
  }
  return goes;
};
