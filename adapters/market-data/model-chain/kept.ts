/** Works something out when first asked, then keeps it. */
export const once = <A>(work: () => A): (() => A) => {
  let kept: { readonly value: A } | null = null;
  return () => (kept ??= { value: work() }).value;
};

/** The same per key. */
export const perKey = <Key extends string, A>(work: (key: Key) => A): ((key: Key) => A) => {
  const kept = new Map<Key, { readonly value: A }>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known.value;
    const value = work(key);
    kept.set(key, { value });
    return value;
  };
};
