/** 2^n for |n| <= 1022: a multiplication by it adds n to the exponent exactly. 0 for n = -1023, infinity for 1024. */
export const powerOfTwo = (n: number): number => powers[n + bias] ?? Number.NaN;

const bias = 1_023;

/** The doubles whose exponent field is their index, and whose other bits are 0. */
const powers = new Float64Array(2_048);
const words = new Uint32Array(powers.buffer); // little-endian, as WebAssembly and every engine in use
for (let field = 0; field < powers.length; field += 1) words[2 * field + 1] = field << 20;
