import type { NeighbourRows } from '../geo/contiguity';
import type { Blocks } from './blocks';
import type { BlockDistances } from './distances';

/** How far from target costs what: a quadratic pull, and a slope outside the corridor; km a load. */
export interface UnitPressure {
  pull: number;
  slope: number;
}

/**
 * A plan of geographic units whose territories stay connected. Units are blocks of one; locked ones never
 * move. Keeps member lists so that a random unit of a territory is at hand.
 */
export class UnitPlan {
  readonly load: Float64Array;
  readonly count: Int32Array;
  /** Members of territory j: member[j]. */
  readonly members: number[][];
  private readonly placeOf: Int32Array;
  private readonly mark: Int32Array;
  private readonly queue: Int32Array;
  private stamp = 0;

  constructor(
    readonly blocks: Blocks,
    readonly rows: NeighbourRows,
    readonly assignment: Int32Array,
    readonly isLocked: Uint8Array,
    public km: BlockDistances,
    readonly pressure: UnitPressure,
  ) {
    const { territoryCount, measureCount, count } = blocks;
    this.load = new Float64Array(territoryCount * measureCount);
    this.count = new Int32Array(territoryCount);
    this.members = Array.from({ length: territoryCount }, () => []);
    this.placeOf = new Int32Array(count);
    this.mark = new Int32Array(count);
    this.queue = new Int32Array(count);
    for (let i = 0; i < count; i++) this.add(i, assignment[i]!);
  }

  private add(unit: number, j: number): void {
    const { measureCount, load } = this.blocks;
    for (let m = 0; m < measureCount; m++) this.load[j * measureCount + m]! += load[unit * measureCount + m]!;
    this.placeOf[unit] = this.members[j]!.length;
    this.members[j]!.push(unit);
    this.count[j]!++;
  }

  /** Puts a unit into another territory, connected or not. */
  move(unit: number, to: number): void {
    const from = this.assignment[unit]!;
    const { measureCount, load } = this.blocks;
    for (let m = 0; m < measureCount; m++)
      this.load[from * measureCount + m]! -= load[unit * measureCount + m]!;
    const list = this.members[from]!;
    const last = list.pop()!;
    if (last !== unit) {
      list[this.placeOf[unit]!] = last;
      this.placeOf[last] = this.placeOf[unit]!;
    }
    this.count[from]!--;
    this.assignment[unit] = to;
    this.add(unit, to);
  }

  /** What territory j's load, changed by `sign` times a unit's, costs. */
  pressureOf(j: number, unit: number, sign: number): number {
    const { measureCount, load, targets } = this.blocks;
    let cost = 0;
    for (let m = 0; m < measureCount; m++) {
      const at = j * measureCount + m;
      const target = targets.target[at]!;
      const value = this.load[at]! + sign * load[unit * measureCount + m]!;
      const off = value - target;
      cost += (this.pressure.pull * off * off) / Math.max(target, 1e-9);
      const outside = Math.max(0, value - targets.upper[at]!, targets.lower[at]! - value);
      // The square makes few large deviations dearer than many small ones.
      cost += this.pressure.slope * outside * (1 + outside / Math.max(target, 1e-9));
    }
    return cost;
  }

  /** Change of cost if the unit went to a territory. */
  costOfMove(unit: number, to: number): number {
    const from = this.assignment[unit]!;
    const { territoryCount, weight } = this.blocks;
    const way = this.km[unit * territoryCount + to]! - this.km[unit * territoryCount + from]!;
    return (
      weight[unit]! * way +
      this.pressureOf(from, unit, -1) -
      this.pressureOf(from, unit, 0) +
      this.pressureOf(to, unit, 1) -
      this.pressureOf(to, unit, 0)
    );
  }

  /** True where the unit's territory stays connected, and not empty, without it. */
  canLeave(unit: number): boolean {
    const { rows, assignment, mark, queue } = this;
    const own = assignment[unit]!;
    if (this.isLocked[unit] === 1 || this.count[own]! <= 1) return false;
    const goal = ++this.stamp;
    let wanted = 0;
    let start = -1;
    for (let at = rows.offsets[unit]!; at < rows.offsets[unit + 1]!; at++) {
      const other = rows.neighbours[at]!;
      if (assignment[other] !== own) continue;
      wanted++;
      mark[other] = goal;
      start = other;
    }
    if (wanted === 0) return false;
    if (wanted === 1) return true;
    // Search from one neighbour until all the others are met.
    const seen = ++this.stamp;
    let head = 0;
    let tail = 0;
    queue[tail++] = start;
    mark[start] = seen;
    mark[unit] = seen;
    wanted--;
    while (head < tail) {
      const at = queue[head++]!;
      for (let next = rows.offsets[at]!; next < rows.offsets[at + 1]!; next++) {
        const other = rows.neighbours[next]!;
        if (mark[other] === seen || assignment[other] !== own) continue;
        if (mark[other] === goal && --wanted === 0) return true;
        mark[other] = seen;
        queue[tail++] = other;
      }
    }
    return false;
  }

  /** Sums loads afresh in unit order. */
  resum(): void {
    const { measureCount, load, count } = this.blocks;
    this.load.fill(0);
    for (let i = 0; i < count; i++) {
      const at = this.assignment[i]! * measureCount;
      for (let m = 0; m < measureCount; m++) this.load[at + m]! += load[i * measureCount + m]!;
    }
  }

  /** Territories outside their corridor. */
  outside(): number[] {
    const { measureCount, territoryCount, targets } = this.blocks;
    const out: number[] = [];
    for (let j = 0; j < territoryCount; j++) {
      for (let at = j * measureCount; at < (j + 1) * measureCount; at++) {
        if (this.load[at]! > targets.upper[at]! || this.load[at]! < targets.lower[at]!) {
          out.push(j);
          break;
        }
      }
    }
    return out;
  }
}
