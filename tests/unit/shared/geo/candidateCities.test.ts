import { describe, expect, it } from 'vitest';
import { candidateCities } from '../../../../shared/geo/candidateCities';
import type { CityPlaces } from '../../../../shared/geo/geocoderPlaces';

const rows = [
  { area: 0, name: 'San Diego', lat: 32.72, lng: -117.16, population: 1_380_000 },
  { area: 0, name: 'Alpine', lat: 32.84, lng: -116.77, population: 14_000 },
  { area: 0, name: 'Julian', lat: 33.08, lng: -116.6, population: 1_500 },
  { area: 1, name: 'Tijuana', lat: 32.5, lng: -117.0, population: 1_900_000 },
  { area: 2, name: 'Lyon', lat: 45.76, lng: 4.84, population: 520_000 },
];
const cities: CityPlaces = {
  rowCount: rows.length,
  areas: ['US.CA', 'MX.02', 'FR.84'],
  area: Int32Array.from(rows, ({ area }) => area),
  name: rows.map(({ name }) => name),
  otherNames: rows.map(() => ''),
  countyFips: rows.map(() => ''),
  lat: Float64Array.from(rows, ({ lat }) => lat),
  lng: Float64Array.from(rows, ({ lng }) => lng),
  population: Int32Array.from(rows, ({ population }) => population),
};

describe('cities where reps could live', () => {
  it('are those of the countries that the accounts lie in, larger ones first', () => {
    const found = candidateCities(cities, Float64Array.of(32.75, 32.8), Float64Array.of(-117.2, -117.1));
    expect(found.names).toEqual(['San Diego', 'Alpine']);
    expect(found.regions).toEqual(['CA', 'CA']);
    expect(found.lat[0]).toBe(32.72);
  });

  it('leave out a country that hardly any account lies in, and points without a place', () => {
    const lat = new Float64Array(200).fill(45.7);
    const lng = new Float64Array(200).fill(4.8);
    [lat[0], lng[0]] = [32.75, -117.2];
    [lat[1], lng[1]] = [NaN, NaN];
    expect(candidateCities(cities, lat, lng).names).toEqual(['Lyon']);
  });

  it('are of the whole world where accounts lie far from any city', () => {
    expect(candidateCities(cities, Float64Array.of(-60), Float64Array.of(10)).names).toHaveLength(4);
  });
});
