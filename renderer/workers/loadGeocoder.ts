import { createGeocoder, type Geocoder } from '../../shared/geo/geocoder';
import { readPostalFile } from '../../shared/io/import/readPostalFile';
import type { AddedPostalFile } from './importContract';
import { loadPlaces } from './loadPlaces';

let loaded: { readonly files: readonly AddedPostalFile[]; readonly geocoder: Promise<Geocoder> } | null =
  null;

async function withFiles(files: readonly AddedPostalFile[]): Promise<Geocoder> {
  const geocoder = createGeocoder(await loadPlaces());
  for (const { name, bytes } of files) geocoder.addPostalFile(readPostalFile(bytes, name));
  return geocoder;
}

/**
 * The offline geocoder, read once from the app's own files and kept.
 * @param files postal codes that a person added; other files make it anew
 */
export function loadGeocoder(files: readonly AddedPostalFile[]): Promise<Geocoder> {
  if (loaded?.files !== files) loaded = { files, geocoder: withFiles(files) };
  return loaded.geocoder;
}
