import type { ProjectedPoints } from '../../shared/geo/projection';
import type { UnitMap } from '../../shared/geo/unitMap';
import { unitMiddles } from '../../shared/geo/unitSelect';
import type { ArcLevels } from './arcPath';
import { loadUnitOutlines, type UnitOutlines } from './unitMapFiles';

/** Lines of the base map that it shows from a zoom on, and reads then. */
export const DETAIL_ZOOMS = { region: 3.5, zip3: 7 } as const;
export type DetailKind = keyof typeof DETAIL_ZOOMS;
const KINDS: readonly DetailKind[] = ['region', 'zip3'];

/** Borders between units, and where their names stand. */
export interface DetailLines {
  readonly map: UnitMap;
  readonly arcLevels: ArcLevels;
  readonly arcs: Int32Array;
  readonly middles: ProjectedPoints;
}

/** Regions of the world and ZIP3 areas of the base map: each read when a map is first near enough to show it. */
export class BasemapDetail {
  private readonly known = new Map<DetailKind, DetailLines>();
  private readonly asked = new Map<DetailKind, Promise<void>>();
  private readonly load: (kind: DetailKind) => Promise<UnitOutlines>;

  constructor(load: (kind: DetailKind) => Promise<UnitOutlines>) {
    this.load = load;
  }

  /** What is shown of a kind at a zoom; null where that is nothing, or it is not read yet. */
  linesAt(kind: DetailKind, zoom: number): DetailLines | null {
    return zoom < DETAIL_ZOOMS[kind] ? null : (this.known.get(kind) ?? null);
  }

  /** Reads what a zoom shows and is not read yet. @param onRead called after each kind that was read for this call */
  want(zoom: number, onRead: () => void): void {
    for (const kind of KINDS) {
      if (zoom < DETAIL_ZOOMS[kind] || this.known.has(kind)) continue;
      const asked = this.asked.get(kind) ?? this.read(kind);
      this.asked.set(kind, asked);
      // Without the file the map lacks these lines, and no more.
      void asked.then(onRead, () => undefined);
    }
  }

  private async read(kind: DetailKind): Promise<void> {
    const outlines = await this.load(kind);
    const { map } = outlines;
    this.known.set(kind, { ...outlines, arcs: bordersOf(kind, map), middles: unitMiddles(map) });
  }
}

/**
 * Arcs between two units of one country; the countries' own borders and the coasts are drawn finer by the base map.
 * The states of the USA are, too: of the regions its arcs are left out.
 */
export function bordersOf(kind: DetailKind, { ids, forwardUnit, backwardUnit }: UnitMap): Int32Array {
  const countryOf = (unit: number) => (kind === 'region' ? ids[unit]!.slice(0, 2) : 'US');
  const arcs: number[] = [];
  for (let arc = 0; arc < forwardUnit.length; arc++) {
    const [one, other] = [forwardUnit[arc]!, backwardUnit[arc]!];
    if (one < 0 || other < 0 || countryOf(one) !== countryOf(other)) continue;
    if (kind === 'zip3' || countryOf(one) !== 'US') arcs.push(arc);
  }
  return Int32Array.from(arcs);
}

/** The detail of the app's own base map, read in a moment when the window is idle: the map is there first. */
export const basemapDetail = new BasemapDetail(async (kind) => {
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 3000 }));
  return loadUnitOutlines(kind);
});
