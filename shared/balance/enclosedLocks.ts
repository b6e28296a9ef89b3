import type { UnitAdjacency } from './problem';

/** Units looked at round one locked unit, at most. */
const MOST_UNITS = 250;

/** An area whose locked territories cannot all get what they need. */
export interface EnclosedLocks {
  /** Units of the area. */
  readonly units: readonly number[];
  /** Territories with locked units in it. */
  readonly territories: readonly number[];
  /** What the area holds, in what a territory must hold at least. */
  readonly loadShare: number;
  /** How many of the territories can reach out of the area at once. */
  readonly exits: number;
}

/**
 * Paths from locked units out of an area that have no unit in common and pass through no locked one inside: how many
 * territories can reach out of it at once. Each augmenting search is a breadth-first one over the area, every
 * unit split in two so that it carries one path (Menger's theorem by maximum flow).
 */
class ExitCounter {
  /** The next and the last unit of the path through a unit; −1 none. */
  private readonly next: Int32Array;
  private readonly before: Int32Array;
  private readonly isOnPath: Uint8Array;
  /** Where the search came from, by node: 2 · unit where a path enters it, 2 · unit + 1 where it leaves. */
  private readonly parent: Int32Array;
  private owners: ReadonlyMap<number, unknown> = new Map();

  constructor(
    private readonly rows: UnitAdjacency,
    private readonly lockOf: Int32Array,
    private readonly isInside: Uint8Array,
  ) {
    const count = lockOf.length;
    this.next = new Int32Array(count);
    this.before = new Int32Array(count);
    this.isOnPath = new Uint8Array(count);
    this.parent = new Int32Array(2 * count);
  }

  /** @param locked units inside by territory */
  count(locked: ReadonlyMap<number, readonly number[]>): number {
    this.owners = locked;
    this.next.fill(-1);
    this.before.fill(-1);
    this.isOnPath.fill(0);
    return [...locked.values()].reduce((found, units) => found + (this.augment(units) ? 1 : 0), 0);
  }

  private augment(units: readonly number[]): boolean {
    const end = this.search(units);
    if (end < 0) return false;
    const path: number[] = [];
    for (let node = end; node >= 0; node = this.parent[node]!) path.push(node);
    path.reverse();
    for (let at = 1; at < path.length; at++) this.step(path[at - 1]!, path[at]!);
    return true;
  }

  private step(from: number, to: number): void {
    const a = from >> 1;
    const b = to >> 1;
    if (a === b) this.isOnPath[a] = from % 2 === 0 ? 1 : 0;
    else if (from % 2 === 1) {
      this.next[a] = b;
      this.before[b] = a;
    } else if (this.next[b] === a) this.next[b] = -1;
  }

  /** Breadth-first to a unit from which the outside is next; its leaving node, −1 where there is no way. */
  private search(units: readonly number[]): number {
    const { rows, lockOf, isInside, parent, isOnPath, next, before } = this;
    parent.fill(-2);
    const queue = units.map((unit) => 2 * unit + 1);
    for (const node of queue) parent[node] = -1;
    const visit = (node: number, from: number): void => {
      if (parent[node] !== -2) return;
      parent[node] = from;
      queue.push(node);
    };
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head]!;
      const unit = node >> 1;
      if (node % 2 === 0) {
        // A unit on another path can only send that path elsewhere.
        if (isOnPath[unit] === 0) visit(node + 1, node);
        else if (before[unit]! >= 0) visit(2 * before[unit]! + 1, node);
        continue;
      }
      for (let at = rows.offsets[unit]!; at < rows.offsets[unit + 1]!; at++) {
        const other = rows.neighbours[at]!;
        if (next[unit] === other) continue;
        // A further unit of one locked inside is a way out too. Whose it is is not asked: so none is missed.
        if (isInside[other] === 0 && (lockOf[other]! < 0 || this.owners.has(lockOf[other]!))) return node;
        if (lockOf[other]! >= 0) continue;
        visit(2 * other, node);
      }
      if (isOnPath[unit] === 1 && lockOf[unit]! < 0) visit(2 * unit, node);
    }
    return -1;
  }
}

/**
 * Looks for an area round a locked unit in which more territories are locked than it can feed, and out of
 * which too few of them can reach. Areas grow border by border from the territory's locked units. Yields on the way.
 * @param load of each unit, one measure
 * @param least what each territory must hold of it
 * @returns the smallest such area met; null where none was
 */
export function* enclosedLocksAt(
  territory: number,
  rows: UnitAdjacency,
  lockOf: Int32Array,
  load: Float64Array,
  least: Float64Array,
): Generator<void, EnclosedLocks | null> {
  const isInside = new Uint8Array(lockOf.length);
  const isQueued = new Uint8Array(lockOf.length);
  const area = [...lockOf.keys()].filter((unit) => lockOf[unit] === territory);
  for (const unit of area) isQueued[unit] = 1;
  const counter = new ExitCounter(rows, lockOf, isInside);
  const locked = new Map<number, number[]>();
  let held = 0;
  for (let head = 0; head < Math.min(area.length, MOST_UNITS); head++) {
    const unit = area[head]!;
    isInside[unit] = 1;
    held += load[unit]!;
    const owner = lockOf[unit]!;
    if (owner >= 0) locked.set(owner, [...(locked.get(owner) ?? []), unit]);
    for (let at = rows.offsets[unit]!; at < rows.offsets[unit + 1]!; at++) {
      const other = rows.neighbours[at]!;
      // What stays as it is feeds nobody and lets nobody through.
      const isWall = lockOf[other]! >= 0 && !(least[lockOf[other]!]! > 0);
      if (isQueued[other] === 1 || isWall) continue;
      isQueued[other] = 1;
      area.push(other);
    }
    const needs = [...locked.keys()].map((j) => least[j]!).sort((a, b) => a - b);
    const isFed = (confined: number): boolean =>
      needs.slice(0, confined).reduce((sum, need) => sum + need, 0) <= held * (1 + 1e-12);
    if (isFed(needs.length)) continue;
    yield;
    const exits = counter.count(locked);
    if (isFed(needs.length - exits)) continue;
    const mean = needs.reduce((sum, need) => sum + need, 0) / needs.length;
    return { units: area.slice(0, head + 1), territories: [...locked.keys()], loadShare: held / mean, exits };
  }
  return null;
}
