import type { Unit } from '../rule/index.js';
import type { ParameterValue } from '../rule-set/index.js';
import { formatSecond } from '../units/index.js';

/** A number in its unit, as a trader writes it: `$30,000`, `5%`, `10:30`, `22 vol points`, `3×`. */
export const formatQuantity = (value: number, unit: Unit): string => {
  switch (unit) {
    case 'USD':
      return dollars(decimal(value, 2));
    case 'USD per contract':
      return `$${decimal(value, 2)} per contract`;
    case 'fraction':
      return `${decimal(value * 100, 2)}%`;
    case 'multiple':
      return `${decimal(value, 3)}×`;
    case 'ratio':
      return decimal(value, 3);
    case 'time of day':
      return formatSecond(value);
    default:
      return `${decimal(value, 2)} ${unit}`;
  }
};

/** A parameter's value in its unit; a choice is its own name. */
export const formatParameter = (value: ParameterValue, unit: Unit | 'choice'): string =>
  typeof value === 'string' || unit === 'choice' ? String(value) : formatQuantity(value, unit);

/** The sign stands before the dollar; what rounds to nothing has none. */
const dollars = (text: string): string => (text.startsWith('−') ? `−$${text.slice(1)}` : `$${text}`);

/** At most `places` decimals, thousands separated, the same in every locale. */
const decimal = (value: number, places: number): string => {
  if (!Number.isFinite(value)) return String(value);
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(places).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const kept = fraction.replace(/0+$/, '');
  const text = kept === '' ? grouped : `${grouped}.${kept}`;
  return value < 0 && Number(text.replace(/,/g, '')) !== 0 ? `−${text}` : text;
};
