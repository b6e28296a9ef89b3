import { compPlanSchema, type CompPlan } from '../../../shared/model/compPlan';

/** A plan to begin with. */
export interface PlanTemplate {
  readonly id: string;
  readonly name: string;
  /** @param planId the new plan's id */
  readonly make: (planId: string) => CompPlan;
}

/** Plans to begin with. */
export const planTemplates: readonly PlanTemplate[] = [
  {
    id: 'account-executive',
    name: 'Account executive',
    make: (planId) =>
      compPlanSchema.parse({
        id: planId,
        name: 'Account executive',
        components: [
          {
            kind: 'curve',
            id: 'bookings',
            name: 'Bookings',
            targetShareRatio: 1,
            points: [
              { x: 0.5, payRatio: 0.25 },
              { x: 1, payRatio: 1 },
              { x: 1.5, payRatio: 2 },
            ],
          },
        ],
      }),
  },
];
