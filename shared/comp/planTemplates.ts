import { compPlanSchema, type CompPlan, type CompPlanDraft } from '../model/compPlan';

/** A plan to begin with, for a usual role. */
export interface PlanTemplate {
  id: string;
  name: string;
  /** The role it is usual for, as in rolePayMixes. */
  role: string;
  /** One line on what it is good for. */
  purpose: string;
  make: (planId: string) => CompPlan;
}

type Component = CompPlanDraft['components'][number];

const monthly = { measuredOver: 'year', paidEvery: 'month' } as const;
const quarterly = { measuredOver: 'quarter', paidEvery: 'quarter' } as const;

const curve = (points: [x: number, payRatio: number][]) => points.map(([x, payRatio]) => ({ x, payRatio }));

const acceleratedBookings: Component = {
  kind: 'tiers',
  id: 'bookings',
  name: 'Bookings',
  targetShareRatio: 1,
  timing: monthly,
  tiers: [
    { from: 0, to: 1, rate: 1 },
    { from: 1, to: 1.5, rate: 1.5 },
    { from: 1.5, to: null, rate: 2 },
  ],
};

const objectives = (share: number): Component => ({
  kind: 'objectives',
  id: 'objectives',
  name: 'Objectives',
  targetShareRatio: share,
  measure: 'objectives',
  measureUnit: 'ratio',
  goal: { kind: 'value', value: 1 },
  timing: quarterly,
  objectives: [
    { id: 'first', name: 'First objective', weightRatio: 0.5 },
    { id: 'second', name: 'Second objective', weightRatio: 0.5 },
  ],
});

const drafts: (Omit<PlanTemplate, 'make'> & { draft: Omit<CompPlanDraft, 'id' | 'name'> })[] = [
  {
    id: 'accountExecutive',
    name: 'Account executive',
    role: 'AE',
    purpose: 'New business on a curve with margin and objectives beside it',
    draft: {
      components: [
        {
          kind: 'curve',
          id: 'bookings',
          name: 'Bookings',
          targetShareRatio: 0.7,
          timing: monthly,
          points: curve([
            [0.5, 0.25],
            [1, 1],
            [1.5, 2.5],
            [2, 3.5],
          ]),
        },
        {
          kind: 'curve',
          id: 'grossMargin',
          name: 'Gross margin',
          targetShareRatio: 0.2,
          measure: 'grossMargin',
          measureUnit: 'ratio',
          goal: { kind: 'value', value: 1 },
          timing: monthly,
          points: curve([
            [0.92, 0.5],
            [1, 1],
            [1.06, 1.5],
          ]),
        },
        objectives(0.1),
      ],
      conditions: [
        {
          kind: 'gate',
          id: 'bookingsGate',
          subjects: [{ kind: 'attainment', componentId: 'bookings' }],
          thresholdRatio: 0.5,
          appliesTo: ['grossMargin', 'objectives'],
        },
      ],
      caps: { totalOfTargetRatio: 3 },
    },
  },
  {
    id: 'accelerators',
    name: 'Accelerators',
    role: 'AE',
    purpose: 'One base rate to quota, faster above it, no cap',
    draft: { components: [acceleratedBookings] },
  },
  {
    id: 'accountManager',
    name: 'Account manager',
    role: 'AM',
    purpose: 'Renewals first, growth on top of them',
    draft: {
      components: [
        {
          kind: 'curve',
          id: 'renewals',
          name: 'Renewals',
          measure: 'renewals',
          targetShareRatio: 0.6,
          timing: quarterly,
          points: curve([
            [0.85, 0.5],
            [1, 1],
            [1.1, 1.5],
          ]),
        },
        {
          ...acceleratedBookings,
          id: 'expansion',
          name: 'Expansion',
          measure: 'expansion',
          targetShareRatio: 0.4,
        },
      ],
    },
  },
  {
    id: 'salesDevelopment',
    name: 'Sales development',
    role: 'SDR',
    purpose: 'Meetings held by the month, and a share of what comes of them',
    draft: {
      components: [
        {
          kind: 'tiers',
          id: 'meetings',
          name: 'Meetings held',
          measure: 'meetings',
          measureUnit: 'count',
          targetShareRatio: 0.7,
          timing: { measuredOver: 'month', paidEvery: 'month' },
          tiers: [
            { from: 0, to: 1, rate: 1 },
            { from: 1, to: null, rate: 1.5 },
          ],
        },
        {
          kind: 'flat',
          id: 'sourced',
          name: 'Sourced bookings',
          measure: 'sourced bookings',
          targetShareRatio: 0.3,
          timing: quarterly,
          rate: { kind: 'base', multiple: 1 },
        },
      ],
    },
  },
  {
    id: 'customerSuccess',
    name: 'Customer success',
    role: 'CSM',
    purpose: 'Net retention and objectives',
    draft: {
      components: [
        {
          kind: 'curve',
          id: 'retention',
          name: 'Net retention',
          measure: 'net retention',
          measureUnit: 'ratio',
          goal: { kind: 'value', value: 1 },
          targetShareRatio: 0.7,
          timing: quarterly,
          points: curve([
            [0.9, 0.5],
            [1, 1],
            [1.15, 2],
          ]),
        },
        objectives(0.3),
      ],
    },
  },
  {
    id: 'salesEngineer',
    name: 'Sales engineer, overlay',
    role: 'SE',
    purpose: 'The bookings of the team that is supported',
    draft: {
      components: [
        { ...acceleratedBookings, crediting: 'collective', targetShareRatio: 0.8, name: 'Team bookings' },
        objectives(0.2),
      ],
    },
  },
  {
    id: 'manager',
    name: 'Sales manager',
    role: 'Manager',
    purpose: 'The team’s bookings, and how many of it reach quota',
    draft: {
      components: [
        {
          kind: 'curve',
          id: 'teamBookings',
          name: 'Team bookings',
          targetShareRatio: 0.8,
          crediting: 'collective',
          timing: monthly,
          points: curve([
            [0.6, 0.3],
            [1, 1],
            [1.3, 2],
          ]),
          above: 'extend',
        },
        objectives(0.2),
      ],
    },
  },
];

/** Templates for the usual roles; each pays target incentive at 100% on every measure. */
export const planTemplates: readonly PlanTemplate[] = drafts.map(({ draft, ...template }) => ({
  ...template,
  make: (planId) => compPlanSchema.parse({ ...draft, id: planId, name: template.name }),
}));
