import { compPlanSchema, type CompClawback, type CompPlan } from '../../shared/model/compPlan';
import type { PayResult } from '../../shared/model/payResult';
import type { PlanDocument } from '../../shared/model/planDocument';
import { partsPlan } from './partsPlan';

/** The deal by deal plans with pay that goes back in each way, and a total cap on one. */
const CLAWBACKS: Readonly<Record<string, CompClawback>> = {
  alone: { kind: 'prorated', termMonths: 12 },
  'alone-capped': { kind: 'share', recoveryRatio: 0.5, termMonths: null },
  'together-capped': { kind: 'share', recoveryRatio: 0.6, termMonths: 3 },
  plain: { kind: 'prorated', termMonths: 9 },
  collective: { kind: 'prorated', termMonths: 10 },
  meanAttainment: { kind: 'prorated', termMonths: 12 },
  eachRep: { kind: 'share', recoveryRatio: 0.7, termMonths: null },
};

/** Sold as it is, without a price on single deals; a multiplier looks at the year's attainment. */
const PLAIN = compPlanSchema.parse({
  id: 'plain',
  name: 'Plain',
  components: [
    {
      kind: 'curve',
      id: 'bookings',
      name: 'Bookings',
      measure: 'Bookings',
      targetShareRatio: 1,
      timing: { measuredOver: 'year', paidEvery: 'month' },
      points: [
        { x: 0.1, payRatio: 0.1 },
        { x: 1, payRatio: 1.1 },
        { x: 1.5, payRatio: 2.1 },
      ],
    },
  ],
  conditions: [
    {
      kind: 'multiplier',
      id: 'year',
      name: 'Year so far',
      subject: { kind: 'yearAttainment', componentId: 'bookings' },
      appliesTo: null,
      bands: [
        { from: null, to: 0.2, factor: 0.95 },
        { from: 0.2, to: null, factor: 1.1 },
      ],
    },
  ],
});

const isWhole = ({ id }: CompPlan) => id === 'together-capped' || id === 'collective' || id === 'eachRep';

/**
 * The plan with results of teams and deals in two years, some of the deals cancelled since; attainment of whole windows
 * on some plans; and second versions of plans that price deals, of one that does not, and of a manager's.
 */
export function clawbackPlan(plan: PlanDocument): PlanDocument {
  const parts = partsPlan(plan);
  const plans = [...parts.compPlans, PLAIN].map((each): CompPlan => ({
    ...each,
    clawback: CLAWBACKS[each.id] ?? null,
    caps: each.id === 'alone' ? { ...each.caps, totalOfTargetRatio: 0.35 } : each.caps,
    components: each.components.map((component) => ({
      ...component,
      timing: { ...component.timing, attainmentOf: isWhole(each) ? 'whole' : 'toDate' },
    })),
  }));
  const second = (id: string, change: (own: CompPlan) => Partial<CompPlan>): CompPlan => {
    const own = plans.find((each) => each.id === id)!;
    return { ...structuredClone(own), ...change(own), id: `${id}-2`, version: 2 };
  };
  return {
    ...parts,
    reps: parts.reps.map((rep, at) =>
      at % 4 === 1 && rep.managerId ? { ...rep, compPlanId: 'plain' } : rep,
    ),
    compPlans: [
      ...plans,
      second('together-capped', ({ caps }) => ({ caps: { ...caps, dealCents: 80_000 } })),
      second('plain', ({ caps }) => ({ caps: { ...caps, dealCents: 70_000 } })),
      second('alone', () => ({ components: structuredClone(PLAIN.components) })),
      second('eachRep', ({ components: [first, ...others] }) => ({
        components: [{ ...first!, targetShareRatio: 0.7 }, ...others],
      })),
    ],
    payResults: [...parts.payResults!.map(withCancelled(plan)), ...yearBefore(parts)],
  };
}

/** The first deal of every January and the second of every other February were cancelled; one of them too late to matter. */
function withCancelled({ settings: { fiscalYear } }: PlanDocument) {
  return (result: PayResult, at: number): PayResult => {
    const { deals } = result;
    if (!deals) return result;
    const cancelled = (deal: number, month: string, monthsServed: number) => [
      { credited: deals[deal]!, month: `${fiscalYear}-${month}`, monthsServed, deal: `Deal ${at}` },
    ];
    if (result.period.endsWith('-01')) return { ...result, cancelled: cancelled(0, '04', 3) };
    // A part of a deal, which no row lists by itself.
    if (result.period.endsWith('-02') && at % 3 === 0) {
      const part = { credited: Math.round(deals[2]! / 3), month: `${fiscalYear}-04`, monthsServed: 2 };
      return { ...result, cancelled: [{ ...part, deal: `Part of deal ${at}` }] };
    }
    if (result.period.endsWith('-02') && at % 2 === 0) return { ...result, cancelled: cancelled(1, '03', 1) };
    if (result.period.endsWith('-03')) return { ...result, cancelled: cancelled(2, '09', 6) };
    return result;
  };
}

/** What was sold at the end of the year before and cancelled in this one. */
function yearBefore({ reps, settings: { fiscalYear } }: PlanDocument): PayResult[] {
  return reps.slice(0, 8).map(({ id }, at): PayResult => {
    const deals = [1_234_500 + at * 10_000, 2_345_600];
    return {
      repId: id,
      component: 'bookings',
      period: `${fiscalYear - 1}-11`,
      credited: deals[0]! + deals[1]!,
      deals,
      cancelled: [{ credited: deals[1]!, month: `${fiscalYear}-02`, monthsServed: 3, deal: `Old ${at}` }],
    };
  });
}
