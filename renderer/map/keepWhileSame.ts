/** A function that gives its last result again while it is asked the very same: the same objects, not equal ones. */
export function keepWhileSame<Args extends readonly unknown[], Result>(
  make: (...args: Args) => Result,
): (...args: Args) => Result {
  let kept: { readonly args: Args; readonly result: Result } | null = null;
  return (...args) => {
    if (!kept?.args.every((arg, at) => arg === args[at])) kept = { args, result: make(...args) };
    return kept.result;
  };
}

/** Gives the first of equal arrays in a row, so that what is made from it can be kept. */
export function keepWhileEqual(): (values: Int32Array) => Int32Array {
  let kept = new Int32Array(0) as Int32Array;
  return (values) => {
    const isEqual = values.length === kept.length && values.every((value, at) => value === kept[at]);
    return isEqual ? kept : (kept = values);
  };
}
