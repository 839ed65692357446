import type { Unit } from '../rule/index.js';
import { dollarsOf, type Cents } from '../units/index.js';
import type { Figure, SizingStep, SizingStepName } from './sizing.js';

/** A step before the contracts of the steps before it are known. */
export type Bound = Omit<SizingStep, 'contracts'>;

export const figure = (label: string, value: number, unit: Unit): Figure => ({ label, value, unit });

/** A bound in contracts; fractions of a contract are not traded, and less than none is none. */
export const countBound = (
  name: SizingStepName,
  contracts: number,
  working: ReadonlyArray<Figure>,
): Bound => ({ name, room: null, allows: wholeContracts(contracts), working });

/** A bound in money: as many contracts as `room` pays the whole risk of. */
export const moneyBound = (
  name: SizingStepName,
  room: Cents,
  riskPerContract: Cents,
  working: ReadonlyArray<Figure>,
): Bound => ({
  name,
  room,
  allows: wholeContracts(room / riskPerContract),
  working: [...working, figure('risk per contract', dollarsOf(riskPerContract), 'USD')],
});

/** What all of the bounds together allow. */
export const fewest = (bounds: ReadonlyArray<Pick<Bound, 'allows'>>): number =>
  bounds.reduce((least, { allows }) => Math.min(least, allows), Number.POSITIVE_INFINITY);

/** The bounds as steps: each with what is left after it and all before it. */
export const inSequence = (bounds: ReadonlyArray<Bound>): ReadonlyArray<SizingStep> =>
  bounds.map((bound, index) => ({ ...bound, contracts: fewest(bounds.slice(0, index + 1)) }));

const wholeContracts = (contracts: number): number => Math.max(0, Math.floor(contracts));
