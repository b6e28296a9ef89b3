import type L from 'leaflet';
import { controlBoxes } from './controlBoxes';
import type { LabelBox } from './labelLayout';
import type { MapFrame } from './mapFrame';
import { TextWidths } from './mapTexts';
import { territoryBoxes, type TerritoryLabel } from './placeLabels';

/** Boxes on a map that names of territories take, and what floats above it; CSS pixels from its corner. */
export function takenBoxes(map: L.Map, labels: readonly TerritoryLabel[]): LabelBox[] {
  const corner = map.getPixelBounds().min!;
  const { x: width, y: height } = map.getSize();
  const zoom = map.getZoom();
  const scale = 256 * 2 ** zoom;
  const frame: MapFrame = { zoom, scale, left: corner.x, top: corner.y, width, height, ratio: 1 };
  const controls = controlBoxes(map, frame);
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return controls;
  const widths = new TextWidths();
  const names = territoryBoxes(frame, labels, (style, text) => widths.of(context, style, text), controls);
  return [...controls, ...names];
}
