import { gzipSync } from 'fflate';
import citiesUrl from '../../assets/data/places/cities.gz?url';
import regionsUrl from '../../assets/data/places/regions.gz?url';
import usPostalUrl from '../../assets/data/places/us-postal.gz?url';
import { readPlaces, type Places } from '../../shared/geo/geocoderPlaces';

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

/** The offline places, read once a worker from the app's own files and kept. */
export function loadPlaces(): Promise<Places> {
  bundled ??= readBundled();
  return bundled;
}
