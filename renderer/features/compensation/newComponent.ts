import {
  compComponentSchema,
  type CompComponent,
  type CompComponentKind,
} from '../../../shared/model/compComponent';
import type { CompPlan } from '../../../shared/model/compPlan';

/** What a new component of each kind begins as: a plain, working example of its kind. */
const BEGINNINGS: {
  readonly [Kind in CompComponentKind]: { readonly name: string } & Record<string, unknown>;
} = {
  curve: {
    name: 'Bookings',
    points: [
      { x: 0.5, payRatio: 0.25 },
      { x: 1, payRatio: 1 },
      { x: 1.5, payRatio: 2 },
    ],
  },
  tiers: {
    name: 'Commission',
    tiers: [
      { from: 0, to: 1, rate: 1 },
      { from: 1, to: 1.5, rate: 1.5 },
      { from: 1.5, to: null, rate: 2 },
    ],
  },
  flat: { name: 'Commission', rate: { kind: 'base', multiple: 1 } },
  objectives: {
    name: 'Objectives',
    measure: 'objectives',
    measureUnit: 'ratio',
    goal: { kind: 'value', value: 1 },
    objectives: [
      { id: 'objective-1', name: 'Objective 1', weightRatio: 0.5 },
      { id: 'objective-2', name: 'Objective 2', weightRatio: 0.5 },
    ],
  },
  matrix: {
    name: 'Matrix',
    column: { kind: 'measure', measure: 'gross margin' },
    rows: [0.8, 1, 1.2],
    columns: [0.9, 1, 1.1],
    cells: [
      [0.4, 0.6, 0.8],
      [0.8, 1, 1.2],
      [1.2, 1.5, 1.8],
    ],
  },
  kicker: { name: 'Kicker', milestones: [{ attainment: 1.2, pays: 0.05 }] },
  spif: {
    name: 'SPIF',
    measure: 'units',
    measureUnit: 'count',
    goal: { kind: 'value', value: 10 },
    award: { kind: 'amount', cents: 100_000, atLeast: 10 },
  },
  rankBonus: { name: 'Rank bonus', prizesCents: [500_000, 300_000, 100_000] },
  amountTiers: {
    name: 'Amounts by band',
    tiers: [
      { from: 0, to: 50_000_000, amountCents: 2_500_000 },
      { from: 50_000_000, to: 100_000_000, amountCents: 7_500_000 },
    ],
  },
};

/** Kinds that are paid on top of target incentive and take no share of it. */
const ON_TOP: readonly CompComponentKind[] = ['spif', 'kicker', 'rankBonus', 'flat'];

/** A component to be added to a plan: it takes what of the target incentive is not given out yet. */
export function newComponent(plan: CompPlan, kind: CompComponentKind, id: string): CompComponent {
  const given = plan.components.reduce((sum, each) => sum + each.targetShareRatio, 0);
  const left = Math.max(0, Number((1 - given).toFixed(4)));
  const names = new Set(plan.components.map((each) => each.name));
  const { name, ...fields } = BEGINNINGS[kind];
  let unique = name;
  for (let number = 2; names.has(unique); number++) unique = `${name} ${number}`;
  return compComponentSchema.parse({
    ...fields,
    kind,
    id,
    name: unique,
    targetShareRatio: ON_TOP.includes(kind) && kind !== 'flat' ? 0 : left,
  });
}
