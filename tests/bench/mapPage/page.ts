import '../../../renderer/palette/tokens.css';
import L from 'leaflet';
import { lassoSelect } from '../../../shared/geo/lassoSelect';
import type { AccountTable } from '../../../shared/model/accountTable';
import { loadBasemap, type Basemap } from '../../../renderer/map/basemapFiles';
import { labelPlaces, trackLand } from '../../../renderer/map/land';
import { dotSizesOf, readMapPoints, type MapPoints } from '../../../renderer/map/mapAccounts';
import { TerritoryMap } from '../../../renderer/map/TerritoryMap';
import { TERRITORY_COLORS } from '../../../renderer/palette/territoryColors';
import { generateAccounts } from './generatedAccounts';

/**
 * Milliseconds, medians; drawMs is from coordinates in typed arrays to the first full picture of a new map.
 * `ours` and `peer` draw the dots alone. `oursWithLand` draws all that the app's map has: land, territories,
 * lines and names; its drawMs begins when the base map is read.
 */
export interface MapFigures {
  readonly points: number;
  readonly oursWithLand: { readonly drawMs: number; readonly panMs: number; readonly zoomMs: number };
  readonly ours: {
    readonly drawMs: number;
    readonly panMs: number;
    readonly zoomMs: number;
    readonly dragP95Ms: number;
    readonly heapMB: number;
    readonly lasso30kMs: number;
  };
  readonly peer: { readonly drawMs: number; readonly panMs: number; readonly zoomMs: number };
}

declare global {
  interface Window {
    runMapBench?: (points: number) => Promise<MapFigures>;
  }
}

const TERRITORIES = 200;
const VIEW = { lat: 39, lng: -92, zoom: 5 };

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** From the act to the end of the frame that shows it: a message posted in a frame is read once it is painted. */
async function timed(act: () => void): Promise<number> {
  await frame();
  await frame();
  await afterPaint();
  const from = performance.now();
  act();
  await frame();
  await afterPaint();
  return performance.now() - from;
}

function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

function heapMB(): number {
  const { memory } = performance as unknown as { memory?: { usedJSHeapSize: number } };
  return (memory?.usedJSHeapSize ?? 0) / 1048576;
}

function newElement(): HTMLElement {
  document.getElementById('map')?.remove();
  const element = document.createElement('div');
  element.id = 'map';
  document.body.append(element);
  return element;
}

/** Megabytes that a map with its dots takes beyond the page without one. */
async function heapOfMap(plan: BenchPlan): Promise<number> {
  const before = heapMB();
  let map: TerritoryMap | null = null;
  await timed(() => (map = drawDots(newElement(), plan).map));
  const taken = heapMB() - before;
  map!.destroy();
  return taken;
}

const DRAWS = 3;

/** Draws a map several times, each one new; the last one stays. */
async function drawOften<Drawn>(
  draw: () => Drawn,
  remove: (drawn: Drawn) => void,
): Promise<{ readonly drawMs: number; readonly drawn: Drawn }> {
  const times: number[] = [];
  for (;;) {
    const made: Drawn[] = [];
    times.push(await timed(() => made.push(draw())));
    if (times.length === DRAWS) return { drawMs: median(times), drawn: made[0]! };
    remove(made[0]!);
  }
}

async function panAndZoom(map: L.Map): Promise<{ panMs: number; zoomMs: number }> {
  const pans: number[] = [];
  for (const by of [320, -320, 320, -320, 320]) {
    pans.push(await timed(() => map.panBy([by, by / 2], { animate: false })));
  }
  const zooms: number[] = [];
  for (const zoom of [5.5, 6, 5.5, 5]) zooms.push(await timed(() => map.setZoom(zoom, { animate: false })));
  return { panMs: median(pans), zoomMs: median(zooms) };
}

