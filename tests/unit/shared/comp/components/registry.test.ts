import { describe, expect, it } from 'vitest';
import type { ComponentInputs } from '../../../../../shared/comp/components/componentKind';
import {
  componentKinds,
  componentSentence,
  prepareComponent,
} from '../../../../../shared/comp/components/registry';
import { compComponentSchema, type CompComponent } from '../../../../../shared/model/compComponent';
import { planValueAt } from '../../../../../shared/comp/planValue';
import { fieldPlan } from '../fieldPlan';

const component = (draft: Record<string, unknown>): CompComponent =>
  compComponentSchema.parse({ id: 'c', name: 'C', targetShareRatio: 1, ...draft });

/** One of every kind. */
const samples: CompComponent[] = [
  component({ kind: 'flat', rate: { kind: 'base', multiple: 2 } }),
  component({ kind: 'tiers', tiers: [{ from: 0, to: null, rate: 1 }] }),
  component({ kind: 'amountTiers', tiers: [{ from: 0, to: 100, amountCents: 5000 }] }),
  component({ kind: 'curve', points: [{ x: 1, payRatio: 1 }] }),
  component({
    kind: 'matrix',
    column: { kind: 'measure', measure: 'margin' },
    rows: [0.5, 1],
    columns: [0, 1],
    cells: [
      [0, 0.5],
      [0.5, 1],
    ],
    shape: 'linear',
  }),
  component({ kind: 'objectives', objectives: [{ id: 'a', name: 'A', weightRatio: 1 }] }),
  component({ kind: 'rankBonus', prizesCents: [300, 100] }),
  component({ kind: 'spif', award: { kind: 'amount', cents: 700, atLeast: 10 } }),
  component({ kind: 'kicker', of: 'ote', milestones: [{ attainment: 1, pays: 0.1 }] }),
];

const inputs = (change: Partial<ComponentInputs>): ComponentInputs => ({
  credited: 100,
  quota: 100,
  attainment: 1,
  targetCents: 1000,
  targetIncentiveCents: 1000,
  baseSalaryCents: 3000,
  columnValue: 1,
  scores: null,
  rank: 0,
  tiedCount: 0,
  isAccelerated: true,
  ...change,
});

const priced = (
  kind: CompComponent['kind'],
  change: Partial<ComponentInputs> = {},
  draft?: Record<string, unknown>,
) =>
  prepareComponent(draft ? component({ kind, ...draft }) : samples.find((each) => each.kind === kind)!)(
    inputs(change),
    null,
  );

describe('component kinds', () => {
  it('are each there with a label, and priced the same with words as without', () => {
    expect(samples.map((sample) => sample.kind).sort()).toEqual(Object.keys(componentKinds).sort());
    for (const sample of samples) {
      const words: unknown[] = [];
      const said = prepareComponent(sample)(inputs({}), { rate: (line) => words.push(line) });
      expect(said).toBe(prepareComponent(sample)(inputs({}), null));
      expect(words.length, sample.kind).toBeGreaterThan(0);
      expect(componentKinds[sample.kind].label).not.toBe('');
    }
  });

  it('name in their sentence only fields that they have', () => {
    for (const sample of samples) {
      for (const part of componentSentence(sample)) {
        if (!('path' in part) || typeof part.value !== 'number') continue;
        const plan = { ...fieldPlan, components: [sample] };
        expect(planValueAt(plan, ['components', 0, ...part.path]), part.path.join('.')).toBe(part.value);
      }
    }
  });

  it('pay at target', () => {
    expect(priced('flat')).toBe(2000);
    expect(priced('tiers')).toBe(1000);
    expect(priced('curve')).toBe(1000);
    expect(priced('objectives')).toBe(1000);
    expect(priced('amountTiers')).toBe(5000);
    expect(priced('kicker')).toBe(400);
  });
});

