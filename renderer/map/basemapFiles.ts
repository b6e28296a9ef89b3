import type { GeometryCollection, Topology } from 'topojson-specification';
import labelsUrl from '../../assets/data/map/labels.json.gz?url';
import unitedStatesUrl from '../../assets/data/map/unitedStates.topo.gz?url';
import waterUrl from '../../assets/data/map/water.topo.gz?url';
import worldUrl from '../../assets/data/map/world.topo.gz?url';
import { decodeArcs, type ArcStore } from '../../shared/geo/arcStore';
import { mercatorX, mercatorY } from '../../shared/geo/projection';
import { readUnitMap, type UnitMap } from '../../shared/geo/unitMap';
import { readMapFile } from './readMapFile';
import { readOnce } from './readOnce';

/** Names of towns as columns, larger towns first. */
export interface Towns {
  readonly names: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Zoom from which a town's name has room, in tenths. */
  readonly zoomTenths: readonly number[];
}

export interface WaterName {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Degrees, clockwise. */
  readonly turn: number;
  readonly fromZoom: number;
  readonly toZoom: number;
}

/** Land, water, borders and names of the map; the same for every plan. */
export interface Basemap {
  readonly countries: UnitMap;
  /** Arcs of the countries' store along which the USA meets its neighbours. */
  readonly bridge: Int32Array;
  readonly counties: UnitMap;
  readonly states: UnitMap;
  readonly lakes: UnitMap;
  /** Lakes inside counties, drawn above their fill. */
  readonly inlandLakes: UnitMap;
  readonly rivers: Int32Array;
  readonly waterArcs: ArcStore;
  readonly towns: Towns;
  readonly waters: readonly WaterName[];
}

interface LabelFile {
  towns: { names: string[]; latE3: number[]; lngE3: number[]; zoomTenths: number[] };
  waters: { name: string; lat: number; lng: number; turn: number; fromZoom: number; toZoom: number }[];
}

function linesOf(topology: Topology, layer: string): Int32Array {
  const object = topology.objects[layer]!;
  const members = object.type === 'GeometryCollection' ? (object as GeometryCollection).geometries : [object];
  return Int32Array.from(
    members.flatMap((member) => {
      if (member.type === 'LineString') return member.arcs;
      return member.type === 'MultiLineString' ? member.arcs.flat() : [];
    }),
  );
}

async function readBasemap(): Promise<Basemap> {
  const [world, unitedStates, water, labels] = await Promise.all([
    readMapFile<Topology>(worldUrl),
    readMapFile<Topology>(unitedStatesUrl),
    readMapFile<Topology>(waterUrl),
    readMapFile<LabelFile>(labelsUrl),
  ]);
  const counties = readUnitMap(unitedStates, 'counties');
  const waterArcs = decodeArcs(water);
  const { towns, waters } = labels;
  return {
    countries: readUnitMap(world, 'countries'),
    bridge: linesOf(world, 'bridge'),
    counties,
    states: readUnitMap(unitedStates, 'states', counties.arcs),
    lakes: readUnitMap(water, 'lakes', waterArcs),
    inlandLakes: readUnitMap(water, 'inlandLakes', waterArcs),
    rivers: linesOf(water, 'rivers'),
    waterArcs,
    towns: {
      names: towns.names,
      x: Float64Array.from(towns.lngE3, (value) => mercatorX(value / 1000)),
      y: Float64Array.from(towns.latE3, (value) => mercatorY(value / 1000)),
      zoomTenths: towns.zoomTenths,
    },
    waters: waters.map((water) => ({ ...water, x: mercatorX(water.lng), y: mercatorY(water.lat) })),
  };
}

const basemapRead = new Map<'basemap', Promise<Basemap>>();

/** The base map, read once from the app's own files and kept. */
export function loadBasemap(): Promise<Basemap> {
  return readOnce(basemapRead, 'basemap', readBasemap);
}