async function dragP95(element: HTMLElement): Promise<number> {
  const fire = (name: string, x: number, y: number) =>
    element.dispatchEvent(
      new MouseEvent(name, { bubbles: true, clientX: x, clientY: y, button: 0, buttons: 1, view: window }),
    );
  const frames: number[] = [];
  fire('mousedown', 600, 500);
  let last = await frame();
  for (let step = 1; step <= 90; step++) {
    fire('mousemove', 600 - step * 7, 500 - step * 3);
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  fire('mouseup', 0, 0);
  return frames.sort((a, b) => a - b)[Math.floor(frames.length * 0.95)]!;
}

window.runMapBench = async (points) => {
  const basemap = await loadBasemap();
  const { table, assignment } = generateAccounts(basemap, points, TERRITORIES);
  const colorIndices = Array.from({ length: TERRITORIES }, (_, k) => k % TERRITORY_COLORS.length);
  const plan: BenchPlan = { table, assignment, colorIndices };
  const oursWithLand = await measureWithLand(plan, basemap);
  const heap = await heapOfMap(plan);
  const { drawMs, drawn } = await drawOften(
    () => drawDots(newElement(), plan),
    ({ map }) => map.destroy(),
  );
  const { map, places } = drawn;
  const element = document.getElementById('map')!;
  const moves = await panAndZoom(leafletOf(map));
  const dragP95Ms = await dragP95(element);
  const third = Float64Array.from({ length: 600 }, (_, at) => {
    const angle = (Math.PI * (at - (at % 2))) / 300;
    return at % 2 === 0 ? 0.265 + 0.022 * Math.cos(angle) : 0.385 + 0.03 * Math.sin(angle);
  });
  places.index.within(0.5, 0.5, 0.001);
  const lasso30kMs = await timed(() =>
    map.setSelection(lassoSelect(places.points, places.index, third).subarray(0, 30_000)),
  );
  map.destroy();
  const peer = await measurePeer(plan);
  return { points, ours: { drawMs, ...moves, dragP95Ms, heapMB: heap, lasso30kMs }, oursWithLand, peer };
};

interface BenchPlan {
  readonly table: AccountTable;
  readonly assignment: Int32Array;
  readonly colorIndices: readonly number[];
}

function leafletOf(map: TerritoryMap): L.Map {
  return (map as unknown as { leaflet: L.Map }).leaflet;
}

function drawDots(
  element: HTMLElement,
  { table, assignment, colorIndices }: BenchPlan,
): { readonly map: TerritoryMap; readonly places: MapPoints } {
  const none = () => undefined;
  const events = { onDraft: none, onShape: none, onBrush: none, onClick: none, onHover: none };
  const places = readMapPoints(table);
  const sizes = dotSizesOf(table.rowCount, table.attributes[0]!, table.measures[0]!, table.removed);
  const map = new TerritoryMap(element, VIEW, events, none);
  map.setAccounts(places, sizes);
  map.setAlignment({ assignment, colorIndices, owners: null });
  return { map, places };
}

async function measureWithLand(plan: BenchPlan, basemap: Basemap): Promise<MapFigures['oursWithLand']> {
  const { assignment, colorIndices } = plan;
  let map: TerritoryMap | null = null;
  const drawMs = await timed(() => {
    const made = drawDots(newElement(), plan);
    map = made.map;
    const tracker = trackLand(basemap, made.places);
    const owners = tracker.ownersOf(assignment);
    map.setBasemap(basemap);
    map.setAlignment({ assignment, colorIndices, owners });
    map.setLabels(
      labelPlaces(basemap, owners, made.places, assignment, TERRITORIES).flatMap((place, k) =>
        place ? [{ ...place, name: `Territory ${k}`, figure: '100' }] : [],
      ),
    );
  });
  const moves = await panAndZoom(leafletOf(map!));
  map!.destroy();
  return { drawMs, ...moves };
}

/** The usual way: one L.circleMarker an account on L.canvas. */
async function measurePeer({ table, assignment, colorIndices }: BenchPlan): Promise<MapFigures['peer']> {
  function draw(): L.Map {
    const map = L.map(newElement(), {
      center: [VIEW.lat, VIEW.lng],
      zoom: VIEW.zoom,
      zoomSnap: 0.25,
      renderer: L.canvas(),
      preferCanvas: true,
      zoomAnimation: false,
    });
    for (let row = 0; row < table.rowCount; row++) {
      L.circleMarker([table.lat[row]!, table.lng[row]!], {
        radius: 2.5,
        weight: 0.7,
        color: '#fff',
        fillColor: TERRITORY_COLORS[colorIndices[assignment[row]!]!]!.light.ink,
        fillOpacity: 1,
      }).addTo(map);
    }
    return map;
  }
  const { drawMs, drawn } = await drawOften(draw, (map) => map.remove());
  const moves = await panAndZoom(drawn);
  drawn.remove();
  return { drawMs, ...moves };
}
