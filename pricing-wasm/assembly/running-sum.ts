// A running sum that loses no rounding: at its address the pair of sums, LOST bytes on the pair of what rounding has
// lost of them so far (Ogita, Rump and Oishi 2005).

const LOST: usize = 16;
export const RUNNING_SUM_BYTES: usize = 32;

/** Adds to the sums at an address, and what that loses (Knuth's exact sum) to what is lost. */
@inline
export function addToRunningSum(sums: usize, value: v128): void {
  const before = v128.load(sums);
  const sum = f64x2.add(before, value);
  const added = f64x2.sub(sum, before);
  const lost = f64x2.add(f64x2.sub(before, f64x2.sub(sum, added)), f64x2.sub(value, added));
  v128.store(sums, sum);
  v128.store(sums, f64x2.add(v128.load(sums, LOST), lost), LOST);
}
