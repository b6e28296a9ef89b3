import { describe, expect, it } from 'vitest';
import { chooseCities, type BaseCities } from '../../../../shared/balance/chooseCities';
import { problemOf } from './balanceFixtures';

/** Four accounts round 40 °N 100 °W and four in a remote valley at 44 °N 90 °W, a territory each without a base. */
const problem = problemOf({
  unitLat: Float64Array.of(39.9, 40.1, 40, 40, 44, 44.02, 44, 43.98),
  unitLng: Float64Array.of(-100, -100, -99.9, -100.1, -90, -90, -90.02, -90),
  territories: {
    lat: Float64Array.of(NaN, NaN),
    lng: Float64Array.of(NaN, NaN),
    capacity: Float64Array.of(1, 1),
  },
});
const drawn = {
  assignment: Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1),
  centreLat: Float64Array.of(40, 44),
  centreLng: Float64Array.of(-100, -90),
};

function chosen(cities: readonly (readonly [lat: number, lng: number, population: number])[]): number[] {
  const table: BaseCities = {
    lat: Float64Array.from(cities, ([lat]) => lat),
    lng: Float64Array.from(cities, ([, lng]) => lng),
    population: Int32Array.from(cities, ([, , population]) => population),
  };
  const run = chooseCities(problem, table, 50_000, drawn);
  let step = run.next();
  while (!step.done) step = run.next();
  return [...step.value];
}

describe('the city of a base', () => {
  it('is the nearest of the large ones, and no city is taken twice', () => {
    expect(
      chosen([
        [40, -100.3, 60_000],
        [40, -101, 900_000],
        [44, -90.4, 70_000],
      ]),
    ).toEqual([0, 2]);
  });

  it('is the larger one where it costs next to nothing more', () => {
    expect(
      chosen([
        [40.5, -100, 60_000],
        [40.502, -100, 900_000],
        [44, -90.4, 70_000],
      ]),
    ).toEqual([1, 2]);
  });

  it('is a small one where much of the work is and no large one is near', () => {
    const cities = [
      [40, -100.3, 60_000],
      [40, -100, 6_000],
      [44, -90, 6_000],
      [30, -80, 80_000],
    ] as const;
    expect(chosen(cities)).toEqual([0, 2]);
  });

  it('is the largest of all where there are too few', () => {
    expect(
      chosen([
        [20, -100, 900],
        [21, -90, 800],
      ]).sort(),
    ).toEqual([0, 1]);
  });
});
