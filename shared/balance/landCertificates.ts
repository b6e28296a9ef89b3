import { connectedParts } from '../geo/contiguity';
import { fixedTerritories } from './blocks';
import { enclosedLocksAt } from './enclosedLocks';
import { pendantAreas } from './pendantAreas';
import {
  measureName,
  type BalanceMeasure,
  type BalanceProblem,
  type BalanceReason,
  type ReasonNames,
} from './problem';
import { heldTargets } from './targets';

const MOST_NAMED = 50;

/**
 * Loads of a measure and what each territory must and may hold of it; null where there is none.
 * @param stands territory of each unit that cannot move, else −1
 */
function corridorOf(
  problem: BalanceProblem,
  { values, toleranceRatio }: BalanceMeasure,
  stands: Int32Array,
): { load: Float64Array; least: Float64Array; most: Float64Array } | null {
  const load = values.map((value) => (value > 0 && Number.isFinite(value) ? value : 0));
  const total = load.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return null;
  // What stays as it is must hold nothing; the chosen territories share the rest.
  const held = new Float64Array(problem.territories.capacity.length);
  stands.forEach((j, unit) => {
    if (j >= 0) held[j]! += load[unit]!;
  });
  const target = heldTargets(problem, held, total).map((value) => (value > 0 ? value : 0));
  return {
    load,
    least: target.map((value) => value * Math.max(0, 1 - toleranceRatio)),
    most: target.map((value) => value * (1 + toleranceRatio)),
  };
}

/** Territory of each unit that cannot move, else −1; units that hang together are no families. */
function standingUnits(problem: BalanceProblem): Int32Array {
  return fixedTerritories({ ...problem, families: null });
}

/** Parts without a way between them may share a territory: what a border forbids is said of whole maps alone. */
function isOneMap({ adjacency }: BalanceProblem): boolean {
  return adjacency !== null && connectedParts(adjacency, null).count === 1;
}

/** Units whose territory must also have what hangs on them, and is then over its corridor. */
export function pendantReasons(problem: BalanceProblem, names: ReasonNames): BalanceReason[] {
  const { adjacency, movableTerritories } = problem;
  // Beside territories that stay as they are, what hangs on a unit may be theirs.
  if (!adjacency || movableTerritories || !isOneMap(problem)) return [];
  const stands = standingUnits(problem);
  for (const measure of problem.measures) {
    const corridor = corridorOf(problem, measure, stands);
    if (!corridor) continue;
    const least = corridor.least.reduce((low, value) => (value > 0 ? Math.min(low, value) : low), Infinity);
    const most = corridor.most.reduce((high, value) => Math.max(high, value), 0);
    if (!(least < Infinity)) continue;
    const areas = pendantAreas(adjacency, corridor.load, least, most);
    const worst = areas[0];
    if (!worst) continue;
    const over = ((worst.load * (1 + measure.toleranceRatio)) / most - 1) * 100;
    const text = `${worst.hanging} areas hang on ${names.unitName(worst.unit)}: there is no other way to them. What of them makes no territory of its own goes with it, so that its territory is ${over.toFixed(1)}% over target of ${measureName(measure)} at best. Widen the tolerance, or let territories there fall apart.`;
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

/**
 * Why territories that stay out of tolerance must: more are locked in an area than it can feed or let out.
 * Yields on the way.
 */
export function* enclosedReasons(
  problem: BalanceProblem,
  outside: readonly number[],
  names: ReasonNames,
): Generator<void, BalanceReason[]> {
  const { adjacency, locks, movableTerritories } = problem;
  const hasWalls = locks !== null || movableTerritories !== null;
  if (!adjacency || !hasWalls || outside.length === 0 || !isOneMap(problem)) return [];
  const stands = standingUnits(problem);
  for (const measure of problem.measures) {
    const corridor = corridorOf(problem, measure, stands);
    if (!corridor) continue;
    for (const territory of outside) {
      const found = yield* enclosedLocksAt(territory, adjacency, stands, corridor.load, corridor.least);
      if (!found) continue;
      const called = found.territories.slice(0, 4).map((j) => names.territoryName(j));
      const more = found.territories.length - called.length;
      const who = `${called.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
      const all = found.territories.length;
      const have = all === 1 ? `${who} has` : `${all} territories (${who}) have`;
      const exits = all === 1 ? 'it cannot' : `only ${found.exits} of them can`;
      const text = `${have} locked units in an area of ${found.units.length} that holds ${(100 * found.loadShare).toFixed(0)}% of the least that one must have of ${measureName(measure)}, and ${exits} reach out of it. Release a lock there${movableTerritories ? ', or choose the territories round it too' : ''}.`;
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
