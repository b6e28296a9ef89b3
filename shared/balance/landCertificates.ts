import { connectedParts } from '../geo/contiguity';
import { enclosedLocksAt } from './enclosedLocks';
import { pendantAreas } from './pendantAreas';
import type { BalanceMeasure, BalanceOptions, BalanceProblem, BalanceReason } from './problem';
import { capacityShares } from './targets';

type Names = Pick<BalanceOptions, 'unitName' | 'territoryName'>;

const MOST_NAMED = 50;

/** Loads of a measure and what each territory must and may hold of it; null where there is none. */
function corridorOf(
  problem: BalanceProblem,
  { values, toleranceRatio }: BalanceMeasure,
): { load: Float64Array; least: Float64Array; most: Float64Array } | null {
  const load = values.map((value) => (value > 0 && Number.isFinite(value) ? value : 0));
  const total = load.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return null;
  const target = capacityShares(problem.territories.capacity).map((share) => share * total);
  return {
    load,
    least: target.map((value) => value * Math.max(0, 1 - toleranceRatio)),
    most: target.map((value) => value * (1 + toleranceRatio)),
  };
}

/** Parts without a way between them may share a territory: what a border forbids is said of whole maps alone. */
function isOneMap(problem: BalanceProblem): boolean {
  const { adjacency, movableTerritories } = problem;
  return adjacency !== null && !movableTerritories && connectedParts(adjacency, null).count === 1;
}

/** Units whose territory must also have what hangs on them, and is then over its corridor. */
export function pendantReasons(problem: BalanceProblem, names: Names): BalanceReason[] {
  const { adjacency } = problem;
  if (!adjacency || !isOneMap(problem)) return [];
  for (const measure of problem.measures) {
    const corridor = corridorOf(problem, measure);
    if (!corridor) continue;
    const least = corridor.least.reduce((low, value) => (value > 0 ? Math.min(low, value) : low), Infinity);
    const most = corridor.most.reduce((high, value) => Math.max(high, value), 0);
    if (!(least < Infinity)) continue;
    const areas = pendantAreas(adjacency, corridor.load, least, most);
    const worst = areas[0];
    if (!worst) continue;
    const over = ((worst.load * (1 + measure.toleranceRatio)) / most - 1) * 100;
    const text = `${worst.hanging} areas hang on ${names.unitName(worst.unit)}: there is no other way to them. What of them makes no territory of its own goes with it, so that its territory is ${over.toFixed(1)}% over target of ${measure.id} at best. Widen the tolerance, or let territories there fall apart.`;
    return [
      {
        code: 'pendant-over-target',
        text,
        unitIndices: areas.slice(0, MOST_NAMED).map((area) => area.unit),
        territoryIndices: [],
      },
    ];
  }
  return [];
}

/** Why territories that stay out of tolerance must: more are locked in an area than it can feed or let out. */
export function enclosedReasons(
  problem: BalanceProblem,
  outside: readonly number[],
  names: Names,
): BalanceReason[] {
  const { adjacency, locks } = problem;
  if (!adjacency || !locks || outside.length === 0 || !isOneMap(problem)) return [];
  for (const measure of problem.measures) {
    const corridor = corridorOf(problem, measure);
    if (!corridor) continue;
    for (const territory of outside) {
      const found = enclosedLocksAt(territory, adjacency, locks, corridor.load, corridor.least);
      if (!found) continue;
      const called = found.territories.slice(0, 4).map((j) => names.territoryName(j));
      const more = found.territories.length - called.length;
      const who = `${called.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
      const text = `${found.territories.length} territories (${who}) have locked units in an area of ${found.units.length} that holds ${(100 * found.loadShare).toFixed(0)}% of the least that one must have of ${measure.id}, and only ${found.exits} of them can reach out of it. Release a lock there.`;
      return [
        {
          code: 'locks-enclosed',
          text,
          unitIndices: found.units.slice(0, MOST_NAMED),
          territoryIndices: found.territories,
        },
      ];
    }
  }
  return [];
}
