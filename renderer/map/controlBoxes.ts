import type L from 'leaflet';
import type { LabelBox } from './labelLayout';
import type { MapFrame } from './mapFrame';

/** Boxes of what floats above a map (`data-map-control`, `data-map-note`), in pixels of a frame: no name goes under it. */
export function controlBoxes(map: L.Map, frame: MapFrame): LabelBox[] {
  const corner = map.getPixelBounds().min!;
  const element = map.getContainer();
  const edge = element.getBoundingClientRect();
  const controls = element.parentElement?.querySelectorAll('[data-map-control], [data-map-note]') ?? [];
  return Array.from(controls, (control) => {
    const box = control.getBoundingClientRect();
    const left = box.left - edge.left + corner.x - frame.left;
    const top = box.top - edge.top + corner.y - frame.top;
    return { left, top, right: left + box.width, bottom: top + box.height };
  });
}
