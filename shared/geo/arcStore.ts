import type { Topology } from 'topojson-specification';
import { mercatorX, mercatorY } from './projection';

/** Arcs of a topology in the unit square of Web Mercator, one after the other. */
export interface ArcStore {
  /** First point of each arc, counted in points; one more at the end. */
  readonly offsets: Int32Array;
  /** x and y in turn. */
  readonly xy: Float64Array;
}

/** Decodes the arcs of a topology (quantized or not) in degrees and projects them. */
export function decodeArcs(topology: Topology): ArcStore {
  const { arcs, transform } = topology;
  const offsets = new Int32Array(arcs.length + 1);
  for (let arc = 0; arc < arcs.length; arc++) offsets[arc + 1] = offsets[arc]! + arcs[arc]!.length;
  const xy = new Float64Array(offsets[arcs.length]! * 2);
  let at = 0;
  for (const arc of arcs) {
    let lng = 0;
    let lat = 0;
    for (const point of arc) {
      // Quantized arcs hold steps from point to point, plain ones hold degrees.
      lng = transform ? lng + point[0]! : point[0]!;
      lat = transform ? lat + point[1]! : point[1]!;
      xy[at++] = mercatorX(transform ? lng * transform.scale[0] + transform.translate[0] : lng);
      xy[at++] = mercatorY(transform ? lat * transform.scale[1] + transform.translate[1] : lat);
    }
  }
  return { offsets, xy };
}

/**
 * The same arcs with fewer points, for drawing at a small scale: a point is left out where it lies within a
 * distance of the last one kept. Ends stay, so that borders which share an arc go on meeting.
 * @param spacing least distance between two points, in units of the square (a pixel at zoom z is 1 / (256 · 2^z))
 */
export function thinArcs(store: ArcStore, spacing: number): ArcStore {
  const arcCount = store.offsets.length - 1;
  const offsets = new Int32Array(arcCount + 1);
  const kept = new Float64Array(store.xy.length);
  const least = spacing * spacing;
  let points = 0;
  for (let arc = 0; arc < arcCount; arc++) {
    const first = store.offsets[arc]!;
    const last = store.offsets[arc + 1]! - 1;
    let x = Number.NaN;
    let y = Number.NaN;
    for (let point = first; point <= last; point++) {
      const px = store.xy[2 * point]!;
      const py = store.xy[2 * point + 1]!;
      const isNear = (px - x) ** 2 + (py - y) ** 2 < least;
      if (isNear && point !== last) continue;
      kept[2 * points] = x = px;
      kept[2 * points + 1] = y = py;
      points++;
    }
    offsets[arc + 1] = points;
  }
  return { offsets, xy: kept.slice(0, 2 * points) };
}
