import { workingOrder, type OrderIdentity, type OrderTerms, type WorkingOrder } from '../../../core/index.js';
import type { CalendarDate } from '../../../core/index.js';
import { esCondor } from './structures.js';

const date = '2025-03-14' as CalendarDate;

export const identity: OrderIdentity = {
  strategy: 'friday-0dte',
  position: 'friday-0dte ES 2025-03-14',
  date,
  purpose: 'open',
  attempt: 1,
};

/** An order for three ES condors at 3.15. */
export const order = (change: Partial<OrderTerms & OrderIdentity> = {}): WorkingOrder => {
  const terms: OrderTerms = {
    root: 'ES',
    legs: esCondor.legs,
    quantity: 3,
    limit: 3.15,
    placedAt: { date, second: 37_800 },
    workUntil: { date, second: 37_830 },
    reason: 'entry',
  };
  return workingOrder({ ...identity, ...pick(change) }, { ...terms, ...change });
};

const pick = ({ strategy, position, purpose, attempt }: Partial<OrderIdentity>): Partial<OrderIdentity> =>
  Object.fromEntries(
    Object.entries({ strategy, position, purpose, attempt }).filter(([, value]) => value !== undefined),
  );
