import { thinArcs, type ArcStore } from '../../shared/geo/arcStore';
import type { Outline } from '../../shared/geo/territoryOutlines';
import { arcsOfUnit, type UnitMap } from '../../shared/geo/unitMap';
import { boundsOfFrame, type MapFrame } from './mapFrame';

/** Least distance in pixels between two points of a line that is drawn. */
const POINT_SPACING_PX = 0.9;
/** From here on every point of the sources is drawn. */
const FULL_DETAIL_ZOOM = 9;

interface Level {
  readonly store: ArcStore;
  /** West, north, east, south of each arc. */
  readonly bounds: Float64Array;
}

/** Arcs of a topology with as many points as a zoom can show. Levels are made when first drawn, and kept. */
export class ArcLevels {
  private readonly full: ArcStore;
  private readonly levels = new Map<number, Level>();

  private readonly extraDetail: number;

  /** @param extraDetail zooms by which lines are finer than a screen shows them, for paper */
  constructor(full: ArcStore, extraDetail = 0) {
    this.full = full;
    this.extraDetail = extraDetail;
  }

  at(zoom: number): Level {
    const step = Math.max(0, Math.min(FULL_DETAIL_ZOOM, Math.ceil(zoom) + this.extraDetail));
    const known = this.levels.get(step);
    if (known) return known;
    const store =
      step === FULL_DETAIL_ZOOM ? this.full : thinArcs(this.full, POINT_SPACING_PX / (256 * 2 ** step));
    const level = { store, bounds: boundsOfArcs(store) };
    this.levels.set(step, level);
    return level;
  }
}

