import { RowStatus } from '../../../pricing-wasm/index.js';
import type { ContractColumns, FieldNames } from './contract-fields.js';
import { reasonOf, statusWord, type Refusal } from './refusal.js';

/**
 * Why the Pricing port gave a row no value, from its status code; null for a row that was priced. Prices that break
 * a bound have their own reasons: `boundRefusals`.
 */
export const rowRefusal = (
  code: number,
  columns: ContractColumns,
  names: FieldNames,
  row: number,
): Refusal | null => {
  if (code === RowStatus.priced) return null;
  const status = statusWord(code);
  if (code === RowStatus.outOfDomain) return { status, reason: brokenLimit(columns, names, row) };
  return code === RowStatus.doubleBoundary
    ? { status, reason: `exercised early between two boundaries: ${names.rate} and the yield are below 0` }
    : { status, reason: 'the model has no value for it' };
};

/** Which limit of the port a row breaks. */
const brokenLimit = (columns: ContractColumns, names: FieldNames, row: number): string => {
  const at = (field: keyof FieldNames): number => columns[field][row] ?? NaN;
  const name = (field: keyof FieldNames): string => names[field] ?? field;
  for (const field of ['underlying', 'strike'] as const)
    if (!(at(field) >= smallest && at(field) <= largest))
      return reasonOf(name(field), at(field), `from ${smallest} to ${largest}`);
  for (const field of ['years', 'volatility'] as const)
    if (at(field) < 0) return reasonOf(name(field), at(field), 'at least 0');
  const exponents = [
    [name('rate'), at('rate')],
    [name('dividendYield'), at('dividendYield')],
    [`(${name('rate')} - ${name('dividendYield')})`, at('rate') - at('dividendYield')],
  ] as const;
  for (const [text, perYear] of exponents)
    if (Math.abs(perYear * at('years')) > largestExponent)
      return reasonOf(
        `${text} × ${name('years')}`,
        perYear * at('years'),
        `from -${largestExponent} to ${largestExponent}`,
      );
  if (names.price === undefined) return 'a value is too large for a double';
  return at('years') === 0
    ? reasonOf(name('years'), 0, 'above 0 for a volatility to follow')
    : 'the volatility is no double above 0';
};

// As pricing-wasm/index.ts states them.
const smallest = 1e-150;
const largest = 1e150;
const largestExponent = 700;
