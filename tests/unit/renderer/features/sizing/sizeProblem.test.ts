import { describe, expect, it } from 'vitest';
import { comparedSizes, sizeProblem } from '../../../../../renderer/features/sizing/sizeProblem';
import { smallPlan } from '../../../shared/plan/planFixture';

describe('sizes to compare', () => {
  it('hold today and each method, with others between and round them', () => {
    const sizes = comparedSizes([24, 81, 28, 6]);
    for (const named of [24, 81, 28, 6]) expect(sizes).toContain(named);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(sizes.at(-1)).toBeGreaterThan(81);
  });

  it('are never below one, and none where nothing is known', () => {
    expect(comparedSizes([1, null])[0]).toBe(1);
    expect(comparedSizes([null, 0])).toEqual([]);
  });
});

describe('the problem that sizes are compared on', () => {
  it('has free centres only, also where the scenario has no territories yet', () => {
    const plan = smallPlan();
    const scenario = plan.scenarios[0]!;
    const bare = { ...scenario, territories: [] };
    for (const [document, asked] of [
      [plan, scenario],
      [{ ...plan, scenarios: [bare] }, bare],
    ] as const) {
      const problem = sizeProblem(document, asked);
      expect(problem.unitLat.length).toBeGreaterThan(0);
      expect([...problem.territories.lat].every(Number.isNaN)).toBe(true);
    }
  });
});
