import { compPlanSchema, type CompPlan } from '../../../../shared/model/compPlan';

/** A field plan of three components with gate, multiplier, caps and draw, as a designer would build it. */
export const fieldPlan: CompPlan = compPlanSchema.parse({
  id: 'field',
  name: 'Account executive',
  components: [
    {
      kind: 'curve',
      id: 'bookings',
      name: 'Bookings',
      targetShareRatio: 0.7,
      timing: { measuredOver: 'year', paidEvery: 'month' },
      points: [
        { x: 0.5, payRatio: 0.25 },
        { x: 1, payRatio: 1 },
        { x: 1.5, payRatio: 2.5 },
        { x: 2, payRatio: 3.5 },
      ],
    },
    {
      kind: 'curve',
      id: 'margin',
      name: 'Gross margin',
      targetShareRatio: 0.2,
      measure: 'grossMargin',
      measureUnit: 'ratio',
      points: [
        { x: 0.92, payRatio: 0.5 },
        { x: 1, payRatio: 1 },
        { x: 1.06, payRatio: 1.5 },
      ],
    },
    {
      kind: 'objectives',
      id: 'objectives',
      name: 'Objectives',
      targetShareRatio: 0.1,
      measure: 'objectives',
      measureUnit: 'ratio',
      goal: { kind: 'value', value: 1 },
      objectives: [
        { id: 'a', name: 'Launch', weightRatio: 0.5 },
        { id: 'b', name: 'Renewals', weightRatio: 0.5 },
      ],
    },
  ],
  conditions: [
    {
      kind: 'gate',
      id: 'gate',
      subjects: [{ kind: 'attainment', componentId: 'bookings' }],
      thresholdRatio: 0.5,
      appliesTo: ['margin', 'objectives'],
    },
    {
      kind: 'multiplier',
      id: 'multi',
      subject: { kind: 'measure', measure: 'Multi-year share' },
      comparator: 'moreThan',
      bands: [
        { from: null, to: 0.3, factor: 1 },
        { from: 0.3, to: null, factor: 1.1 },
      ],
      appliesTo: ['bookings'],
    },
  ],
  caps: { totalOfTargetRatio: 3 },
});
