import type { ContractColumns, FieldNames } from './contract-fields.js';
import { refusal, type Refusal } from './refusal.js';

/** Which limit of the Pricing port a row breaks, when the port says `outOfDomain`. */
export const outOfDomain = (columns: ContractColumns, names: FieldNames, row: number): Refusal => {
  const status = 'out_of_domain';
  const at = (field: keyof FieldNames): number => columns[field][row] ?? NaN;
  const name = (field: keyof FieldNames): string => names[field] ?? field;
  for (const field of ['underlying', 'strike'] as const)
    if (!(at(field) >= smallest && at(field) <= largest))
      return refusal(status, name(field), at(field), `from ${smallest} to ${largest}`);
  for (const field of ['years', 'volatility'] as const)
    if (at(field) < 0) return refusal(status, name(field), at(field), 'at least 0');
  const exponents = [
    [name('rate'), at('rate')],
    [name('dividendYield'), at('dividendYield')],
    [`(${name('rate')} - ${name('dividendYield')})`, at('rate') - at('dividendYield')],
  ] as const;
  for (const [text, perYear] of exponents)
    if (Math.abs(perYear * at('years')) > largestExponent)
      return refusal(
        status,
        `${text} × ${name('years')}`,
        perYear * at('years'),
        `from -${largestExponent} to ${largestExponent}`,
      );
  if (names.price === undefined) return { status, reason: 'a value is too large for a double' };
  return at('years') === 0
    ? refusal(status, name('years'), 0, 'above 0 for a volatility to follow')
    : { status, reason: 'the volatility is no double above 0' };
};

// As pricing-wasm/index.ts states them.
const smallest = 1e-150;
const largest = 1e150;
const largestExponent = 700;
