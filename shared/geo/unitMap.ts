import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { decodeArcs, type ArcStore } from './arcStore';

/**
 * Geographic units (counties, states, countries) that share their borders, as columns. An arc is named by its
 * index, and by ~index where it is walked backwards, as in TopoJSON.
 */
export interface UnitMap {
  readonly arcs: ArcStore;
  /** FIPS or ISO code of each unit. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** First ring of each unit, one more at the end; a unit of several pieces has several rings, holes included. */
  readonly unitRings: Int32Array;
  /** First arc of each ring in ringArcs, one more at the end. */
  readonly ringOffsets: Int32Array;
  readonly ringArcs: Int32Array;
  /** West, north, east, south of each unit in the unit square. */
  readonly bounds: Float64Array;
  /** The unit that walks an arc forward, and the one that walks it backward; −1 = none (a coast). */
  readonly forwardUnit: Int32Array;
  readonly backwardUnit: Int32Array;
}

interface Named {
  readonly name?: string;
}
type NamedGeometry = GeometryObject<Named>;

function nameOf({ properties }: NamedGeometry): string {
  return properties && 'name' in properties ? (properties.name ?? '') : '';
}

function ringsOf(geometry: NamedGeometry): readonly (readonly number[])[] {
  if (geometry.type === 'Polygon') return geometry.arcs;
  if (geometry.type === 'MultiPolygon') return geometry.arcs.flat();
  return [];
}

/** Reads one layer of a topology. Geometries that are not areas become units without rings. */
export function readUnitMap(topology: Topology, layer: string, arcs = decodeArcs(topology)): UnitMap {
  const units = (topology.objects[layer] as GeometryCollection<Named>).geometries;
  const unitRings = new Int32Array(units.length + 1);
  const rings: (readonly number[])[] = [];
  units.forEach((geometry, unit) => {
    rings.push(...ringsOf(geometry));
    unitRings[unit + 1] = rings.length;
  });
  const ringOffsets = new Int32Array(rings.length + 1);
  rings.forEach((ring, index) => (ringOffsets[index + 1] = ringOffsets[index]! + ring.length));
  const ringArcs = Int32Array.from(rings.flat());
  const arcCount = arcs.offsets.length - 1;
  const forwardUnit = new Int32Array(arcCount).fill(-1);
  const backwardUnit = new Int32Array(arcCount).fill(-1);
  for (let unit = 0; unit < units.length; unit++) {
    for (let at = ringOffsets[unitRings[unit]!]!; at < ringOffsets[unitRings[unit + 1]!]!; at++) {
      const reference = ringArcs[at]!;
      const arc = reference < 0 ? ~reference : reference;
      const [own, opposite] = reference < 0 ? [backwardUnit, forwardUnit] : [forwardUnit, backwardUnit];
      // Where rounding folded two borders onto each other, both neighbours walk an arc the same way.
      if (own[arc]! < 0) own[arc] = unit;
      else if (opposite[arc]! < 0) opposite[arc] = unit;
    }
  }
  return {
    arcs,
    ids: units.map((geometry) => String(geometry.id ?? '')),
    names: units.map((geometry) => nameOf(geometry)),
    unitRings,
    ringOffsets,
    ringArcs,
    bounds: boundsOfUnits(units.length, unitRings, ringOffsets, ringArcs, arcs),
    forwardUnit,
    backwardUnit,
  };
}

function boundsOfUnits(
  unitCount: number,
  unitRings: Int32Array,
  ringOffsets: Int32Array,
  ringArcs: Int32Array,
  arcs: ArcStore,
): Float64Array {
  const bounds = new Float64Array(unitCount * 4);
  for (let unit = 0; unit < unitCount; unit++) {
    let west = Infinity;
    let north = Infinity;
    let east = -Infinity;
    let south = -Infinity;
    for (let at = ringOffsets[unitRings[unit]!]!; at < ringOffsets[unitRings[unit + 1]!]!; at++) {
      const arc = ringArcs[at]! < 0 ? ~ringArcs[at]! : ringArcs[at]!;
      for (let point = arcs.offsets[arc]!; point < arcs.offsets[arc + 1]!; point++) {
        const x = arcs.xy[2 * point]!;
        const y = arcs.xy[2 * point + 1]!;
        if (x < west) west = x;
        if (x > east) east = x;
        if (y < north) north = y;
        if (y > south) south = y;
      }
    }
    bounds.set([west, north, east, south], unit * 4);
  }
  return bounds;
}

/** The arcs of a unit's rings, in TopoJSON's signs. */
export function arcsOfUnit(map: UnitMap, unit: number): Int32Array {
  return map.ringArcs.subarray(
    map.ringOffsets[map.unitRings[unit]!],
    map.ringOffsets[map.unitRings[unit + 1]!],
  );
}
