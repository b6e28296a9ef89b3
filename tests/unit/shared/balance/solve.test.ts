import { describe, expect, it } from 'vitest';
import { haversineKm } from '../../../../shared/geo/greatCircle';
import { solveBalance } from '../../../../shared/balance/solve';
import { finish, scatteredProblem, solveQuickly } from './balanceFixtures';

describe('solveBalance', () => {
  it('gives every account a territory and brings fixed bases within tolerance', () => {
    const result = solveQuickly(scatteredProblem(300, 4, 7));
    expect(result.assignment.every((territory) => territory >= 0 && territory < 4)).toBe(true);
    expect(result.maxDeviationShare).toBeLessThanOrEqual(0.05 + 1e-9);
    expect(result.feasible).toBe(true);
  });

  it('places free centres among their accounts', () => {
    const free = new Float64Array(4).fill(NaN);
    const result = solveQuickly(
      scatteredProblem(300, 4, 8, {
        territories: { lat: free, lng: free, capacity: new Float64Array(4).fill(1) },
      }),
    );
    expect(result.feasible).toBe(true);
    expect(result.centreLat.every((lat) => lat > 40 && lat < 45)).toBe(true);
  });

  it('keeps idle accounts near a centre and within tolerance, where accounts are counted', () => {
    const problem = scatteredProblem(600, 12, 11);
    const activity = problem.travelActivity.map((value, i) => (i % 3 === 0 ? 0 : value ** 2));
    const free = new Float64Array(12).fill(NaN);
    const result = finish(
      solveBalance({
        ...problem,
        travelActivity: activity,
        measures: [{ id: 'accounts', values: new Float64Array(600).fill(1), toleranceRatio: 0.05 }],
        territories: { lat: free, lng: free, capacity: new Float64Array(12).fill(1) },
      }),
    );
    const meanKm = (isIdle: boolean): number => {
      const ways = [...result.assignment.keys()]
        .filter((i) => (activity[i] === 0) === isIdle)
        .map((i) => {
          const j = result.assignment[i]!;
          const { unitLat, unitLng } = problem;
          return haversineKm(unitLat[i]!, unitLng[i]!, result.centreLat[j]!, result.centreLng[j]!);
        });
      return ways.reduce((sum, way) => sum + way, 0) / ways.length;
    };
    expect(result.feasible).toBe(true);
    expect(meanKm(true)).toBeLessThan(1.7 * meanKm(false));
  });

  it('reports progress that only grows and a best plan that only gets better', () => {
    let share = 0;
    let plans = 0;
    finish(solveBalance(scatteredProblem(300, 4, 9), { effort: 0.1 }), (progress) => {
      expect(progress.shareDone).toBeGreaterThanOrEqual(share);
      share = progress.shareDone;
      if (progress.best) plans++;
    });
    expect(share).toBe(1);
    expect(plans).toBeGreaterThan(0);
  });
});
