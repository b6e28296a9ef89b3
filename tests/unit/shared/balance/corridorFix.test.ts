import { describe, expect, it } from 'vitest';
import { solveBalance } from '../../../../shared/balance/solve';
import { finish, scatteredProblem, solveQuickly } from './balanceFixtures';

describe('fixing only what is out of corridor', () => {
  it('changes few accounts of a plan that is nearly balanced', () => {
    const problem = scatteredProblem(300, 5, 21);
    const current = solveQuickly(problem).assignment.slice();
    // One territory takes ten accounts of its neighbour: two are out, three stand well.
    let taken = 0;
    for (let i = 0; i < 300 && taken < 10; i++) if (current[i] === 0 && ++taken > 0) current[i] = 1;
    const result = finish(solveBalance({ ...problem, current }, { aim: 'corridor', effort: 0.1 }));
    expect(result.feasible).toBe(true);
    expect(result.movedCount).toBeLessThanOrEqual(10);
  });

  it('changes nothing where everything is in corridor', () => {
    const problem = scatteredProblem(300, 5, 22);
    const current = solveQuickly(problem).assignment;
    const result = finish(solveBalance({ ...problem, current }, { aim: 'corridor', effort: 0.1 }));
    expect(result.movedCount).toBe(0);
  });
});
