import L from 'leaflet';
import 'leaflet/dist/leaflet.css';

/** A Leaflet map without tiles, controls or attribution: the app draws all of it. */
export function createLeaflet(
  element: HTMLElement,
  start: { readonly lat: number; readonly lng: number; readonly zoom: number },
  zoomStep: number,
): L.Map {
  return L.map(element, {
    center: [start.lat, start.lng],
    zoom: start.zoom,
    minZoom: 2,
    maxZoom: 15,
    zoomSnap: 0.25,
    zoomDelta: zoomStep,
    wheelPxPerZoomLevel: 110,
    zoomControl: false,
    attributionControl: false,
    boxZoom: false,
    doubleClickZoom: false,
    fadeAnimation: false,
    zoomAnimation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    inertia: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    maxBounds: [
      [-85, -200],
      [85, 200],
    ],
    maxBoundsViscosity: 0.8,
  });
}
