import type { BalanceOptions, BalanceProblem, BalanceProgress } from './problem';
import { resizeTeam, type ResizedPlan } from './resizeTeam';

/** What it would take to do without one territory. */
export interface LeaverTrial {
  readonly territory: number;
  /** Accounts that get another rep: those of who goes, and those that others hand on to come out even. */
  readonly changedCount: number;
  readonly travelKm: number;
  readonly feasible: boolean;
}

export interface GentlestLeaver {
  /** The territory that is missed least; null where nobody can go. */
  readonly territory: number | null;
  /** The gentlest first. */
  readonly trials: readonly LeaverTrial[];
}

/** So many territories with the fewest accounts are tried; others would hand on more to begin with. */
const TRIED = 8;

/** A trial only ranks: it needs no polish. */
const TRIAL_EFFORT = 0.15;

/**
 * Finds the territory whose leaving changes the fewest reps: the smallest ones are taken away one at a time, and
 * their accounts are handed on within tolerance. Plans within tolerance come first, then the fewest changes, then
 * the least travel. Deterministic for a seed; may be stopped at any yield.
 * @param open 1 where a territory may go; null = any
 */
export function* gentlestLeaver(
  problem: BalanceProblem,
  open: Uint8Array | null,
  options: Partial<BalanceOptions> = {},
): Generator<BalanceProgress, GentlestLeaver> {
  const count = problem.territories.capacity.length;
  if (count < 2) return { territory: null, trials: [] };
  const accounts = new Int32Array(count);
  problem.current?.forEach((j) => {
    if (j >= 0) accounts[j]!++;
  });
  const tried = Array.from({ length: count }, (_, j) => j)
    .filter((j) => !open || open[j] === 1)
    .sort((a, b) => accounts[a]! - accounts[b]! || a - b)
    .slice(0, TRIED);
  const trials: LeaverTrial[] = [];
  for (const [at, territory] of tried.entries()) {
    const run = resizeTeam(
      problem,
      { removed: [territory], added: [] },
      { ...options, effort: TRIAL_EFFORT },
    );
    let step: IteratorResult<BalanceProgress, ResizedPlan> = run.next();
    for (; !step.done; step = run.next()) {
      // A trial's plan is nobody's proposal.
      yield {
        ...step.value,
        shareDone: (at + step.value.shareDone) / tried.length,
        best: null,
        maxDeviation: NaN,
      };
    }
    const { movedCount, inheritedCount, result } = step.value;
    const { travelKm, feasible } = result;
    trials.push({ territory, changedCount: movedCount + inheritedCount, travelKm, feasible });
  }
  trials.sort(
    (a, b) =>
      Number(b.feasible) - Number(a.feasible) ||
      a.changedCount - b.changedCount ||
      a.travelKm - b.travelKm ||
      a.territory - b.territory,
  );
  return { territory: trials[0]?.territory ?? null, trials };
}
