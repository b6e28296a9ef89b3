import { describe, expect, it } from 'vitest';
import { buildBlocks, fixedTerritories } from '../../../../shared/balance/blocks';
import { gentlestNames, renamedRows } from '../../../../shared/balance/gentlestNames';
import { scatteredProblem, solveQuickly } from './balanceFixtures';

const FREE = { lat: new Float64Array(4).fill(NaN), lng: new Float64Array(4).fill(NaN) };
const territories = { ...FREE, capacity: new Float64Array(4).fill(1) };

describe('the names of territories with free bases', () => {
  it('are those of the owners of most of their accounts, among equals', () => {
    const current = Int32Array.of(0, 0, 1, 1, 2, 2, 3, 3);
    const plan = Int32Array.of(1, 1, 0, 0, 3, 3, 2, 2);
    const named = (capacity: readonly number[]) => {
      const problem = scatteredProblem(8, 4, 1, {
        current,
        territories: { ...FREE, capacity: Float64Array.from(capacity) },
      });
      return [...gentlestNames(buildBlocks(problem, fixedTerritories(problem)), plan)!];
    };
    expect(named([1, 1, 1, 1])).toEqual([1, 0, 3, 2]);
    // One of another capacity is no other's match.
    expect(named([1, 1, 2, 1])).toEqual([1, 0, 2, 3]);
  });

  it('carry what belongs to a territory along', () => {
    expect([...renamedRows(Float64Array.of(1, 2, 3, 4), Int32Array.of(1, 0))]).toEqual([3, 4, 1, 2]);
  });

  it('keep a plan that is good already from changing hands', () => {
    const problem = scatteredProblem(300, 4, 17, { territories });
    const current = solveQuickly(problem).assignment;
    const again = solveQuickly({ ...problem, current, seed: 99 });
    expect(again.feasible).toBe(true);
    expect(again.movedCount).toBeLessThan(100);
  });
});
