import '../../../renderer/palette/tokens.css';
import L from 'leaflet';
import { lassoSelect } from '../../../shared/geo/lassoSelect';
import { lngOfX, latOfY } from '../../../shared/geo/projection';
import { loadBasemap } from '../../../renderer/map/basemapFiles';
import { labelPlaces, trackLand } from '../../../renderer/map/land';
import { dotSizesOf, readMapPoints } from '../../../renderer/map/mapAccounts';
import { TerritoryMap } from '../../../renderer/map/TerritoryMap';
import { TERRITORY_COLORS } from '../../../renderer/palette/territoryColors';
import { generateAccounts } from './generatedAccounts';

/** Milliseconds; medians but for drawMs, which is from nothing to the first full picture. */
export interface MapFigures {
  readonly points: number;
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

/** From the act to the second frame after it: what it drew is then on screen. */
async function timed(act: () => void): Promise<number> {
  await frame();
  const from = performance.now();
  act();
  await frame();
  await frame();
  return performance.now() - from;
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
  const heapBefore = heapMB();

  const from = performance.now();
  const places = readMapPoints(table);
  const sizes = dotSizesOf(points, table.attributes[0]!, table.measures[0]!, table.removed);
  const tracker = trackLand(basemap, places);
  const owners = tracker.ownersOf(assignment);
  const colorIndices = Array.from({ length: TERRITORIES }, (_, k) => k % TERRITORY_COLORS.length);
  const none = () => undefined;
  const events = { onDraft: none, onShape: none, onBrush: none, onClick: none, onHover: none };
  const element = newElement();
  const ours = new TerritoryMap(element, VIEW, events, none);
  ours.setBasemap(basemap);
  ours.setAccounts(places, sizes);
  ours.setAlignment({ assignment, colorIndices, owners });
  ours.setLabels(
    labelPlaces(basemap, owners, places, assignment, TERRITORIES).flatMap((place, k) =>
      place ? [{ ...place, name: `Territory ${k}`, figure: '100' }] : [],
    ),
  );
  await frame();
  await frame();
  const drawMs = performance.now() - from;
  const heap = heapMB() - heapBefore;
  const { leaflet } = ours as unknown as { leaflet: L.Map };
  const moves = await panAndZoom(leaflet);
  const dragP95Ms = await dragP95(element);
  const lassoFrom = performance.now();
  const third = Float64Array.from({ length: 600 }, (_, at) => {
    const angle = (Math.PI * (at - (at % 2))) / 300;
    return at % 2 === 0 ? 0.265 + 0.022 * Math.cos(angle) : 0.385 + 0.03 * Math.sin(angle);
  });
  ours.setSelection(lassoSelect(places.points, places.index, third).subarray(0, 30_000));
  await frame();
  const lasso30kMs = performance.now() - lassoFrom;
  ours.destroy();
  const peer = await measurePeer(places.points, assignment, colorIndices);
  return { points, ours: { drawMs, ...moves, dragP95Ms, heapMB: heap, lasso30kMs }, peer };
};

/** The usual way: one L.circleMarker an account on L.canvas. */
async function measurePeer(
  points: { readonly x: Float64Array; readonly y: Float64Array },
  assignment: Int32Array,
  colorIndices: readonly number[],
): Promise<MapFigures['peer']> {
  const from = performance.now();
  const map = L.map(newElement(), {
    center: [VIEW.lat, VIEW.lng],
    zoom: VIEW.zoom,
    zoomSnap: 0.25,
    renderer: L.canvas(),
    preferCanvas: true,
    zoomAnimation: false,
  });
  for (let row = 0; row < points.x.length; row++) {
    L.circleMarker([latOfY(points.y[row]!), lngOfX(points.x[row]!)], {
      radius: 2.5,
      weight: 0.7,
      color: '#fff',
      fillColor: TERRITORY_COLORS[colorIndices[assignment[row]!]!]!.light.ink,
      fillOpacity: 1,
    }).addTo(map);
  }
  await frame();
  await frame();
  const drawMs = performance.now() - from;
  const moves = await panAndZoom(map);
  map.remove();
  return { drawMs, ...moves };
}
