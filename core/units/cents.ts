/**
 * Money: whole US cents. Laws: `add` is associative and commutative with `noCents` as identity;
 * `add(a, negate(a))` is `noCents`. Amounts stay exact below 2^53 cents (90 trillion dollars).
 */
export type Cents = number & { readonly Cents: unique symbol };

/** Rounds to the nearest cent, halves away from zero. The only door from decimals to money. */
export const centsFromDollars = (dollars: number): Cents => cents(dollars * 100);

/** Rounds a number of cents to a whole one, halves away from zero; never yields −0. */
export const cents = (amount: number): Cents => {
  const magnitude = Math.round(Math.abs(amount));
  return (amount < 0 && magnitude > 0 ? -magnitude : magnitude) as Cents;
};

export const dollarsOf = (amount: Cents): number => amount / 100;

export const noCents: Cents = cents(0);

export const add = (a: Cents, b: Cents): Cents => (a + b) as Cents;

export const subtract = (a: Cents, b: Cents): Cents => (a - b) as Cents;

export const negate = (a: Cents): Cents => subtract(noCents, a);

export const sum = (amounts: ReadonlyArray<Cents>): Cents => amounts.reduce(add, noCents);
