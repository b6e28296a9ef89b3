import { readFileSync } from 'node:fs';
import { PLACES_FILES, readPlaces, type Places, type PlacesBytes } from '../../shared/geo/geocoderPlaces';

/** The bundled places, read from assets. */
export function loadPlaces(): Places {
  const bytes = Object.fromEntries(
    Object.entries(PLACES_FILES).map(([key, file]) => [
      key,
      new Uint8Array(readFileSync(new URL(`../../assets/data/places/${file}`, import.meta.url))),
    ]),
  );
  return readPlaces(bytes as PlacesBytes);
}
