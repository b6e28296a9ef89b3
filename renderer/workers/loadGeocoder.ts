import { gzipSync } from 'fflate';
import citiesUrl from '../../assets/data/places/cities.gz?url';
import regionsUrl from '../../assets/data/places/regions.gz?url';
import usPostalUrl from '../../assets/data/places/us-postal.gz?url';
import { createGeocoder, type Geocoder } from '../../shared/geo/geocoder';
import { readPlaces } from '../../shared/geo/geocoderPlaces';

async function fetchPacked(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The places file ${url} is missing from the app. Install it again.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // A server may have unpacked the file already, where it takes .gz for a transfer encoding.
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? bytes : gzipSync(bytes, { level: 0 });
}

async function readGeocoder(): Promise<Geocoder> {
  const [usPostal, cities, regions] = await Promise.all(
    [usPostalUrl, citiesUrl, regionsUrl].map(fetchPacked),
  );
  return createGeocoder(readPlaces({ usPostal: usPostal!, cities: cities!, regions: regions! }));
}

let loading: Promise<Geocoder> | null = null;

/** The offline geocoder, read once from the app's own files and kept. */
export function loadGeocoder(): Promise<Geocoder> {
  loading ??= readGeocoder();
  return loading;
}
