import type { Unit } from '../rule/index.js';

/**
 * Which way a stricter rule set moves the number: a stricter set never admits what a looser one refused.
 * `neither` for numbers that are not limits (strikes, fees, model constants).
 */
export type Strictness = 'higher' | 'lower' | 'neither';

/**
 * One number or choice of the rulebook. `source` cites the sentence it comes from: [seed] is the framework
 * analysis, § the strategies specification, R§ the risk and execution specification, D the decisions.
 * A locked parameter can be changed by no file and no option (decisions §0).
 */
export interface Parameter<Value extends ParameterValue = ParameterValue> {
  readonly value: Value;
  readonly unit: Unit | 'choice';
  readonly source: string;
  readonly locked: boolean;
  readonly stricter: Strictness;
  /** The values a choice may take. */
  readonly choices?: ReadonlyArray<string>;
}

export type ParameterValue = number | string;

type NumberParameter = (
  value: number,
  unit: Unit,
  source: string,
  stricter?: Strictness,
) => Parameter<number>;

/** A number nobody may change. */
export const locked: NumberParameter = (value, unit, source, stricter = 'neither') =>
  Object.freeze({ value, unit, source, locked: true, stricter });

/** A number a derived rule set may change. */
export const open: NumberParameter = (value, unit, source, stricter = 'neither') =>
  Object.freeze({ value, unit, source, locked: false, stricter });

/** One of a few named forms, open to derivation. */
export const choice = <Choice extends string>(
  value: Choice,
  choices: ReadonlyArray<Choice>,
  source: string,
): Parameter<Choice> =>
  Object.freeze({
    value,
    unit: 'choice',
    source,
    locked: false,
    stricter: 'neither',
    choices: Object.freeze([...choices]),
  });
