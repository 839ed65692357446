import type { ContractColumns, FieldNames } from './contract-fields.js';
import { refusal, type Refusal } from './refusal.js';

/**
 * Which limit of the Pricing port a row breaks, when the port says `outOfDomain`. A row that breaks none had a value
 * too large for a double.
 */
export const outOfDomain = (columns: ContractColumns, names: FieldNames, row: number): Refusal => {
  const status = 'out_of_domain';
  const at = (field: keyof FieldNames): number => columns[field][row] ?? NaN;
  for (const field of ['underlying', 'strike'] as const)
    if (!(at(field) >= smallest && at(field) <= largest))
      return refusal(status, names[field] ?? field, at(field), `from ${smallest} to ${largest}`);
  for (const field of ['years', 'volatility'] as const)
    if (at(field) < 0) return refusal(status, names[field] ?? field, at(field), 'at least 0');
  for (const field of ['rate', 'dividendYield'] as const) {
    const exponent = at(field) * at('years');
    if (Math.abs(exponent) > largestExponent)
      return refusal(
        status,
        `${names[field] ?? field} × ${names.years ?? 'years'}`,
        exponent,
        `from -${largestExponent} to ${largestExponent}`,
      );
  }
  return { status, reason: 'a value is too large for a double' };
};

// As pricing-wasm/index.ts states them.
const smallest = 1e-150;
const largest = 1e150;
const largestExponent = 700;
