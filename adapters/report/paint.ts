/** Colours for the terminal; never the only sign of anything. Without colour every brush leaves the text alone. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warning: (text: string) => string;
}

export const paintOf = (colour: boolean): Paint => ({
  strong: brush(colour, 1, 22),
  dim: brush(colour, 2, 22),
  good: brush(colour, 32, 39),
  bad: brush(colour, 31, 39),
  warning: brush(colour, 33, 39),
});

const brush =
  (colour: boolean, on: number, off: number) =>
  (text: string): string =>
    colour && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text;
