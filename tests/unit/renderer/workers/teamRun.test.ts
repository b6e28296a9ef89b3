import { describe, expect, it } from 'vitest';
import type { BalanceReport } from '../../../../renderer/workers/balanceContract';
import { teamRun, type TeamRunEnd } from '../../../../renderer/workers/teamRun';
import type { CandidateCities } from '../../../../shared/geo/candidateCities';
import { scatteredProblem, solveQuickly } from '../../shared/balance/balanceFixtures';

const scattered = scatteredProblem(240, 6, 21);
const problem = { ...scattered, current: solveQuickly(scattered).assignment };
const cities: CandidateCities = {
  names: ['Ames', 'Boone', 'Clive'],
  regions: ['IA', 'IA', ''],
  lat: Float64Array.of(41, 43, 44),
  lng: Float64Array.of(-99, -96, -93),
  population: Int32Array.of(70_000, 80_000, 60_000),
};

function ended(
  run: Generator<BalanceReport, TeamRunEnd>,
  onStep?: (report: BalanceReport) => void,
): TeamRunEnd {
  let step = run.next();
  for (; !step.done; step = run.next()) onStep?.(step.value);
  return step.value;
}

describe('a run of the balance worker', () => {
  it('solves the problem as it is where the team stays', () => {
    const { result, team } = ended(teamRun(problem, null, null, { effort: 0.2 }));
    expect(result.feasible).toBe(true);
    expect(team).toBeNull();
  });

  it('names the city of each new base', () => {
    const task = { kind: 'resize', removed: [], addedCount: 1, leastPopulation: 50_000 } as const;
    const { result, team } = ended(teamRun(problem, task, cities, { effort: 0.2 }));
    expect(team!.bases.slice(0, 6)).toEqual([null, null, null, null, null, null]);
    expect(cities.names).toContain(team!.bases[6]!.name);
    expect(result.centreLat[6]).toBe(team!.bases[6]!.lat);
  });

  it('says who goes before the first plan without them, and what both parts of the work are', () => {
    const shares: number[] = [];
    const end = ended(teamRun(problem, { kind: 'gentlest', open: null }, null, { effort: 0.2 }), (report) => {
      shares.push(report.shareDone);
      if (report.best) expect(report.removed).toHaveLength(1);
    });
    expect(end.team!.removed).toEqual([end.team!.trials[0]!.territory]);
    const owned = problem.current.filter((j) => j === end.team!.removed[0]).length;
    expect(end.team!.inheritedCount).toBe(owned);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });

  it('gives each base that is open a city', () => {
    const open = { ...scattered.territories, lat: scattered.territories.lat.slice() };
    open.lat.fill(NaN, 0, 3);
    const task = { kind: 'bases', leastPopulation: 50_000 } as const;
    const { team } = ended(teamRun({ ...scattered, territories: open }, task, cities, { effort: 0.2 }));
    expect(new Set(team!.bases.slice(0, 3).map((base) => base!.name)).size).toBe(3);
    expect(team!.bases.slice(3)).toEqual([null, null, null]);
  });
});
