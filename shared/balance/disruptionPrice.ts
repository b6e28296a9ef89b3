import type { BalanceProblem } from './problem';

/** What a change of hands costs the solver; nothing where a unit has no earlier owner. */
export interface DisruptionPrice {
  /** Km on every activity of the unit. */
  readonly keepKm: number;
  /** Activity-km for every unit, whatever its activity. */
  readonly perUnit: number;
  /** Activity-km for every unit that leaves territory j; null = nothing more. */
  readonly handOff: Float64Array | null;
  /** Activity-km for every unit that comes to territory j from another; null = nothing more. */
  readonly takeOver: Float64Array | null;
}

/** Changes of hands cost nothing. */
export const NO_DISRUPTION_PRICE: DisruptionPrice = { keepKm: 0, perUnit: 0, handOff: null, takeOver: null };

/** True where a change of hands costs something. */
export function isPriced(price: DisruptionPrice): boolean {
  return price.keepKm > 0 || price.perUnit > 0 || price.handOff !== null || price.takeOver !== null;
}

/** Σ over units that change hands of what that costs, activity-km. */
export function disruptionCost(
  problem: BalanceProblem,
  price: DisruptionPrice,
  assignment: Int32Array,
): number {
  const { current, travelActivity } = problem;
  if (!current || !isPriced(price)) return 0;
  let cost = 0;
  for (let i = 0; i < assignment.length; i++) {
    const owner = current[i]!;
    const to = assignment[i]!;
    if (owner < 0 || to === owner) continue;
    const activity = travelActivity[i]!;
    cost += price.perUnit + (activity > 0 ? price.keepKm * activity : 0);
    cost += (price.handOff?.[owner] ?? 0) + (price.takeOver?.[to] ?? 0);
  }
  return cost;
}

/** Changes of hands of a plan, by territory and in all. */
export interface HandsChanged {
  readonly handedOff: Int32Array;
  readonly takenOver: Int32Array;
  readonly moved: number;
  /** Units with an earlier owner. */
  readonly owned: number;
}

/** Counts the changes of hands of a plan. */
export function countHands(problem: BalanceProblem, assignment: Int32Array): HandsChanged {
  const territoryCount = problem.territories.capacity.length;
  const handedOff = new Int32Array(territoryCount);
  const takenOver = new Int32Array(territoryCount);
  let moved = 0;
  let owned = 0;
  const { current } = problem;
  for (let i = 0; current && i < assignment.length; i++) {
    if (current[i]! < 0) continue;
    owned++;
    if (assignment[i] === current[i]) continue;
    moved++;
    handedOff[current[i]!]!++;
    takenOver[assignment[i]!]!++;
  }
  return { handedOff, takenOver, moved, owned };
}

/** How far each cap is exceeded; all 0 where the plan keeps within them. */
export interface CapExcess {
  readonly handedOff: Int32Array;
  readonly takenOver: Int32Array;
  readonly moved: number;
  readonly total: number;
}

/** By how many units a plan exceeds its caps. */
export function capExcess(problem: BalanceProblem, hands: HandsChanged): CapExcess {
  const { caps } = problem;
  const over = (counts: Int32Array, most: Int32Array | null): Int32Array =>
    counts.map((count, j) => (most ? Math.max(0, count - most[j]!) : 0));
  const handedOff = over(hands.handedOff, caps?.maxHandedOff ?? null);
  const takenOver = over(hands.takenOver, caps?.maxTakenOver ?? null);
  const share = caps?.maxMovedShare ?? null;
  const moved = share === null ? 0 : Math.max(0, hands.moved - Math.floor(share * hands.owned + 1e-9));
  let total = moved;
  for (let j = 0; j < handedOff.length; j++) total += handedOff[j]! + takenOver[j]!;
  return { handedOff, takenOver, moved, total };
}
