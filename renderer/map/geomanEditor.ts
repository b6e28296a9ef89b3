import L from 'leaflet';
import '@geoman-io/leaflet-geoman-free';
import './geomanEditor.css';
import type { ClosedLine } from '../../shared/geo/lassoSelect';
import { latOfY, lngOfX, mercatorX, mercatorY } from '../../shared/geo/projection';
import { readToken } from '../palette/readToken';
import { listenToCornerKeys, type CornerLine } from './cornerKeys';

/** Above the canvases, under the corners. */
const PANE = 'boundary';
const PANE_LEVEL = '450';

const EDITING: L.PM.EditModeOptions = {
  allowSelfIntersection: false,
  snappable: false,
  removeLayerBelowMinVertexCount: false,
  addVertexOn: 'click',
  removeVertexOn: 'contextmenu',
};

/** Draws or edits one polygon on the map; see editBoundary. */
export function editWithGeoman(
  map: L.Map,
  start: ClosedLine | null,
  onLine: (line: ClosedLine) => void,
): () => void {
  if (!map.getPane(PANE)) map.createPane(PANE).style.zIndex = PANE_LEVEL;
  const tools = toolsOf(map);
  const accent = readToken('--accent');
  const style: L.PathOptions = { color: accent, weight: 2, fillColor: accent, fillOpacity: 0.12, pane: PANE };
  let polygon: L.Polygon | null = null;

  function edit(layer: L.Polygon): void {
    polygon = layer;
    const byKeys = lineOfPolygon(layer, () => onLine(lineOf(layer)));
    const listen = () => listenToCornerKeys(map, byKeys);
    layer.on('pm:edit', () => onLine(lineOf(layer)));
    layer.on('pm:enable pm:vertexadded pm:vertexremoved', listen);
    layer.pm.enable(EDITING);
    listen();
  }

  function finish({ layer }: { readonly layer: L.Layer }): void {
    if (!(layer instanceof L.Polygon)) return;
    edit(layer);
    onLine(lineOf(layer));
  }

  if (start) {
    edit(L.polygon(cornersOf(start), style).addTo(map));
  } else {
    map.once('pm:create', finish);
    tools.enableDraw('Polygon', {
      allowSelfIntersection: false,
      continueDrawing: false,
      snappable: false,
      tooltips: false,
      pathOptions: style,
      templineStyle: { ...style, fill: false },
      hintlineStyle: { ...style, fill: false, dashArray: '4 4' },
    });
  }
  return () => {
    map.off('pm:create', finish);
    tools.disableDraw();
    polygon?.pm.disable();
    polygon?.remove();
  };
}

/** Geoman gives its tools to maps made after it is loaded: this one was there before. */
function toolsOf(map: L.Map): L.PM.PMMap {
  const made = map as Partial<Pick<L.Map, 'pm'>>;
  if (!made.pm) {
    const { Map: MapTools } = L.PM as unknown as { readonly Map: new (map: L.Map) => L.PM.PMMap };
    made.pm = new MapTools(map);
    made.pm.setGlobalOptions({
      panes: { vertexPane: 'markerPane', layerPane: PANE, markerPane: 'markerPane' },
    });
  }
  return made.pm;
}

/** Geoman keeps the markers of its corners to itself, those of the outer ring first. */
interface CornerMarkers {
  readonly _markers: readonly (readonly L.Marker[])[];
}

/** A polygon in the editor, for the keys. @param onReplaced called when keys changed it */
function lineOfPolygon(layer: L.Polygon, onReplaced: () => void): CornerLine {
  return {
    corners: () => outerRing(layer),
    elements: () => (layer.pm as unknown as CornerMarkers)._markers[0]!.map((marker) => marker.getElement()),
    replace(corners) {
      const before = outerRing(layer);
      layer.setLatLngs([...corners]);
      const isCrossed = layer.pm.hasSelfIntersection();
      if (isCrossed) layer.setLatLngs(before);
      else {
        // The editor makes its corners anew.
        layer.pm.disable();
        layer.pm.enable(EDITING);
        onReplaced();
      }
      return !isCrossed;
    },
  };
}

function outerRing(polygon: L.Polygon): L.LatLng[] {
  return (polygon.getLatLngs() as L.LatLng[][])[0]!;
}

function cornersOf(line: ClosedLine): L.LatLngTuple[] {
  return Array.from({ length: line.length / 2 }, (_, at) => [
    latOfY(line[2 * at + 1]!),
    lngOfX(line[2 * at]!),
  ]);
}

function lineOf(polygon: L.Polygon): ClosedLine {
  return Float64Array.from(outerRing(polygon).flatMap(({ lat, lng }) => [mercatorX(lng), mercatorY(lat)]));
}
