// Two options travel in the two lanes of one 128-bit vector. These few words keep the kernels readable.
//
// Coefficients live in linear memory as pairs (each value twice): a vector load from a known address is
// cheaper than a vector constant, which engines rebuild in general registers.

/** Coefficient number `index` of a table of pairs. */
@inline
export function coefficient(table: usize, index: usize): v128 {
  return v128.load(table + index * 16);
}

/** One step of Horner's rule: accumulated * x + coefficient. */
@inline
export function horner(accumulated: v128, x: v128, table: usize, index: usize): v128 {
  return f64x2.add(f64x2.mul(accumulated, x), coefficient(table, index));
}

/** `whenTrue` in the lanes where `mask` is all ones, else `whenFalse`. */
@inline
export function choose(mask: v128, whenTrue: v128, whenFalse: v128): v128 {
  return v128.bitselect(whenTrue, whenFalse, mask);
}
