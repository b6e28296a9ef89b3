/** Small fast seeded source of chance (xorshift32); same seed, same stream. */
export class Random {
  private state: number;

  constructor(seed: number) {
    // Spread small seeds over all bits; the state must never be 0.
    let mixed = Math.imul((seed | 0) ^ 0x9e3779b9, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    this.state = (mixed ^ (mixed >>> 16)) | 0 || 0x1234567;
  }

  /** Uniform in [0, 1). */
  next(): number {
    let s = this.state;
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    this.state = s;
    return (s >>> 0) / 4294967296;
  }

  /** Whole number, uniform in 0 … bound − 1. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }
}
