import { describe, expect, it } from 'vitest';
import { proposeBases, travelByTeamSize } from '../../../../shared/balance/greenfield';
import { haversineKm } from '../../../../shared/geo/greatCircle';
import {
  resizedProblem,
  resizeTeam,
  type ResizedPlan,
  type TeamChange,
} from '../../../../shared/balance/resizeTeam';
import type { BalanceProblem } from '../../../../shared/balance/problem';
import type { BaseCities } from '../../../../shared/balance/chooseCities';
import { Random } from '../../../../shared/balance/random';
import { scatteredProblem, solveQuickly } from './balanceFixtures';

function resultOf<T>(run: Generator<unknown, T>): T {
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value;
}

/** A balanced plan of so many territories, at its bases. */
function standingProblem(accounts: number, territories: number, seed: number): BalanceProblem {
  const problem = scatteredProblem(accounts, territories, seed);
  return { ...problem, current: solveQuickly(problem).assignment };
}

const haversineTo = (problem: BalanceProblem, unit: number, lat: number, lng: number): number =>
  haversineKm(problem.unitLat[unit]!, problem.unitLng[unit]!, lat, lng);

const resize = (problem: BalanceProblem, change: TeamChange): ResizedPlan =>
  resultOf(resizeTeam(problem, change, { effort: 0.2 }));

describe('two reps more', () => {
  const problem = standingProblem(600, 8, 5);
  const plan = resize(problem, { removed: [], added: [null, null] });

  it('fills their territories within tolerance, everyone else staying where they are', () => {
    expect(plan.result.feasible).toBe(true);
    expect([...plan.oldOf]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, -1, -1]);
    expect(plan.result.centreLat.subarray(0, 8)).toEqual(problem.territories.lat);
    expect(plan.result.centreLat.some(Number.isNaN)).toBe(false);
  });

  it('moves no more than about what the new ones take over', () => {
    // Two of ten even territories are a fifth of the workload; small accounts are not picked for it.
    expect(plan.movedCount).toBeGreaterThan(0);
    expect(plan.movedCount).toBeLessThan(0.3 * 600);
    expect(plan.inheritedCount).toBe(0);
  });

  it('takes a home where one is given, and is bounded by what any plan from these bases travels', () => {
    const home = { lat: 42, lng: -96 };
    const given = resize(problem, { removed: [], added: [home] });
    expect(given.result.centreLat[8]).toBe(42);
    expect(given.result.feasible).toBe(true);
    // The best plan of the same bases, owners left out: no less than the bound, and close to it.
    const free = resizedProblem(problem, { removed: [], added: [home] });
    const best = solveQuickly({ ...free, current: null });
    expect(given.result.lowerBound).toBeLessThanOrEqual(best.travelKm);
    expect(given.result.lowerBound).toBeGreaterThan(0.98 * best.travelKm);
    expect(given.result.travelKm).toBeGreaterThan(best.travelKm);
    expect(given.result.gapShare).toBeCloseTo(given.result.travelKm / given.result.lowerBound! - 1, 9);
  });

  it('has no bound where the new ones may live anywhere', () => {
    expect(plan.result.lowerBound).toBeNull();
    expect(plan.result.gapShare).toBeNull();
  });
});

describe('reps more, in cities', () => {
  it('live in one of them and serve what is near, not the largest accounts from anywhere', () => {
    const problem = standingProblem(600, 8, 5);
    const cities: BaseCities = {
      lat: Float64Array.of(40.6, 44.4, 10),
      lng: Float64Array.of(-99, -93, 10),
      population: Int32Array.of(90_000, 90_000, 9_000_000),
    };
    const change = { removed: [], added: [null] };
    const { result, cityOf } = resultOf(resizeTeam(problem, change, { effort: 0.2, cities }));
    expect([0, 1]).toContain(cityOf[8]);
    expect(cityOf.subarray(0, 8).every((city) => city === -1)).toBe(true);
    expect(result.centreLat[8]).toBe(cities.lat[cityOf[8]!]);
    expect(result.feasible).toBe(true);
    const away = Array.from(result.assignment.keys())
      .filter((unit) => result.assignment[unit] === 8)
      .map((unit) => haversineTo(problem, unit, result.centreLat[8]!, result.centreLng[8]!));
    expect(away.length).toBeGreaterThan(20);
    // The land is 550 km by 680 km: a ninth of it has its farthest accounts within 350 km of a city at its side.
    expect(Math.max(...away)).toBeLessThan(350);
  });
});

