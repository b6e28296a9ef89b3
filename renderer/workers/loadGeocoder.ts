import { gzipSync } from 'fflate';
import citiesUrl from '../../assets/data/places/cities.gz?url';
import regionsUrl from '../../assets/data/places/regions.gz?url';
import usPostalUrl from '../../assets/data/places/us-postal.gz?url';
import { createGeocoder, type Geocoder } from '../../shared/geo/geocoder';
import { readPlaces, type Places } from '../../shared/geo/geocoderPlaces';
import { readPostalFile } from '../../shared/io/import/readPostalFile';
import type { AddedPostalFile } from './importContract';

async function fetchPacked(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The places file ${url} is missing from the app. Install it again.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // A server may have unpacked the file already, where it takes .gz for a transfer encoding.
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? bytes : gzipSync(bytes, { level: 0 });
}

async function readBundled(): Promise<Places> {
  const [usPostal, cities, regions] = await Promise.all(
    [usPostalUrl, citiesUrl, regionsUrl].map(fetchPacked),
  );
  return readPlaces({ usPostal: usPostal!, cities: cities!, regions: regions! });
}

let bundled: Promise<Places> | null = null;
let loaded: { readonly files: readonly AddedPostalFile[]; readonly geocoder: Promise<Geocoder> } | null =
  null;

async function withFiles(files: readonly AddedPostalFile[]): Promise<Geocoder> {
  bundled ??= readBundled();
  const geocoder = createGeocoder(await bundled);
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
