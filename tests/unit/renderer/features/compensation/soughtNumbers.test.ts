import { describe, expect, it } from 'vitest';
import { soughtNumbers } from '../../../../../renderer/features/compensation/soughtNumbers';
import { withPlanValue } from '../../../../../shared/comp/planValue';
import { planTemplates } from '../../../../../shared/comp/planTemplates';
import { compPlanSchema } from '../../../../../shared/model/compPlan';

const plan = compPlanSchema.parse({
  id: 'p',
  name: 'P',
  caps: { totalOfTargetRatio: 3 },
  components: [
    {
      kind: 'tiers',
      id: 'b',
      name: 'Bookings',
      targetShareRatio: 1,
      tiers: [
        { from: 0, to: 1, rate: 1 },
        { from: 1, to: 1.5, rate: 2 },
        { from: 1.5, to: null, rate: 3 },
      ],
    },
  ],
});
const named = (name: string) => soughtNumbers(plan).find((each) => each.name === name)!;

describe('the numbers of a plan that a goal can be sought by', () => {
  it('are its rates, edges and caps by name, and no share that would have to add up', () => {
    expect(soughtNumbers(plan).map(({ name, value }) => [name, value])).toEqual([
      ['Tier 1 from', 0],
      ['Tier 1 rate', 1],
      ['Tier 2 from', 1],
      ['Tier 2 rate', 2],
      ['Tier 3 from', 1.5],
      ['Tier 3 rate', 3],
      ['All pay, of target incentive', 3],
    ]);
  });

  it('move the end of the band before along with an edge, between its neighbours', () => {
    const edge = named('Tier 2 from');
    expect(edge.range).toEqual({ low: 0.001, high: 1.499, precision: 0.001 });
    const sought = edge.paths.reduce((draft, path) => withPlanValue(draft, path, 1.2), plan);
    expect(sought.components[0]).toMatchObject({ tiers: [{ to: 1.2 }, { from: 1.2, to: 1.5 }, {}] });
    const used = edge.set(1.2);
    expect(used.ok && used.plan).toEqual(sought);
  });

  it('can each be set to both ends of their range in every template', () => {
    for (const template of planTemplates) {
      for (const number of soughtNumbers(template.make('t'))) {
        for (const value of [number.range.low, number.range.high]) {
          expect([template.id, number.name, value, number.set(value).ok]).toEqual([
            ...[template.id, number.name, value],
            true,
          ]);
        }
      }
    }
  });
});
