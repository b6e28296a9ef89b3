import '../../../renderer/palette/tokens.css';
import { colorDistances } from '../../../shared/geo/colorDistance';
import { colorGraph } from '../../../shared/geo/colorGraph';
import { lassoSelect } from '../../../shared/geo/lassoSelect';
import { TERRITORY_COLORS } from '../../../renderer/palette/territoryColors';
import { loadBasemap } from '../../../renderer/map/basemapFiles';
import { labelPlaces, neighboursOnLand, trackLand } from '../../../renderer/map/land';
import { dotSizesOf, readMapPoints } from '../../../renderer/map/mapAccounts';
import { TerritoryMap } from '../../../renderer/map/TerritoryMap';
import { generateAccounts } from './generatedAccounts';

const query = new URLSearchParams(location.search);
const count = Number(query.get('n') ?? 2500);
const territories = Number(query.get('k') ?? 24);
if (query.get('dark')) document.documentElement.dataset['mantineColorScheme'] = 'dark';

const times: Record<string, number> = {};
function timed<T>(name: string, run: () => T): T {
  const from = performance.now();
  const result = run();
  times[name] = Math.round((performance.now() - from) * 10) / 10;
  return result;
}

const from = performance.now();
const basemap = await loadBasemap();
times['basemap'] = performance.now() - from;
const { table, assignment } = generateAccounts(basemap, count, territories);
const accounts = timed('readAccounts', () => readMapPoints(table));
const sizes = timed('sizes', () =>
  dotSizesOf(table.rowCount, table.attributes[0]!, table.measures[0]!, table.removed),
);
const tracker = timed('trackLand', () => trackLand(basemap, accounts));
const owners = timed('owners', () => tracker.ownersOf(assignment));
const neighbours = timed('neighbours', () =>
  neighboursOnLand(basemap, tracker, accounts, assignment, owners, territories),
);
const distances = colorDistances(TERRITORY_COLORS.map((color) => color.light.fill));
const colorIndices = timed('colorGraph', () =>
  colorGraph(
    neighbours,
    distances,
    neighbours.map(() => null),
  ),
);
const map = timed(
  'createMap',
  () =>
    new TerritoryMap(
      document.getElementById('map')!,
      query.get('z')
        ? {
            lat: Number(query.get('lat') ?? 41),
            lng: Number(query.get('lng') ?? -87),
            zoom: Number(query.get('z')),
          }
        : null,
      {
        onDraft: (line) => map.setShape(line),
        onShape: (line) => {
          const rows = timed('lasso', () => lassoSelect(accounts.points, accounts.index, line));
          map.setSelection(rows);
          map.setShape(line);
          console.log('picked', rows.length, times['lasso']);
        },
        onBrush: () => undefined,
        onClick: (point) => console.log(map.accountAt(point), map.ownerAt(point)),
        onHover: () => undefined,
      },
      () => undefined,
    ),
);
map.setBasemap(basemap);
map.setAccounts(accounts, sizes);
map.setAlignment({ assignment, colorIndices, owners });
const places = labelPlaces(basemap, owners, accounts, assignment, territories);
map.setLabels(
  places.flatMap((place, k) =>
    place ? [{ ...place, name: `Territory ${k + 1}`, figure: String(70 + ((k * 37) % 60)) }] : [],
  ),
);
map.selectTerritory(Number(query.get('sel') ?? 3));
if (query.get('tool')) map.setTool(query.get('tool') as 'lasso');
Object.assign(window, { map, times, accounts, assignment, colorIndices, tracker });
document.title = 'ready';
