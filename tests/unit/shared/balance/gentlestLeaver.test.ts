import { describe, expect, it } from 'vitest';
import { gentlestLeaver, type GentlestLeaver } from '../../../../shared/balance/gentlestLeaver';
import type { BalanceProblem } from '../../../../shared/balance/problem';
import { scatteredProblem, solveQuickly } from './balanceFixtures';

function found(problem: BalanceProblem, open: Uint8Array | null = null): GentlestLeaver {
  const run = gentlestLeaver(problem, open);
  let step = run.next();
  for (; !step.done; step = run.next()) expect(step.value.best).toBeNull();
  return step.value;
}

describe('who is missed least', () => {
  const scattered = scatteredProblem(240, 5, 11);
  // The third rep has few accounts, of much work each.
  const travelActivity = scattered.travelActivity.slice();
  const current = solveQuickly(scattered).assignment;
  current.forEach((j, unit) => {
    if (j === 2 && unit % 2 === 0) current[unit] = 1;
    if (j === 2 && unit % 2 === 1) travelActivity[unit] = 2 * travelActivity[unit]!;
  });
  const measures = [{ id: 'workload', values: travelActivity, toleranceRatio: 0.1 }];
  const problem: BalanceProblem = { ...scattered, measures, travelActivity, current };

  it('is the one whose leaving changes the fewest reps, and the others are ranked behind', () => {
    const { territory, trials } = found(problem);
    expect(trials).toHaveLength(5);
    expect(territory).toBe(trials[0]!.territory);
    const within = trials.filter(({ feasible }) => feasible);
    expect(within.length).toBeGreaterThan(0);
    for (let at = 1; at < within.length; at++) {
      expect(within[at]!.changedCount).toBeGreaterThanOrEqual(within[at - 1]!.changedCount);
    }
    for (const trial of trials) {
      const owned = current.filter((j) => j === trial.territory).length;
      expect(trial.changedCount).toBeGreaterThanOrEqual(owned);
    }
  });

  it('is one of those who may go', () => {
    const { trials } = found(problem, Uint8Array.of(1, 0, 0, 1, 0));
    expect(trials.map(({ territory }) => territory).sort()).toEqual([0, 3]);
  });

  it('is nobody where there is one only', () => {
    expect(found(scatteredProblem(20, 1, 3))).toEqual({ territory: null, trials: [] });
  });
});
