import { buildBlocks, fixedTerritories, type Blocks } from './blocks';
import { gentlestNames } from './gentlestNames';
import type { BalanceOptions, BalanceProblem, BalanceProgress, BalanceResult } from './problem';
import { solveBalance } from './solve';

/** The accounts of the units that a problem is made of, as they stand. */
export interface OwnedAccounts {
  /** Unit of each account; −1 = outside every unit. */
  readonly unitOfAccount: Int32Array;
  /** Territory of each account, −1 = none. */
  readonly current: Int32Array;
}

/** Accounts by territory of a plan of units and present owner, at [territory * territories + owner]. */
function overlapOf(accounts: OwnedAccounts, plan: Int32Array, territoryCount: number): Int32Array {
  const overlap = new Int32Array(territoryCount * territoryCount);
  accounts.unitOfAccount.forEach((unit, account) => {
    const owner = accounts.current[account]!;
    if (unit >= 0 && owner >= 0) overlap[plan[unit]! * territoryCount + owner]!++;
  });
  return overlap;
}

/** The new number of each territory of a plan; null where the present ones keep as many accounts where they are. */
function betterNames(blocks: Blocks, accounts: OwnedAccounts, plan: Int32Array): Int32Array | null {
  const count = blocks.territoryCount;
  const overlap = overlapOf(accounts, plan, count);
  const names = gentlestNames(blocks, plan, overlap);
  if (!names) return null;
  const kept = (nameOf: (territory: number) => number): number =>
    names.reduce((sum, _, territory) => sum + overlap[territory * count + nameOf(territory)]!, 0);
  return kept((territory) => names[territory]!) > kept((territory) => territory) ? names : null;
}

function renamed(result: BalanceResult, names: Int32Array, { current }: BalanceProblem): BalanceResult {
  const moved = (values: Float64Array): Float64Array => {
    const at = values.slice();
    names.forEach((name, territory) => (at[name] = values[territory]!));
    return at;
  };
  const assignment = result.assignment.map((territory) => names[territory]!);
  return {
    ...result,
    assignment,
    reasons: result.reasons.map((reason) => ({
      ...reason,
      territoryIndices: reason.territoryIndices.map((territory) => names[territory]!),
    })),
    movedCount: assignment.reduce((sum, j, unit) => {
      const owner = current?.[unit] ?? -1;
      return owner >= 0 && owner !== j ? sum + 1 : sum;
    }, 0),
    centreLat: moved(result.centreLat),
    centreLng: moved(result.centreLng),
  };
}

/**
 * Solves a problem whose territories must hang together. Those with free bases are found without regard to who has
 * what, and are then told as those that keep most of their accounts: as others' they would change every account's
 * hands for nothing.
 * @param accounts of the problem's units; null = as the solver names them
 */
export function* solveNamed(
  problem: BalanceProblem,
  accounts: OwnedAccounts | null,
  options: Partial<BalanceOptions>,
): Generator<BalanceProgress, BalanceResult> {
  const hasFree = problem.territories.lat.some((lat) => Number.isNaN(lat));
  if (!accounts || !hasFree) return yield* solveBalance(problem, options);
  const blocks = buildBlocks(problem, fixedTerritories(problem));
  let names: Int32Array | null = null;
  const { territoryName = (territory: number) => `territory ${territory + 1}` } = options;
  const run = solveBalance(problem, {
    ...options,
    // Reasons come after the last plan, whose names they tell.
    territoryName: (territory) => territoryName(names?.[territory] ?? territory),
  });
  let step = run.next();
  for (; !step.done; step = run.next()) {
    const { best } = step.value;
    if (best) names = betterNames(blocks, accounts, best);
    yield best && names ? { ...step.value, best: best.map((territory) => names![territory]!) } : step.value;
  }
  return names ? renamed(step.value, names, problem) : step.value;
}
