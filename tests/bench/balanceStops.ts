/**
 * How long a stop of a balance may have to wait: `tsx tests/bench/balanceStops.ts [PART OF A NAME]`. Every run is driven
 * to its end, and each stretch of work between two looks at a stop is timed: by phase the longest, in CPU ms. A stop
 * waits for what is left of one stretch, and of the slice that the worker puts several into.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { teamRun } from '../../renderer/workers/teamRun';
import type { BalanceProblem, BalanceProgress } from '../../shared/balance/problem';
import { solveBalance } from '../../shared/balance/solve';
import { candidateCities } from '../../shared/geo/candidateCities';
import { OPEN_SET, problemOfInstance, readInstance } from './balanceInstance';
import { loadPlaces } from './loadPlaces';
import { areaInstance, pointInstance, type PointKind } from './lookalikes';

const L = { accounts: 100_000, territories: 200, land: 'us', seed: 301 } as const;

function made(kind: PointKind, more: Partial<BalanceProblem> = {}): BalanceProblem {
  return { ...problemOfInstance(pointInstance(kind), null), ...more };
}

/** Families of four and the odd class that few may serve, as lists have them. */
function withRules(kind: PointKind): BalanceProblem {
  const problem = made({ ...kind, hasOwners: true });
  const units = Array.from(problem.unitLat.keys());
  const territoryCount = problem.territories.capacity.length;
  return {
    ...problem,
    families: Int32Array.from(units, (unit) => (unit % 10 < 4 ? Math.floor(unit / 10) : -1)),
    eligibility: {
      classOfUnit: Int32Array.from(units, (unit) => (unit % 50 === 0 ? 1 : 0)),
      allowed: Uint8Array.from({ length: 2 * territoryCount }, (_, at) =>
        at < territoryCount || at % 2 === 0 ? 1 : 0,
      ),
    },
    keepKm: 40,
    caps: { maxHandedOff: null, maxTakenOver: null, maxMovedShare: 0.3 },
  };
}

/** One account comes to twice a territory, so that no plan is within tolerance. */
function withGiant(kind: PointKind): BalanceProblem {
  const problem = made(kind);
  const [measure] = problem.measures;
  const total = measure!.values.reduce((sum, value) => sum + value, 0);
  measure!.values[17] = (2 * total) / problem.territories.capacity.length;
  return problem;
}

type Run = Generator<BalanceProgress, unknown>;

function* runs(): Generator<[string, () => Run]> {
  yield ['fixed', () => solveBalance(made(L))];
  yield ['rules', () => solveBalance(withRules(L))];
  yield ['two measures', () => solveBalance(made({ ...L, revenueTolerance: 0.1 }))];
  yield ['infeasible', () => solveBalance(withGiant(L))];
  yield ['free', () => solveBalance(made({ ...L, isFree: true }))];
  yield ['corridor', () => solveBalance(made({ ...L, hasOwners: true }), { aim: 'corridor' })];
  const grown = { kind: 'resize', removed: [3], addedCount: 2, leastPopulation: 50_000 } as const;
  const bases = { kind: 'bases', leastPopulation: 50_000 } as const;
  const cities = (problem: BalanceProblem) =>
    candidateCities(loadPlaces().cities, problem.unitLat, problem.unitLng);
  yield [
    'team changes',
    () => {
      const problem = made({ ...L, hasOwners: true });
      return teamRun(problem, grown, cities(problem), {});
    },
  ];
  yield [
    'leaver',
    () => teamRun(made({ ...L, hasOwners: true }), { kind: 'gentlest', open: null }, null, {}),
  ];
  yield [
    'cities',
    () => {
      const problem = made({ ...L, isFree: true });
      return teamRun(problem, bases, cities(problem), {});
    },
  ];
  const file = join(OPEN_SET, 'instances', 'G-us48-50-mild.json.gz');
  if (!existsSync(file)) return;
  const counties = readInstance(file);
  for (const territories of [50, 200]) {
    const kind = { territories, tolerance: 0.1, seed: 203 + territories, hasOwners: true };
    yield [
      `counties ${territories}`,
      () => solveBalance(problemOfInstance(areaInstance(counties, kind), null)),
    ];
  }
}

function longestByPhase(run: Run): Map<string, number> {
  const longest = new Map<string, number>();
  let phase = 'checking';
  for (;;) {
    const from = process.cpuUsage();
    const step = run.next();
    const spent = process.cpuUsage(from);
    const ms = (spent.user + spent.system) / 1000;
    // Work leads to the report behind it, whose phase may be the next one already.
    phase = step.done ? 'result' : step.value.phase;
    longest.set(phase, Math.max(longest.get(phase) ?? 0, Math.round(ms)));
    if (step.done) return longest;
  }
}

const part = process.argv[2] ?? '';
for (const [name, start] of runs()) {
  if (!name.includes(part)) continue;
  const longest = longestByPhase(start());
  // As they come: all of them take minutes.
  console.log(JSON.stringify({ name, most: Math.max(...longest.values()), ...Object.fromEntries(longest) }));
}
