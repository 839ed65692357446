const significantDigits = 40;

/**
 * |value − reference| / |reference| to 40 digits, the reference given in decimal digits beyond those of a
 * double: subtracting doubles would hide errors of half a unit.
 */
export const relativeDistance = (reference: string, value: number): number => {
  const exact = decimalOf(reference);
  const found = decimalOf(value.toPrecision(60));
  const unit = exact.exponent + String(exact.digits).length - significantDigits;
  const target = inUnits(exact, unit);
  const difference = inUnits(found, unit) - target;
  return Math.abs(Number(difference) / Number(target));
};

/** digits × 10^exponent. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

const decimalOf = (text: string): Decimal => {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
};

const inUnits = ({ digits, exponent }: Decimal, unit: number): bigint =>
  exponent >= unit ? digits * 10n ** BigInt(exponent - unit) : digits / 10n ** BigInt(unit - exponent);
