import { brokenTerritories } from '../geo/contiguity';
import { haversineKm } from '../geo/greatCircle';
import type { BestPlan } from './bestPlan';
import { fixedTerritories, mayServe } from './blocks';
import { capExcess, countHands, type DisruptionPrice } from './disruptionPrice';
import type { BalanceProblem } from './problem';
import { capacityShares } from './targets';

/** Accounts, or families, up to which every plan is tried. */
const MOST_GROUPS = 14;

/** Choices of a territory made in all, and between two yields: what is left then stays untried. */
const MOST_CHOICES = 600_000;
const CHOICES_A_SLICE = 50_000;

/** As "within tolerance" is measured: a load this share of its target outside is rounding. */
const ROUNDING = 1e-10;

/** Units that go together: each alone, or a family; fixed ones left out. Null where there are more than a few. */
function fewGroupsOf(problem: BalanceProblem, fixed: Int32Array): number[][] | null {
  const groups = new Map<string, number[]>();
  for (const [unit, territory] of fixed.entries()) {
    if (territory >= 0) continue;
    const family = problem.families?.[unit] ?? -1;
    const key = family >= 0 ? `family ${family}` : `unit ${unit}`;
    const known = groups.get(key);
    if (known) known.push(unit);
    else groups.set(key, [unit]);
    if (groups.size > MOST_GROUPS) return null;
  }
  return [...groups.values()];
}

const usable = (value: number): number => (value > 0 && Number.isFinite(value) ? value : 0);

/** Priced activity-km of a group at each territory: its way, 0 where the centre is free, and changes of hands. */
function costsOf(problem: BalanceProblem, price: DisruptionPrice, group: readonly number[]): Float64Array {
  const { lat, lng, capacity } = problem.territories;
  return Float64Array.from(capacity, (_, j) => {
    if (group.some((unit) => !mayServe(problem, unit, j))) return Infinity;
    return group.reduce((sum, unit) => {
      const activity = usable(problem.travelActivity[unit]!);
      const km = haversineKm(problem.unitLat[unit]!, problem.unitLng[unit]!, lat[j]!, lng[j]!);
      const owner = problem.current?.[unit] ?? -1;
      const change = owner >= 0 && owner !== j ? price.perUnit + price.keepKm * activity : 0;
      return sum + (Number.isNaN(km) ? 0 : activity * km) + change;
    }, 0);
  });
}

/** A search over all plans, depth first, the dearest groups first. */
class EveryPlan {
  readonly plan: Int32Array;
  private readonly groups: readonly (readonly number[])[];
  private readonly cost: readonly Float64Array[];
  /** The least that the groups from each on can cost. */
  private readonly ahead: Float64Array;
  private readonly load: Float64Array[];
  private readonly upper: Float64Array[];
  private readonly lower: Float64Array[];
  private least = Infinity;
  private choices = 0;

  constructor(
    private readonly problem: BalanceProblem,
    price: DisruptionPrice,
    groups: readonly number[][],
    fixed: Int32Array,
    private readonly best: BestPlan,
  ) {
    this.plan = fixed.slice();
    const priced = groups.map((group) => ({ group, cost: costsOf(problem, price, group) }));
    const leastOf = (cost: Float64Array): number =>
      cost.reduce((low, value) => Math.min(low, value), Infinity);
    priced.sort((a, b) => leastOf(b.cost) - leastOf(a.cost) || a.group[0]! - b.group[0]!);
    this.groups = priced.map(({ group }) => group);
    this.cost = priced.map(({ cost }) => cost);
    this.ahead = new Float64Array(groups.length + 1);
    for (let at = groups.length - 1; at >= 0; at--) {
      this.ahead[at] = this.ahead[at + 1]! + leastOf(this.cost[at]!);
    }
    const shares = capacityShares(problem.territories.capacity);
    const totals = problem.measures.map(({ values }) =>
      values.reduce((sum, value) => sum + usable(value), 0),
    );
    const edge = (sign: number) =>
      problem.measures.map(({ toleranceRatio }, m) =>
        shares.map((share) => share * totals[m]! * (1 + sign * (toleranceRatio + ROUNDING))),
      );
    this.upper = edge(1);
    this.lower = edge(-1);
    this.load = problem.measures.map(() => new Float64Array(shares.length));
    fixed.forEach((j, unit) => {
      if (j >= 0) this.take([unit], j, 1);
    });
    if (best.assignment && this.isWhole(best.assignment)) this.least = this.movable(best.assignment);
  }

  *search(at = 0, spent = 0): Generator<void, void> {
    if (at === this.groups.length) {
      if (this.isWithin() && this.isWhole(this.plan) && this.best.offer(this.plan)) this.least = spent;
      return;
    }
    const cost = this.cost[at]!;
    const order = [...cost.keys()].sort((a, b) => cost[a]! - cost[b]! || a - b);
    for (const j of order) {
      if (spent + cost[j]! + this.ahead[at + 1]! >= this.least - 1e-9 || cost[j] === Infinity) continue;
      if (++this.choices > MOST_CHOICES) return;
      if (this.choices % CHOICES_A_SLICE === 0) yield;
      this.take(this.groups[at]!, j, 1);
      if (this.fits(j)) yield* this.search(at + 1, spent + cost[j]!);
      this.take(this.groups[at]!, j, -1);
    }
  }

  private take(units: readonly number[], j: number, sign: number): void {
    this.problem.measures.forEach(({ values }, m) => {
      for (const unit of units) this.load[m]![j]! += sign * usable(values[unit]!);
    });
    for (const unit of units) this.plan[unit] = sign > 0 ? j : -1;
  }

  private fits(j: number): boolean {
    return this.load.every((load, m) => load[j]! <= this.upper[m]![j]! + 1e-9 * this.upper[m]![j]!);
  }

  private isWithin(): boolean {
    return this.load.every((load, m) =>
      load.every((value, j) => this.fits(j) && value >= this.lower[m]![j]! * (1 - 1e-9)),
    );
  }

  /** Caps are kept and territories hang together. */
  private isWhole(plan: Int32Array): boolean {
    const { caps, adjacency, territories } = this.problem;
    if (caps && capExcess(this.problem, countHands(this.problem, plan)).total > 0) return false;
    return !adjacency || brokenTerritories(adjacency, plan, territories.capacity.length).length === 0;
  }

  /** What the best plan so far spends on the groups; Infinity where it is out of tolerance. */
  private movable(plan: Int32Array): number {
    if (this.best.measures!.outOfTolerance.length > 0) return Infinity;
    return this.groups.reduce((sum, group, at) => sum + this.cost[at]![plan[group[0]!]!]!, 0);
  }
}

/**
 * Tries every plan of a few accounts, and offers those that are better than the best so far. Annealing finds
 * its way among many; among a handful of plans the only allowed one may lie beyond several that are not.
 * Nothing happens where there are more than a few accounts or any centre is free.
 */
export function* tryEvery(
  problem: BalanceProblem,
  price: DisruptionPrice,
  best: BestPlan,
): Generator<void, void> {
  const fixed = fixedTerritories(problem);
  if (problem.territories.lat.some((value) => Number.isNaN(value))) return;
  const groups = fewGroupsOf(problem, fixed);
  if (!groups || groups.length === 0) return;
  yield* new EveryPlan(problem, price, groups, fixed, best).search();
}
