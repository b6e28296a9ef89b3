import type { Blocks } from './blocks';
import type { BalanceProblem } from './problem';

/** Territories of one kind: what one of them may be, any other may; '' = none other may be this one. */
function kindOf({ problem, targets, measureCount }: Blocks, j: number, hasLocks: boolean): string {
  const { territories, eligibility, movableTerritories } = problem;
  const count = territories.capacity.length;
  const isBound =
    hasLocks ||
    !Number.isNaN(territories.lat[j]!) ||
    (movableTerritories !== null && movableTerritories[j] !== 1) ||
    targets.fixedLoad.subarray(j * measureCount, (j + 1) * measureCount).some((load) => load > 0);
  if (isBound) return '';
  const served = eligibility ? eligibility.allowed.filter((_, at) => at % count === j) : [];
  return `${territories.capacity[j]!} ${served.join('')}`;
}

/** Units by territory of a plan and present owner, at [territory * territories + owner]. */
function overlapsOf({ current }: BalanceProblem, assignment: Int32Array, count: number): Int32Array {
  const overlap = new Int32Array(count * count);
  for (let i = 0; i < assignment.length; i++) {
    const owner = current?.[i] ?? -1;
    if (owner >= 0 && assignment[i]! >= 0) overlap[assignment[i]! * count + owner]!++;
  }
  return overlap;
}

/**
 * Whose a territory of a plan had best be, where its base is free: free centres are found without regard to names,
 * and as others' they would change every account's hands for nothing. Largest overlaps first (greedy matching).
 * @param assignment territory of each unit
 * @param overlap what a territory of the plan has of a present owner, at [territory * territories + owner]
 * @returns the new number of each territory, a permutation; null where nothing has an owner
 */
export function gentlestNames(
  blocks: Blocks,
  assignment: Int32Array,
  overlap = overlapsOf(blocks.problem, assignment, blocks.territoryCount),
): Int32Array | null {
  const { problem, territoryCount: count } = blocks;
  if (!problem.current) return null;
  // What is locked stays where it is, be there nothing of it to balance.
  const locked = new Set(problem.locks);
  const kinds = Array.from({ length: count }, (_, j) => kindOf(blocks, j, locked.has(j)));
  const names = new Int32Array(count).fill(-1);
  const isTaken = new Uint8Array(count);
  const give = (j: number, name: number): void => {
    if (names[j]! >= 0 || isTaken[name] === 1 || (kinds[j] !== kinds[name] && j !== name)) return;
    names[j] = name;
    isTaken[name] = 1;
  };
  kinds.forEach((kind, j) => kind === '' && give(j, j));
  const pairs = Int32Array.from(overlap.keys())
    .filter((at) => overlap[at]! > 0)
    .sort((a, b) => overlap[b]! - overlap[a]! || a - b);
  for (const at of pairs) give(Math.floor(at / count), at % count);
  for (let j = 0; j < count; j++) give(j, j);
  for (let j = 0; j < count; j++) for (let name = 0; names[j]! < 0 && name < count; name++) give(j, name);
  return names;
}

/** Rows of some numbers by territory, each at its new number. */
export function renamedRows(values: Float64Array, names: Int32Array): Float64Array {
  const width = values.length / names.length;
  const renamed = new Float64Array(values.length);
  names.forEach((name, j) => renamed.set(values.subarray(j * width, (j + 1) * width), name * width));
  return renamed;
}
