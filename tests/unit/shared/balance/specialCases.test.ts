import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenTerritories } from '../../../../shared/geo/contiguity';
import { solveBalance } from '../../../../shared/balance/solve';
import { OPEN_SET, problemOfInstance, readInstance } from '../../../bench/balanceInstance';
import { finish } from './balanceFixtures';

const FOLDER = join(OPEN_SET, 'special');
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).sort() : [];
if (FILES.length === 0) console.log('Skipped: the special cases of the open set are not beside the project.');

describe.skipIf(FILES.length === 0)('special cases of the open set', () => {
  it.each(FILES)(
    '%s gets the verdict that is right, and a whole plan',
    (file) => {
      const instance = readInstance(join(FOLDER, file));
      const problem = problemOfInstance(instance, null);
      const result = finish(solveBalance(problem));
      expect(result.feasible, basename(file)).toBe(instance.expected!.feasible);
      expect(result.feasible || result.reasons.length > 0).toBe(true);
      expect(result.assignment).toHaveLength(problem.unitLat.length);
      expect(result.assignment.every((j) => j >= 0 && j < problem.territories.capacity.length)).toBe(true);
      expect(Number.isFinite(result.travelKm) && Number.isFinite(result.maxDeviationShare)).toBe(true);
      for (const [unit, territory] of instance.locks ?? []) expect(result.assignment[unit]).toBe(territory);
      if (!problem.adjacency || !result.feasible) return;
      expect(
        brokenTerritories(problem.adjacency, result.assignment, problem.territories.capacity.length),
      ).toEqual([]);
    },
    120_000,
  );
});
