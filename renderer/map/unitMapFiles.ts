import type { Topology } from 'topojson-specification';
import regionsUrl from '../../assets/data/map/regions.topo.gz?url';
import zip3Url from '../../assets/data/map/zip3.topo.gz?url';
import { decodeArcs } from '../../shared/geo/arcStore';
import { UNIT_LAYERS } from '../../shared/geo/unitLayers';
import { createUnitLocator, type UnitLocator } from '../../shared/geo/unitLocator';
import { readUnitMap, type UnitMap } from '../../shared/geo/unitMap';
import { unitMiddles } from '../../shared/geo/unitSelect';
import type { ProjectedPoints } from '../../shared/geo/projection';
import type { UnitLevel } from '../../shared/model/exception';
import { ArcLevels } from './arcPath';
import { loadBasemap } from './basemapFiles';
import { readMapFile } from './readMapFile';

/** The units of a level as the map draws and finds them; the same for every plan. */
export interface UnitGround {
  readonly level: UnitLevel;
  readonly map: UnitMap;
  readonly arcLevels: ArcLevels;
  readonly locator: UnitLocator;
  readonly middles: ProjectedPoints;
  readonly indexOfId: ReadonlyMap<string, number>;
}

function groundOf(level: UnitLevel, map: UnitMap, arcLevels = new ArcLevels(map.arcs)): UnitGround {
  return {
    level,
    map,
    arcLevels,
    locator: createUnitLocator(map),
    middles: unitMiddles(map),
    indexOfId: new Map(map.ids.map((id, index) => [id, index])),
  };
}

/** Countries and regions share a file and their arcs. */
async function readWorld(): Promise<Record<'country' | 'region', UnitGround>> {
  const topology = await readMapFile<Topology>(regionsUrl);
  const arcs = decodeArcs(topology);
  const arcLevels = new ArcLevels(arcs);
  const ground = (level: UnitLevel) =>
    groundOf(level, readUnitMap(topology, UNIT_LAYERS[level].layer, arcs), arcLevels);
  return { country: ground('country'), region: ground('region') };
}

let world: ReturnType<typeof readWorld> | null = null;
const loading = new Map<UnitLevel, Promise<UnitGround>>();

async function read(level: UnitLevel): Promise<UnitGround> {
  if (level === 'county') return groundOf(level, (await loadBasemap()).counties);
  if (level === 'zip3') {
    return groundOf(level, readUnitMap(await readMapFile<Topology>(zip3Url), UNIT_LAYERS.zip3.layer));
  }
  return (await (world ??= readWorld()))[level];
}

/** The units of a level, read once from the app's own files when first asked for, and kept. */
export function loadUnitGround(level: UnitLevel): Promise<UnitGround> {
  const known = loading.get(level) ?? read(level);
  loading.set(level, known);
  return known;
}