describe('tiers', () => {
  const tiers = [
    { from: 0, to: 1, rate: 1 },
    { from: 1, to: null, rate: 3 },
  ];

  it('keep the base rate where a linked accelerator’s hurdle failed', () => {
    const over = { credited: 150, attainment: 1.5, isAccelerated: false };
    expect(priced('tiers', over, { tiers })).toBe(1500);
    expect(priced('tiers', over, { tiers, how: 'retroactive' })).toBe(1500);
    expect(priced('tiers', over, { tiers, how: 'overageAtHighest' })).toBe(1500);
    expect(
      priced('curve', over, {
        points: [
          { x: 1, payRatio: 1 },
          { x: 2, payRatio: 5 },
        ],
      }),
    ).toBe(1500);
  });

  it('put a value on an edge in the upper band, or the lower if the plan says so', () => {
    expect(priced('tiers', {}, { tiers, how: 'retroactive' })).toBe(3000);
    expect(priced('tiers', {}, { tiers, how: 'retroactive', tie: 'lower' })).toBe(1000);
  });

  it('take back returns at the first rate', () => {
    expect(priced('tiers', { credited: -20, attainment: -0.2 }, { tiers })).toBe(-200);
  });

  it('pay cents a unit', () => {
    const perUnit = { tiers, rateOf: 'perUnit', measureUnit: 'count' };
    expect(priced('tiers', { credited: 110, attainment: 1.1 }, perUnit)).toBe(130);
  });
});

describe('other kinds', () => {
  it('interpolate a matrix between its corners', () => {
    expect(priced('matrix', { attainment: 0.75, columnValue: 0.5 })).toBe(500);
    expect(priced('matrix', { attainment: 2, columnValue: 2 })).toBe(1000);
    expect(priced('matrix', { attainment: 0.4 })).toBe(0);
    expect(priced('matrix', { columnValue: NaN })).toBe(0);
  });

  it('share the prizes of tied places', () => {
    expect(priced('rankBonus', { rank: 1, tiedCount: 2 })).toBe(200);
    expect(priced('rankBonus', { rank: 2, tiedCount: 1 })).toBe(100);
    expect(priced('rankBonus', { rank: 3, tiedCount: 1 })).toBe(0);
    expect(priced('rankBonus', { rank: 1, tiedCount: 2 }, { prizesCents: [300, 100], ties: 'full' })).toBe(
      300,
    );
  });

  it('award a SPIF for reaching its number', () => {
    expect(priced('spif', { credited: 10 })).toBe(700);
    expect(priced('spif', { credited: 9 })).toBe(0);
  });

  it('pay a SPIF contest by place, those tied as it says', () => {
    const contest = (ties: 'share' | 'full') => ({
      award: { kind: 'contest', prizesCents: [300, 100], ties },
    });
    expect(priced('spif', { rank: 1, tiedCount: 2 }, contest('share'))).toBe(200);
    expect(priced('spif', { rank: 1, tiedCount: 2 }, contest('full'))).toBe(300);
    expect(priced('spif', { rank: 0 }, contest('full'))).toBe(0);
  });

  it('put a value on a point or an edge of a matrix on the lower side if the plan says so', () => {
    const points = [
      { x: 0.5, payRatio: 0.2 },
      { x: 1, payRatio: 1 },
    ];
    const curve = (tie: string) => priced('curve', {}, { points, shape: 'step', tie });
    expect([curve('upper'), curve('lower')]).toEqual([1000, 200]);
    expect(priced('curve', { attainment: 0.5 }, { points, tie: 'lower' })).toBe(0);
    expect(priced('curve', { attainment: 0.75 }, { points, tie: 'lower' })).toBeCloseTo(600, 9);
    const table = {
      column: { kind: 'measure', measure: 'margin' },
      rows: [0.5, 1],
      columns: [0.5, 1],
      cells: [
        [0.1, 0.2],
        [0.3, 0.4],
      ],
    };
    const matrix = (tie: string) => priced('matrix', {}, { ...table, tie });
    expect([matrix('upper'), matrix('lower')]).toEqual([400, 100]);
  });

  it('count a score no further than its limit', () => {
    expect(priced('objectives', { scores: { a: 1.4 } })).toBe(1000);
    expect(priced('objectives', { scores: {} })).toBe(0);
    expect(priced('objectives', { attainment: 0.5 })).toBe(500);
  });

  it('pay a step curve without lines between, and a curve by the measure itself', () => {
    const points = [
      { x: 0.5, payRatio: 0.2 },
      { x: 1, payRatio: 1 },
    ];
    expect(priced('curve', { attainment: 0.99 }, { points, shape: 'step' })).toBe(200);
    expect(priced('curve', { credited: 0.75 }, { points, axis: 'value' })).toBeCloseTo(600, 9);
    expect(priced('curve', { attainment: 1.25 }, { points, above: 'extend' })).toBeCloseTo(1400, 9);
    expect(priced('curve', { attainment: NaN }, { points })).toBe(0);
  });
});
