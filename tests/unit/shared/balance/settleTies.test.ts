import { describe, expect, it } from 'vitest';
import { solveBalance } from '../../../../shared/balance/solve';
import { problemOfInstance } from '../../../bench/balanceInstance';
import { pointInstance } from '../../../bench/lookalikes';
import { finish } from './balanceFixtures';

describe('a plan of two measures that cooling brought within its corridors', () => {
  it('is not led out of them again by what shortens the travel', () => {
    const kind = { accounts: 10_000, territories: 50, revenueTolerance: 0.1 };
    const instance = pointInstance({ ...kind, land: 'us', seed: 612 });
    const result = finish(solveBalance(problemOfInstance(instance, null)));
    expect(result.feasible).toBe(true);
    // Out of them, it was of no use: the first plan stood, at 0.31%.
    expect(result.gapShare).toBeLessThan(0.002);
  }, 120_000);
});

describe('a plan that the one cooling of many territories left far from the bound', () => {
  it('is cooled again from where it stands', () => {
    const instance = pointInstance({ accounts: 10_000, territories: 50, land: 'coast', seed: 644 });
    const result = finish(solveBalance(problemOfInstance(instance, null)));
    expect(result.feasible).toBe(true);
    // 0.83% before: a coast hands loads on from one territory to the next, all along.
    expect(result.gapShare).toBeLessThan(0.0025);
  }, 120_000);
});
