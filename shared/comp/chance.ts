/**
 * Streams of chance for simulation: sfc32 (Chris Doty-Humphrey, PractRand), four words of state a stream. Each rep
 * has its own stream, so that adding a rep, or more trials, changes no other rep's luck.
 */

/** A well-mixed 32-bit number from a text (FNV-1a, finished as in MurmurHash3). */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** State of a stream: four 32-bit words. */
export type ChanceState = Int32Array;

/** A stream named by a seed and a text; same names, same stream. */
export function createStream(seed: number, name: string): ChanceState {
  const state = Int32Array.of(seed | 0, hashText(name), hashText(`${name}/${seed}`), 1);
  fillUniform(state, new Float64Array(12));
  return state;
}

/** Fills with uniform numbers in [0, 1). */
export function fillUniform(state: ChanceState, out: Float64Array, length = out.length): void {
  let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!];
  for (let i = 0; i < length; i++) {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    out[i] = (t >>> 0) / 4294967296;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

/** Fills with standard normal numbers (Box and Muller 1958, both of each pair). */
export function fillNormal(state: ChanceState, out: Float64Array, length = out.length): void {
  fillUniform(state, out, length);
  const pairs = length >> 1;
  for (let i = 0; i < pairs; i++) {
    // 1 − u lies in (0, 1], so that the logarithm is finite.
    const radius = Math.sqrt(-2 * Math.log(1 - out[2 * i]!));
    const angle = 2 * Math.PI * out[2 * i + 1]!;
    out[2 * i] = radius * Math.cos(angle);
    out[2 * i + 1] = radius * Math.sin(angle);
  }
  if (length % 2 === 1) {
    const pair = new Float64Array(2);
    fillNormal(state, pair);
    out[length - 1] = pair[0]!;
  }
}
