/** Why an input was refused: the field, what it held and what was required. The state stays as it was. */
export interface RefusedInput {
  readonly field: string;
  readonly value: string;
  readonly required: string;
}
