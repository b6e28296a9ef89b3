import { describe, expect, it } from 'vitest';
import type { BalanceProblem } from '../../../../shared/balance/problem';
import { solveBalance } from '../../../../shared/balance/solve';
import { scatteredProblem } from './balanceFixtures';

/** CPU of every stretch of work between two looks at a stop, ms. */
function stretchesOf(problem: BalanceProblem): number[] {
  const stretches: number[] = [];
  const run = solveBalance(problem, { effort: 0.3 });
  for (let isDone = false; !isDone;) {
    const before = process.cpuUsage();
    isDone = run.next().done === true;
    const { user, system } = process.cpuUsage(before);
    stretches.push((user + system) / 1000);
  }
  return stretches;
}

/**
 * The longest stretch as a share of the whole run, which a busy machine slows down as much. The same seed
 * does the same work: the lesser of two runs leaves out what the machine did meanwhile.
 */
function longestShare(problem: BalanceProblem): number {
  const first = stretchesOf(problem);
  const second = stretchesOf(problem);
  expect(second.length).toBe(first.length);
  const lesser = first.map((ms, at) => Math.min(ms, second[at]!));
  return Math.max(...lesser) / lesser.reduce((sum, ms) => sum + ms, 0);
}

describe('a run can be stopped', () => {
  it('at any time with two measures to hold', () => {
    const problem = scatteredProblem(8_000, 50, 21);
    const revenue = problem.travelActivity.map((value, i) => value * (1 + ((i * 7919) % 13)));
    const measures = [...problem.measures, { id: 'revenue', values: revenue, toleranceRatio: 0.1 }];
    // The run takes about a second of CPU: 100 ms is a tenth.
    expect(longestShare({ ...problem, measures })).toBeLessThan(0.1);
  }, 180_000);

  it('at any time with many accounts, fixed or free', () => {
    const problem = scatteredProblem(60_000, 120, 22);
    const lat = problem.territories.lat.map((value, j) => (j % 2 === 0 ? NaN : value));
    const territories = { ...problem.territories, lat, lng: problem.territories.lng };
    // About two and a half seconds: 100 ms is a twenty-fifth.
    expect(longestShare({ ...problem, territories })).toBeLessThan(0.04);
  }, 180_000);
});