function boundsOfArcs(store: ArcStore): Float64Array {
  const count = store.offsets.length - 1;
  const bounds = new Float64Array(count * 4);
  for (let arc = 0; arc < count; arc++) {
    const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
    for (let point = store.offsets[arc]!; point < store.offsets[arc + 1]!; point++) {
      const x = store.xy[2 * point]!;
      const y = store.xy[2 * point + 1]!;
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
    bounds.set(box, arc * 4);
  }
  return bounds;
}

type Sink = Pick<CanvasRenderingContext2D, 'moveTo' | 'lineTo' | 'closePath'>;

function traceArc(sink: Sink, store: ArcStore, reference: number, frame: MapFrame, isStart: boolean): void {
  const { scale, left, top } = frame;
  const arc = reference < 0 ? ~reference : reference;
  const step = reference < 0 ? -1 : 1;
  const first = store.offsets[arc]!;
  const last = store.offsets[arc + 1]! - 1;
  let point = reference < 0 ? last : first;
  const end = (reference < 0 ? first : last) + step;
  if (isStart) sink.moveTo(store.xy[2 * point]! * scale - left, store.xy[2 * point + 1]! * scale - top);
  for (point += step; point !== end; point += step) {
    sink.lineTo(store.xy[2 * point]! * scale - left, store.xy[2 * point + 1]! * scale - top);
  }
}

/** Arcs that reach from one edge of the map to the other cross the 180th meridian; Antarctica's runs along the edge. */
function crossesDateLine(bounds: Float64Array, arc: number): boolean {
  return bounds[4 * arc + 2]! - bounds[4 * arc]! > 0.5 && bounds[4 * arc + 1]! < 0.95;
}

/**
 * As traceArc for an arc that may cross the 180th meridian: beyond it the arc goes on outside of the map.
 * @param turns whole turns round the world that the arc's start is off
 * @returns turns at its end, and those farthest from the turns at its start
 */
function traceArcBeyond(
  sink: Sink,
  store: ArcStore,
  reference: number,
  frame: MapFrame,
  isStart: boolean,
  turns: number,
): { readonly end: number; readonly farthest: number } {
  const { scale, left, top } = frame;
  const arc = reference < 0 ? ~reference : reference;
  const first = store.offsets[arc]!;
  const count = store.offsets[arc + 1]! - first;
  let now = turns;
  let farthest = turns;
  for (let step = 0; step < count; step++) {
    const point = reference < 0 ? first + count - 1 - step : first + step;
    const x = store.xy[2 * point]!;
    if (step > 0) {
      const before = store.xy[2 * (reference < 0 ? point + 1 : point - 1)]!;
      if (x - before > 0.5) now -= 1;
      else if (before - x > 0.5) now += 1;
      if (now !== turns) farthest = now;
    }
    const place = [(x + now) * scale - left, store.xy[2 * point + 1]! * scale - top] as const;
    if (step === 0 && isStart) sink.moveTo(...place);
    else if (step > 0) sink.lineTo(...place);
  }
  return { end: now, farthest };
}

/** @returns the farthest whole turn that the ring was off the map, 0 where it stays on it */
function traceRing(
  sink: Sink,
  level: Level,
  ring: ArrayLike<number>,
  frame: MapFrame,
  turns: number,
): number {
  const { store, bounds } = level;
  let now = turns;
  let farthest = 0;
  for (let at = 0; at < ring.length; at++) {
    const reference = ring[at]!;
    const arc = reference < 0 ? ~reference : reference;
    if (now === 0 && !crossesDateLine(bounds, arc)) {
      traceArc(sink, store, reference, frame, at === 0);
      continue;
    }
    const walked = traceArcBeyond(sink, store, reference, frame, at === 0, now);
    if (walked.farthest !== turns) farthest = walked.farthest - turns;
    now = walked.end;
  }
  sink.closePath();
  return farthest;
}

/** Adds closed rings to a path; one across the 180th meridian at both edges of the map. */
export function traceRings(sink: Sink, levels: ArcLevels, rings: Outline, frame: MapFrame): void {
  const level = levels.at(frame.zoom);
  for (const ring of rings) {
    const beyond = traceRing(sink, level, ring, frame, 0);
    if (beyond !== 0) traceRing(sink, level, ring, frame, -beyond);
  }
}

/** Adds the areas of a map's units, or of some of them, to a path; units outside the frame are left out. */
export function traceUnits(
  sink: Sink,
  levels: ArcLevels,
  map: UnitMap,
  frame: MapFrame,
  units: Iterable<number> = map.ids.keys(),
): void {
  const [west, north, east, south] = boundsOfFrame(frame);
  for (const unit of units) {
    const at = unit * 4;
    if (map.bounds[at]! > east || map.bounds[at + 2]! < west) continue;
    if (map.bounds[at + 1]! > south || map.bounds[at + 3]! < north) continue;
    const rings: Int32Array[] = [];
    for (let ring = map.unitRings[unit]!; ring < map.unitRings[unit + 1]!; ring++) {
      rings.push(map.ringArcs.subarray(map.ringOffsets[ring], map.ringOffsets[ring + 1]));
    }
    traceRings(sink, levels, rings, frame);
  }
}

/** Adds arcs to a path as lines; arcs outside the frame are left out. */
export function traceLines(sink: Sink, levels: ArcLevels, arcs: ArrayLike<number>, frame: MapFrame): void {
  const { store, bounds } = levels.at(frame.zoom);
  const [west, north, east, south] = boundsOfFrame(frame, 8);
  for (let i = 0; i < arcs.length; i++) {
    const arc = arcs[i]! < 0 ? ~arcs[i]! : arcs[i]!;
    const at = arc * 4;
    if (bounds[at]! > east || bounds[at + 2]! < west) continue;
    if (bounds[at + 1]! > south || bounds[at + 3]! < north) continue;
    if (!crossesDateLine(bounds, arc)) {
      traceArc(sink, store, arc, frame, true);
      continue;
    }
    const { farthest } = traceArcBeyond(sink, store, arc, frame, true, 0);
    traceArcBeyond(sink, store, arc, frame, true, -farthest);
  }
}

/** All arcs of a map's units, each once. */
export function arcsOfMap(map: UnitMap): Int32Array {
  const arcs = new Set<number>();
  for (let unit = 0; unit < map.ids.length; unit++) {
    for (const reference of arcsOfUnit(map, unit)) arcs.add(reference < 0 ? ~reference : reference);
  }
  return Int32Array.from(arcs);
}
