import { compPlanSchema, type CompPlan, type CompPlanDraft } from '../../shared/model/compPlan';
import type { PlanDocument } from '../../shared/model/planDocument';

const timing = { measuredOver: 'year', paidEvery: 'year' } as const;
const tiers = [
  { from: 0, to: 0.8, rate: 0.7 },
  { from: 0.8, to: 1, rate: 1 },
  { from: 1, to: 1.25, rate: 1.5 },
  { from: 1.25, to: null, rate: 2.25 },
];

/** Rate tiers in every way, behind a gate and under a multiplier and caps. */
const TIERS: CompPlanDraft = {
  id: 'tiers',
  name: 'Tiers in every way',
  roundingStepCents: 100,
  components: [
    {
      kind: 'tiers',
      id: 'marginal',
      name: 'Marginal',
      targetShareRatio: 0.4,
      tiers,
      cap: { kind: 'ofTarget', ratio: 1.6 },
    },
    {
      kind: 'tiers',
      id: 'retro',
      name: 'Retroactive',
      targetShareRatio: 0.2,
      how: 'retroactive',
      tie: 'lower',
      tiers,
    },
    {
      kind: 'tiers',
      id: 'hybrid',
      name: 'Hybrid',
      targetShareRatio: 0.2,
      tiers: tiers.map((tier, at) => ({ ...tier, isRetroactive: at === 2 })),
    },
    {
      kind: 'tiers',
      id: 'overage',
      name: 'Overage at highest',
      targetShareRatio: 0.1,
      how: 'overageAtHighest',
      tiers,
    },
    {
      kind: 'tiers',
      id: 'amounts',
      name: 'By amount',
      targetShareRatio: 0,
      basis: 'amount',
      rateOf: 'share',
      tiers: [
        { from: 0, to: 50_000_000, rate: 0.001 },
        { from: 50_000_000, to: null, rate: 0.002 },
      ],
      cap: { kind: 'amount', cents: 250_000 },
    },
    {
      kind: 'curve',
      id: 'margin',
      name: 'Margin',
      targetShareRatio: 0.1,
      measureUnit: 'ratio',
      goal: { kind: 'value', value: 0.6 },
      shape: 'step',
      tie: 'lower',
      points: [
        { x: 0.9, payRatio: 0.5 },
        { x: 1, payRatio: 1 },
      ],
    },
  ],
  conditions: [
    {
      kind: 'gate',
      id: 'g',
      name: 'Half of quota',
      subjects: [{ kind: 'weightedAttainment' }],
      thresholdRatio: 0.5,
    },
    {
      kind: 'multiplier',
      id: 'm',
      name: 'By the year',
      subject: { kind: 'yearAttainment', componentId: 'marginal' },
      bands: [
        { from: null, to: 0.9, factor: 0.9 },
        { from: 0.9, to: 1.1, factor: 1 },
        { from: 1.1, to: null, factor: 1.1 },
      ],
      appliesTo: ['marginal', 'retro'],
    },
  ],
  caps: { totalCents: 40_000_000, totalOfTargetRatio: 2.5 },
};

