import type { ClosedLine } from './lassoSelect';
import { arcsOfUnit, type UnitMap } from './unitMap';

/** Rings of one owner's land: each a list of arcs in TopoJSON's signs, end to end and closed. */
export type Outline = readonly Int32Array[];

/** Arcs between two owners, and between an owner and what lies outside (a coast, land of no plan). */
export interface BorderArcs {
  readonly between: Int32Array;
  readonly outer: Int32Array;
}

/** Where two owners meet. `owners` holds one code a unit; codes below `least` are no owner. */
export function borderArcs(map: UnitMap, owners: Int32Array, leastCode = 0): BorderArcs {
  const between: number[] = [];
  const outer: number[] = [];
  for (let arc = 0; arc < map.forwardUnit.length; arc++) {
    const one = ownerOn(owners, map.forwardUnit[arc]!, leastCode);
    const other = ownerOn(owners, map.backwardUnit[arc]!, leastCode);
    if (one === other) continue;
    (one === null || other === null ? outer : between).push(arc);
  }
  return { between: Int32Array.from(between), outer: Int32Array.from(outer) };
}

function ownerOn(owners: Int32Array, unit: number, leastCode: number): number | null {
  const owner = unit < 0 ? leastCode - 1 : owners[unit]!;
  return owner < leastCode ? null : owner;
}

/** A ring as a line on the map. */
export function lineOfRing({ arcs }: UnitMap, ring: Int32Array): ClosedLine {
  const line: number[] = [];
  for (const reference of ring) {
    const arc = reference < 0 ? ~reference : reference;
    const [first, last] = [arcs.offsets[arc]!, arcs.offsets[arc + 1]! - 1];
    // The last point of an arc is the first of the next.
    for (let step = 0; step < last - first; step++) {
      const point = reference < 0 ? last - step : first + step;
      line.push(arcs.xy[2 * point]!, arcs.xy[2 * point + 1]!);
    }
  }
  return Float64Array.from(line);
}

/**
 * The land of each owner, with the borders inside it dissolved. Arcs keep the direction of their unit's ring,
 * so that any way of joining them at a crossing fills the same area by the non-zero rule.
 * @param wanted owners to outline; null = all
 */
export function outlinesByOwner(
  map: UnitMap,
  owners: Int32Array,
  wanted: ReadonlySet<number> | null = null,
): Map<number, Outline> {
  const unitsOf = new Map<number, number[]>();
  owners.forEach((owner, unit) => {
    if (wanted && !wanted.has(owner)) return;
    const list = unitsOf.get(owner);
    if (list) list.push(unit);
    else unitsOf.set(owner, [unit]);
  });
  // How often an owner's units walk each arc forward less backward: 0 where the border lies inside its land.
  const walks = new Int8Array(map.forwardUnit.length);
  const outlines = new Map<number, Outline>();
  for (const [owner, units] of unitsOf) {
    const touched: number[] = [];
    for (const unit of units) {
      for (const reference of arcsOfUnit(map, unit)) {
        const arc = reference < 0 ? ~reference : reference;
        walks[arc]! += reference < 0 ? -1 : 1;
        touched.push(arc);
      }
    }
    const references: number[] = [];
    for (const arc of touched) {
      for (; walks[arc]! > 0; walks[arc]!--) references.push(arc);
      for (; walks[arc]! < 0; walks[arc]!++) references.push(~arc);
    }
    outlines.set(owner, joinArcs(map, references));
  }
  return outlines;
}

/** Joins directed arcs end to start into closed rings. */
function joinArcs(map: UnitMap, references: readonly number[]): Outline {
  const fromPoint = new Map<string, number[]>();
  for (const reference of references) {
    const key = endKey(map, reference, false);
    const list = fromPoint.get(key);
    if (list) list.push(reference);
    else fromPoint.set(key, [reference]);
  }
  const rings: Int32Array[] = [];
  for (const starts of fromPoint.values()) {
    while (starts.length > 0) {
      const ring: number[] = [];
      for (let next = starts.pop(); next !== undefined;) {
        ring.push(next);
        next = fromPoint.get(endKey(map, next, true))?.pop();
      }
      rings.push(Int32Array.from(ring));
    }
  }
  return rings;
}

function endKey(map: UnitMap, reference: number, isEnd: boolean): string {
  const arc = reference < 0 ? ~reference : reference;
  const isLast = isEnd === reference >= 0;
  const point = isLast ? map.arcs.offsets[arc + 1]! - 1 : map.arcs.offsets[arc]!;
  return `${map.arcs.xy[2 * point]},${map.arcs.xy[2 * point + 1]}`;
}
