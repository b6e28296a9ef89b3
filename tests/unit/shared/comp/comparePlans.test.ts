import { describe, expect, it } from 'vitest';
import { comparePlans } from '../../../../shared/comp/comparePlans';
import { inputsAtAttainment } from '../../../../shared/comp/inputsAtAttainment';
import { payPerformance } from '../../../../shared/comp/payPerformance';
import { costCurve } from '../../../../shared/comp/teamCost';
import { compPlanSchema } from '../../../../shared/model/compPlan';

const planOf = (id: string, points: [number, number][], kickerRatio: number | null = null) =>
  compPlanSchema.parse({
    id,
    name: id,
    components: [
      {
        kind: 'curve',
        id: 'bookings',
        name: 'Bookings',
        targetShareRatio: 1,
        above: 'extend',
        points: points.map(([x, payRatio]) => ({ x, payRatio })),
      },
      ...(kickerRatio === null
        ? []
        : [
            {
              kind: 'kicker' as const,
              id: 'kicker',
              name: 'Kicker',
              milestones: [{ attainment: 1, pays: kickerRatio }],
            },
          ]),
    ],
  });

const oldPlan = planOf('Old', [
  [0, 0],
  [1, 1],
]);
const newPlan = planOf(
  'New',
  [
    [0.5, 0],
    [1, 1],
    [1.5, 2.5],
  ],
  0.1,
);
const year = { targetIncentiveCents: 50_000_00, baseSalaryCents: 50_000_00, quotaCents: 500_000_00 };

describe('old plan against new', () => {
  const compared = comparePlans(
    oldPlan,
    newPlan,
    [0.6, 1, 1.2].map((attainment, i) => ({
      repId: String(i),
      oldInputs: inputsAtAttainment(oldPlan, year, attainment),
      newInputs: inputsAtAttainment(newPlan, year, attainment),
      year,
    })),
  );

  it('names winners and losers, and the attainment each needs to stay whole', () => {
    expect(compared.rows.map((row) => [row.deltaCents / 100, row.verdict])).toEqual([
      [-20_000, 'loses'],
      [5_000, 'gains'],
      [25_000, 'gains'],
    ]);
    // 30,000 is 60% of target: 0.5 + 0.6 / 2; 50,000 and 60,000 come with the kicker at 100%.
    expect(compared.rows.map((row) => row.wholeAtRatio)).toEqual([
      0.8,
      1,
      expect.closeTo(1 + 0.1 / 3, 5) as number,
    ]);
  });

  it('explains the cost between them by component', () => {
    expect(compared.waterfall).toEqual(
      [
        { name: 'Old', kind: 'from', cents: 140_000_00 },
        { name: 'Bookings', kind: 'change', cents: 0 },
        { name: 'Kicker', kind: 'change', cents: 10_000_00 },
        { name: 'New', kind: 'to', cents: 150_000_00 },
      ].filter((step) => step.kind !== 'change' || step.cents !== 0),
    );
    expect(compared).toMatchObject({ deltaCents: 10_000_00, winners: 2, losers: 1, neutral: 0 });
  });

  it('has no attainment that keeps pay which the new plan never reaches', () => {
    const capped = planOf('Capped', [
      [0, 0],
      [1, 0.5],
    ]);
    const flat = {
      ...capped,
      components: capped.components.map((each) => ({ ...each, above: 'cap' as const })),
    };
    const rows = comparePlans(oldPlan, flat, [
      {
        repId: 'a',
        oldInputs: inputsAtAttainment(oldPlan, year, 1),
        newInputs: inputsAtAttainment(flat, year, 1),
        year,
      },
    ]).rows;
    expect(rows[0]!.wholeAtRatio).toBeNull();
  });
});

describe('cost curve', () => {
  it('scales every rep so that the team is at each attainment', () => {
    const reps = [0.8, 1.2].map((attainmentRatio) => ({ ...year, plan: newPlan, attainmentRatio }));
    const curve = costCurve(reps, 0.5, 1, 0.25);
    expect(curve.map((point) => point.teamRatio)).toEqual([0.5, 0.75, 1]);
    // At 100%: 0.8 pays 60% of 50,000; 1.2 pays 160% and the kicker.
    expect(curve[2]).toMatchObject({ incentiveCents: 30_000_00 + 80_000_00 + 5_000_00 });
    expect(curve[2]!.ccosRatio).toBeCloseTo((115_000 + 100_000) / 1_000_000, 12);
  });
});

describe('pay and performance', () => {
  it('correlate fully on a line, and not at all where pay is flat', () => {
    const line = payPerformance([1, 2, 4].map((attainment) => ({ attainment, pay: 3 + 2 * attainment })));
    expect(line).toMatchObject({
      r: expect.closeTo(1, 12) as number,
      slope: 2,
      intercept: expect.closeTo(3, 9) as number,
    });
    expect(payPerformance([1, 2].map((attainment) => ({ attainment, pay: 5 }))).r).toBeNull();
  });
});
