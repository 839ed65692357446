/** The double nearest to a decimal number; null for any other text, and for a number too large for a double. */
export const decimalOf = (text: string): number | null => {
  if (!decimalPattern.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
};

/** The shortest decimal that reads back as the same double; an empty cell for NaN. */
export const decimalText = (value: number): string => (Number.isNaN(value) ? '' : String(value));

/** No hexadecimal, no words, no group marks: what a column of numbers may hold. */
const decimalPattern = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/;
