/** Numbers as text, the same in every report and on every machine. */

/** USD with cents: `$1,234.50`, `-$0.07`. */
export const money = (dollars: number): string => signed(dollars, 2, (text) => `$${text}`);

/** As `money`, with `+` before a gain. */
export const gain = (dollars: number): string => plus(money(dollars));

/** A fraction as percent with two decimals: 0.0512 is `5.12%`. */
export const percent = (fraction: number, decimals = 2): string =>
  signed(fraction * 100, decimals, (text) => `${text}%`);

export const percentGain = (fraction: number): string => plus(percent(fraction));

/** A fall as a percentage at most 0, whichever sign it comes with. */
export const fall = (fraction: number): string => percent(-Math.abs(fraction));

export const whole = (count: number): string => signed(count, 0, (text) => text);

export const fixed = (value: number, decimals = 2): string => signed(value, decimals, (text) => text);

/** `1 trade`, `12 trades`. */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${whole(count)} ${count === 1 ? singular : plural}`;

/** A number with its unit: `21.9 vol points`, `5.2%`, `$40,000.00`, `10:30`. */
export const measure = (value: number, unit: string): string => {
  switch (unit) {
    case 'USD':
      return money(value);
    case 'fraction':
      return `${exact(value * 100)}%`;
    case 'time of day':
      return timeOfDay(value);
    default:
      return `${exact(value)} ${Math.abs(value) === 1 ? singularOf(unit) : unit}`;
  }
};

/** `21.98 against 22 vol points: 0.02 away`. */
export const comparison = (observed: number, limit: number, distance: number, unit: string): string => {
  switch (unit) {
    case 'USD':
    case 'fraction':
      return `${measure(observed, unit)} against ${measure(limit, unit)}: ${measure(distance, unit)} away`;
    case 'time of day':
      return `${timeOfDay(observed)} against ${timeOfDay(limit)}: ${exact(distance / 60)} min away`;
    default:
      return `${exact(observed)} against ${measure(limit, unit)}: ${exact(distance)} away`;
  }
};

// A value that rounds to 0 carries no sign.
const signed = (value: number, decimals: number, dress: (text: string) => string): string => {
  const text = grouped(Math.abs(value).toFixed(decimals));
  return value < 0 && /[1-9]/.test(text) ? `-${dress(text)}` : dress(text);
};

const plus = (text: string): string => (/^-/.test(text) || !/[1-9]/.test(text) ? text : `+${text}`);

const grouped = (digits: string): string => digits.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');

// Four decimals, or three significant digits below one: a number just short of its limit must not read as it.
const exact = (value: number): string => {
  const small = Math.abs(value) < 1;
  const text = String(small ? Number(value.toPrecision(3)) : Number(value.toFixed(4)));
  return /^-?\d+(\.\d+)?$/.test(text) ? grouped(text) : text;
};

const timeOfDay = (seconds: number): string => {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const shown = parts[2] === 0 ? parts.slice(0, 2) : parts;
  return shown.map((part) => String(part).padStart(2, '0')).join(':');
};

const singularOf = (unit: string): string =>
  unit === 'losses' ? 'loss' : unit.endsWith('s') ? unit.slice(0, -1) : unit;
