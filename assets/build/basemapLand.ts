import { createRequire } from 'node:module';
import { meshArcs } from 'topojson-client';
import { filter } from 'topojson-simplify';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';

type Layers = Topology<Record<string, GeometryObject<object>>>;

const require = createRequire(import.meta.url);

/** ISO numeric codes of the land that us-atlas draws far finer: the USA and its territories. */
const DRAWN_BY_US_ATLAS = new Set(['840', '630', '850', '316', '016', '580']);
const USA = '840';

/**
 * Countries at 1:50m without the USA, which has a layer of its own, and `bridge`: the land borders of the
 * USA. The two sources draw these borders differently; a stroke in the colour of land along `bridge`
 * closes the gaps between them.
 */
export function buildWorld(): Topology {
  const atlas = require('world-atlas/countries-50m.json') as Layers;
  const all = atlas.objects['countries'] as GeometryCollection<object>;
  const bridge = meshArcs(
    atlas,
    all,
    (a: GeometryObject, b: GeometryObject) => a !== b && (a.id === USA || b.id === USA),
  );
  const geometries = all.geometries.filter((country) => !DRAWN_BY_US_ATLAS.has(String(country.id)));
  return filter(
    { ...atlas, objects: { countries: { type: 'GeometryCollection', geometries }, bridge } },
    () => true,
  );
}

/** US counties and states (1:10m, 2017 counties) in one topology, so that they share their borders. */
export function buildUnitedStates(): Topology {
  const atlas = require('us-atlas/counties-10m.json') as Layers;
  const { counties, states } = atlas.objects;
  return filter({ ...atlas, objects: { counties: counties!, states: states! } }, () => true);
}
