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
import { readOnce } from './readOnce';

/** The units of a level and their lines. */
export interface UnitOutlines {
  readonly map: UnitMap;
  readonly arcLevels: ArcLevels;
}

/** The units of a level as the map draws and finds them; the same for every plan. */
export interface UnitGround extends UnitOutlines {
  readonly level: UnitLevel;
  readonly locator: UnitLocator;
  readonly middles: ProjectedPoints;
  readonly indexOfId: ReadonlyMap<string, number>;
}

function groundOf(level: UnitLevel, outlines: UnitOutlines): UnitGround {
  const { map } = outlines;
  return {
    ...outlines,
    level,
    locator: createUnitLocator(map),
    middles: unitMiddles(map),
    indexOfId: new Map(map.ids.map((id, index) => [id, index])),
  };
}

/** Countries and regions share a file and their arcs. */
async function readWorld(): Promise<Record<'country' | 'region', UnitOutlines>> {
  const topology = await readMapFile<Topology>(regionsUrl);
  const arcs = decodeArcs(topology);
  const arcLevels = new ArcLevels(arcs);
  const outlines = (level: UnitLevel) => ({
    map: readUnitMap(topology, UNIT_LAYERS[level].layer, arcs),
    arcLevels,
  });
  return { country: outlines('country'), region: outlines('region') };
}

const worldRead = new Map<'world', ReturnType<typeof readWorld>>();
const outlinesRead = new Map<UnitLevel, Promise<UnitOutlines>>();
const groundsRead = new Map<UnitLevel, Promise<UnitGround>>();

async function readOutlines(level: UnitLevel): Promise<UnitOutlines> {
  if (level === 'county') {
    const { counties } = await loadBasemap();
    return { map: counties, arcLevels: new ArcLevels(counties.arcs) };
  }
  if (level === 'zip3') {
    const map = readUnitMap(await readMapFile<Topology>(zip3Url), UNIT_LAYERS.zip3.layer);
    return { map, arcLevels: new ArcLevels(map.arcs) };
  }
  return (await readOnce(worldRead, 'world', readWorld))[level];
}

/** The outlines of a level, read once from the app's own files when first asked for, and kept. */
export function loadUnitOutlines(level: UnitLevel): Promise<UnitOutlines> {
  return readOnce(outlinesRead, level, () => readOutlines(level));
}

/** The units of a level, with the means to find them; kept, too. */
export function loadUnitGround(level: UnitLevel): Promise<UnitGround> {
  return readOnce(groundsRead, level, async () => groundOf(level, await loadUnitOutlines(level)));
}