/** All other kinds, with a draw. */
const OTHERS: CompPlanDraft = {
  id: 'others',
  name: 'Every other kind',
  components: [
    {
      kind: 'flat',
      id: 'flat',
      name: 'Base rate',
      targetShareRatio: 0.3,
      rate: { kind: 'base', multiple: 1.1 },
    },
    { kind: 'flat', id: 'share', name: 'Share', rate: { kind: 'share', ratio: 0.0123 } },
    {
      kind: 'flat',
      id: 'demos',
      name: 'Demos',
      measureUnit: 'count',
      goal: { kind: 'value', value: 37 },
      rate: { kind: 'perUnit', cents: 12_345 },
    },
    {
      kind: 'amountTiers',
      id: 'bands',
      name: 'Bands',
      tiers: [
        { from: 0, to: 60_000_000, amountCents: 300_000 },
        { from: 60_000_000, to: 150_000_000, amountCents: 500_000 },
      ],
    },
    {
      kind: 'matrix',
      id: 'steps',
      name: 'Matrix by steps',
      targetShareRatio: 0.2,
      column: { kind: 'attainment', componentId: 'demos' },
      rows: [0.5, 1, 1.3],
      columns: [0.5, 1],
      cells: [
        [0.2, 0.4],
        [0.8, 1],
        [1.2, 1.5],
      ],
    },
    {
      kind: 'matrix',
      id: 'lines',
      name: 'Matrix by lines',
      targetShareRatio: 0.2,
      column: { kind: 'measure', measure: 'nps' },
      shape: 'linear',
      rows: [0.5, 1, 1.3],
      columns: [0.5, 1.5],
      cells: [
        [0.2, 0.4],
        [0.8, 1],
        [1.2, 1.5],
      ],
    },
    {
      kind: 'objectives',
      id: 'mbo',
      name: 'Objectives',
      targetShareRatio: 0.2,
      measureUnit: 'ratio',
      objectives: [
        { id: 'a', name: 'A', weightRatio: 0.6 },
        { id: 'b', name: 'B', weightRatio: 0.4 },
      ],
    },
    {
      kind: 'kicker',
      id: 'kicker',
      name: 'Kicker',
      of: 'ote',
      milestones: [
        { attainment: 0.8, pays: 0.01 },
        { attainment: 1, pays: 0.02 },
      ],
    },
    {
      kind: 'kicker',
      id: 'best',
      name: 'Highest kicker',
      of: 'amount',
      stacking: 'highest',
      milestones: [
        { attainment: 0.8, pays: 100_000 },
        { attainment: 1.1, pays: 250_000 },
      ],
    },
    { kind: 'spif', id: 'spif', name: 'SPIF', award: { kind: 'amount', cents: 77_777, atLeast: 50_000_000 } },
    {
      kind: 'spif',
      id: 'units',
      name: 'SPIF a unit',
      measureUnit: 'count',
      goal: { kind: 'value', value: 9 },
      award: {
        kind: 'perUnit',
        bands: [
          { first: 1, last: 3, cents: 10_000 },
          { first: 4, last: 6, cents: 15_000 },
          { first: 7, last: null, cents: 20_000 },
        ],
      },
    },
    { kind: 'rankBonus', id: 'rank', name: 'Club', prizesCents: [500_000, 250_000] },
  ],
  draw: { kind: 'recoverable', amountCents: 900_000 },
};

/** A linked accelerator whose hurdle fails: what is above the goal is paid at the base rate. */
const LINKED: CompPlanDraft = {
  id: 'linked',
  name: 'A hurdle that fails',
  components: [
    { kind: 'tiers', id: 'bookings', name: 'Bookings', targetShareRatio: 0.5, tiers },
    { kind: 'tiers', id: 'over', name: 'Overage', targetShareRatio: 0.2, how: 'overageAtHighest', tiers },
    {
      kind: 'curve',
      id: 'curve',
      name: 'Curve',
      targetShareRatio: 0.2,
      points: [
        { x: 0.5, payRatio: 0.25 },
        { x: 1, payRatio: 1 },
        { x: 1.5, payRatio: 2.5 },
      ],
      above: 'extend',
    },
    {
      kind: 'curve',
      id: 'value',
      name: 'By value',
      axis: 'value',
      targetShareRatio: 0.1,
      points: [
        { x: 10_000_000, payRatio: 0.4 },
        { x: 120_000_000, payRatio: 1.4 },
      ],
    },
  ],
  conditions: [
    {
      kind: 'linkedAccelerator',
      id: 'l',
      subjects: [{ kind: 'attainment', componentId: 'bookings' }],
      comparator: 'moreThan',
      thresholdRatio: 1.3,
    },
  ],
};

/**
 * The sample plan with its reps on comp plans that hold every kind of component, every condition and limit, and
 * with quotas blended of all methods.
 */
export function everyKindPlan(sample: PlanDocument): PlanDocument {
  const compPlans: CompPlan[] = [TIERS, OTHERS, LINKED].map((draft) =>
    compPlanSchema.parse({
      ...draft,
      components: draft.components.map((component) => ({ ...component, timing })),
    }),
  );
  return {
    ...sample,
    compPlans,
    reps: sample.reps.map((rep, at) => ({ ...rep, compPlanId: compPlans[at % compPlans.length]!.id })),
    quotaSettings: {
      ...sample.quotaSettings,
      method: 'blend',
      blend: { fair: 2, history: 1, capacity: 1 },
      roundingStepCents: 1,
    },
  };
}