describe('one rep less', () => {
  const problem = standingProblem(600, 8, 6);
  const plan = resize(problem, { removed: [3], added: [] });

  it('hands on what was theirs, and little else', () => {
    expect(plan.result.feasible).toBe(true);
    expect([...plan.oldOf]).toEqual([0, 1, 2, 4, 5, 6, 7]);
    expect(plan.inheritedCount).toBe(problem.current!.filter((j) => j === 3).length);
    expect(plan.movedCount).toBeLessThan(0.2 * 600);
  });

  it('keeps locks of those who stay, and frees those of the one who goes', () => {
    const locks = new Int32Array(600).fill(-1);
    problem.current!.forEach((j, unit) => {
      if (unit % 20 === 0) locks[unit] = j;
    });
    const locked = resize({ ...problem, locks }, { removed: [3], added: [] });
    locks.forEach((j, unit) => {
      if (j >= 0 && j !== 3) expect(locked.oldOf[locked.result.assignment[unit]!]).toBe(j);
    });
  });
});

describe('a team from scratch', () => {
  const random = new Random(3);
  const cities = {
    lat: Float64Array.from({ length: 60 }, () => 40 + 5 * random.next()),
    lng: Float64Array.from({ length: 60 }, () => -100 + 8 * random.next()),
    population: Int32Array.from({ length: 60 }, (_, city) => (city % 3 === 0 ? 5_000 : 80_000)),
  };
  const scattered = scatteredProblem(240, 6, 9);
  const nowhere = new Float64Array(6).fill(NaN);
  const problem = {
    ...scattered,
    territories: { lat: nowhere, lng: nowhere, capacity: new Float64Array(6).fill(1) },
  };

  it('proposes one large city a territory, and a plan from there', () => {
    const { cityOf, result } = resultOf(proposeBases(problem, cities, { effort: 0.2 }));
    expect(new Set(cityOf).size).toBe(6);
    for (const [j, city] of cityOf.entries()) {
      const isLarge = (other: number) => cities.population[other] === 80_000;
      const hasLargeNear = Array.from(cities.lat.keys()).some(
        (other) =>
          isLarge(other) &&
          haversineKm(cities.lat[city]!, cities.lng[city]!, cities.lat[other]!, cities.lng[other]!) < 100,
      );
      // A small one only where no large one is near.
      expect(isLarge(city) || !hasLargeNear).toBe(true);
      expect(result.centreLat[j]).toBe(cities.lat[city]);
    }
    expect(result.feasible).toBe(true);
    // Near the least that free centres reach, and far from cities drawn at random.
    const free = solveQuickly(problem).travelKm;
    expect(result.travelKm).toBeLessThan(1.2 * free);
    const drawn = {
      lat: cities.lat.slice(0, 6),
      lng: cities.lng.slice(0, 6),
      capacity: problem.territories.capacity,
    };
    expect(result.travelKm).toBeLessThan(solveQuickly({ ...problem, territories: drawn }).travelKm);
  });

  it('takes smaller cities where there are too few large ones, and keeps a base that is given', () => {
    const lat = nowhere.slice();
    const lng = nowhere.slice();
    [lat[2], lng[2]] = [42, -95];
    const given = { ...problem, territories: { ...problem.territories, lat, lng } };
    const few = { ...cities, population: cities.population.map((people) => (people > 10_000 ? 9_000 : 400)) };
    const { cityOf, result } = resultOf(proposeBases(given, few, { effort: 0.2 }));
    expect(cityOf[2]).toBe(-1);
    expect(result.centreLat[2]).toBe(42);
    expect(cityOf.filter((city) => city >= 0)).toHaveLength(5);
  });

  it('travels less with more territories', () => {
    const points = resultOf(travelByTeamSize(problem, [2, 4, 8, 16], { effort: 0.05 }));
    expect(points.map(({ reps }) => reps)).toEqual([2, 4, 8, 16]);
    for (let at = 1; at < points.length; at++) {
      expect(points[at]!.travelKm).toBeLessThan(points[at - 1]!.travelKm);
    }
    expect(points.every((point) => point.feasible)).toBe(true);
  });
});
