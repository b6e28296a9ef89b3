/** Few keys are sorted by short digits, since counting 65,536 buckets would take longer than they do. */
const MANY = 8000;
const WORD_BITS = 32;

/**
 * Positions 0 … n−1 in ascending order of their keys; keys that are alike keep their order, NaN comes last.
 * A radix sort over the bits of the numbers, linear in n: 100,000 take a few milliseconds, where a sort
 * with a comparing function takes a hundred.
 */
export function radixOrder(keys: Float64Array): Int32Array {
  const count = keys.length;
  const low = new Uint32Array(count);
  const high = new Uint32Array(count);
  const words = new Uint32Array(keys.buffer, keys.byteOffset, count * 2);
  for (let i = 0; i < count; i++) {
    const key = keys[i]!;
    // Flipped so that the bits of negative numbers ascend too; 0 and −0 are one number.
    const isNegative = key < 0;
    const isNothing = key !== key;
    low[i] = isNothing ? 0xffffffff : isNegative ? ~words[2 * i]! : words[2 * i]!;
    high[i] = isNothing
      ? 0xffffffff
      : isNegative
        ? ~words[2 * i + 1]!
        : key === 0
          ? 0x80000000
          : words[2 * i + 1]! | 0x80000000;
  }
  let from = new Int32Array(count);
  for (let i = 0; i < count; i++) from[i] = i;
  let to = new Int32Array(count);
  const digitBits = count < MANY ? 8 : 16;
  for (const half of [low, high]) {
    for (let shift = 0; shift < WORD_BITS; shift += digitBits) {
      if (passDigit(from, to, half, shift, digitBits)) [from, to] = [to, from];
    }
  }
  return from;
}

/** One stable pass by one digit. @returns false where all digits are the same, so that nothing was written */
function passDigit(
  from: Int32Array,
  to: Int32Array,
  words: Uint32Array,
  shift: number,
  digitBits: number,
): boolean {
  const count = from.length;
  const mask = (1 << digitBits) - 1;
  const starts = new Uint32Array(mask + 2);
  for (let i = 0; i < count; i++) starts[((words[i]! >>> shift) & mask) + 1]!++;
  if (count > 0 && starts[((words[0]! >>> shift) & mask) + 1] === count) return false;
  for (let bucket = 0; bucket <= mask; bucket++) starts[bucket + 1]! += starts[bucket]!;
  for (let i = 0; i < count; i++) {
    const position = from[i]!;
    to[starts[(words[position]! >>> shift) & mask]!++] = position;
  }
  return true;
}
