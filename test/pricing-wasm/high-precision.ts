// Real numbers in fixed point: an integer times 2^-224. That is 67 digits after the point, so that differences of the
// third order over steps of 2^-40 still have more digits than a double.

const bits = 224n;
const one = 1n << bits;

/** The double, exactly, if it is a multiple of 2^-224. */
export const fixed = (value: number): bigint => {
  let whole = value;
  let shift = 0n;
  for (; !Number.isInteger(whole); whole *= 2) shift += 1n;
  return (BigInt(whole) << bits) >> shift;
};

export const toNumber = (value: bigint): number => {
  const magnitude = value < 0n ? -value : value;
  const excess = BigInt(Math.max(0, magnitude.toString(2).length - 64));
  const rounded = Number(magnitude >> excess) * 2 ** Number(excess - bits);
  return value < 0n ? -rounded : rounded;
};

export const times = (a: bigint, b: bigint): bigint => (a * b) >> bits;

export const over = (a: bigint, b: bigint): bigint => (a << bits) / b;

/** exp(x) = exp(x / 2^20)^(2^20): a short series of Taylor, squared twenty times. */
export const exponentialOf = (x: bigint): bigint => {
  const small = x >> 20n;
  let sum = one;
  let term = one;
  for (let n = 1n; term !== 0n && n < 20n; n += 1n) {
    term = times(term, small) / n;
    sum += term;
  }
  for (let n = 0; n < 20; n += 1) sum = times(sum, sum);
  return sum;
};

/** ln(x) from that of a double by two steps of Halley's: 2 (x - e^y) / (x + e^y) more, each tripling the digits. */
export const logarithmOf = (x: bigint): bigint => {
  let y = fixed(Math.log(toNumber(x)));
  for (let step = 0; step < 2; step += 1) {
    const power = exponentialOf(y);
    y += over(2n * (x - power), x + power);
  }
  return y;
};

/** sqrt(x) from that of a double by three steps of Newton's, each doubling the digits. */
export const rootOf = (x: bigint): bigint => {
  let y = fixed(Math.sqrt(toNumber(x)));
  for (let step = 0; step < 3; step += 1) y = (y + over(x, y)) >> 1n;
  return y;
};

/** arctan(1 / n) by its series. */
const inverseTangent = (n: bigint): bigint => {
  let term = one / n;
  let sum = term;
  for (let k = 3n; term !== 0n; k += 2n) {
    term = -term / (n * n);
    sum += term / k;
  }
  return sum;
};

const pi = 4n * (4n * inverseTangent(5n) - inverseTangent(239n)); // Machin (1706)
const perRootTwoPi = over(one, rootOf(2n * pi));

/** N(x) = 1/2 + phi(x) (x + x^3 / 3 + x^5 / (3 5) + ...), for |x| up to about ten. */
export const normalOf = (x: bigint): bigint => {
  const square = times(x, x);
  let term = x;
  let sum = x;
  for (let n = 3n; term / 4n !== 0n; n += 2n) {
    term = times(term, square) / n;
    sum += term;
  }
  return (one >> 1n) + times(times(perRootTwoPi, exponentialOf(-square >> 1n)), sum);
};
