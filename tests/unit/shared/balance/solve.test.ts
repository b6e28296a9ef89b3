import { describe, expect, it } from 'vitest';
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
