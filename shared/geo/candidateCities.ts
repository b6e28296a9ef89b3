import type { CityPlaces } from './geocoderPlaces';

/** Cities where people could work from, larger ones first. */
export interface CandidateCities {
  readonly names: readonly string[];
  /** Region code of each, "OH"; '' where a place has none. */
  readonly regions: readonly string[];
  /** Degrees. */
  readonly lat: Float64Array;
  readonly lng: Float64Array;
  readonly population: Int32Array;
}

/** Smaller places are no home for a rep that one would think of. */
const LEAST_POPULATION = 5_000;

/** The country of a point is that of the nearest place of so many people, within the squares round it. */
const COUNTRY_POPULATION = 15_000;
const SQUARE_DEGREES = 2;

/** A country with a smaller share of the points than this is one that they only lie beside. */
const LEAST_COUNTRY_SHARE = 0.02;

/** So many points tell the countries well enough. */
const SAMPLED_POINTS = 2_000;

/**
 * The cities of the countries that points lie in. Points are known by their nearest larger place, since a list may
 * name no country.
 * @param lat degrees; NaN = no place
 */
export function candidateCities(cities: CityPlaces, lat: Float64Array, lng: Float64Array): CandidateCities {
  const countryOf = (row: number) => cities.areas[cities.area[row]!]!.split('.')[0]!;
  const countries = countriesOf(cities, countryOf, lat, lng);
  const rows = Array.from({ length: cities.rowCount }, (_, row) => row)
    .filter((row) => cities.population[row]! >= LEAST_POPULATION && countries.has(countryOf(row)))
    .sort((a, b) => cities.population[b]! - cities.population[a]! || a - b);
  return {
    names: rows.map((row) => cities.name[row]!),
    regions: rows.map((row) => cities.areas[cities.area[row]!]!.split('.').slice(1).join('.')),
    lat: Float64Array.from(rows, (row) => cities.lat[row]!),
    lng: Float64Array.from(rows, (row) => cities.lng[row]!),
    population: Int32Array.from(rows, (row) => cities.population[row]!),
  };
}

function countriesOf(
  cities: CityPlaces,
  countryOf: (row: number) => string,
  lat: Float64Array,
  lng: Float64Array,
): ReadonlySet<string> {
  const squareOf = (north: number, east: number) =>
    `${Math.floor(north / SQUARE_DEGREES)} ${Math.floor(east / SQUARE_DEGREES)}`;
  const bySquare = new Map<string, number[]>();
  for (let row = 0; row < cities.rowCount; row++) {
    if (cities.population[row]! < COUNTRY_POPULATION) continue;
    const key = squareOf(cities.lat[row]!, cities.lng[row]!);
    const known = bySquare.get(key);
    if (known) known.push(row);
    else bySquare.set(key, [row]);
  }
  const counts = new Map<string, number>();
  let placed = 0;
  const stride = Math.max(1, Math.floor(lat.length / SAMPLED_POINTS));
  for (let point = 0; point < lat.length; point += stride) {
    const [north, east] = [lat[point]!, lng[point]!];
    let nearest = -1;
    let least = Infinity;
    for (let row = -1; row <= 1; row++) {
      for (let column = -1; column <= 1; column++) {
        const key = squareOf(north + row * SQUARE_DEGREES, east + column * SQUARE_DEGREES);
        for (const city of bySquare.get(key) ?? []) {
          // Over so short a way, degrees east shrink by the cosine of the latitude.
          const across = (cities.lng[city]! - east) * Math.cos((north * Math.PI) / 180);
          const along = cities.lat[city]! - north;
          const away = across * across + along * along;
          if (away < least) [least, nearest] = [away, city];
        }
      }
    }
    if (nearest < 0) continue;
    placed++;
    const country = countryOf(nearest);
    counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const found = [...counts].filter(([, count]) => count >= LEAST_COUNTRY_SHARE * placed);
  // Points far from any city leave the whole world open.
  return new Set(
    found.length > 0 ? found.map(([country]) => country) : cities.areas.map((area) => area.split('.')[0]!),
  );
}
