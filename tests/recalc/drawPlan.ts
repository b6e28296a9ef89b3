import { compPlanSchema, type CompPlanDraft } from '../../shared/model/compPlan';
import type { PlanDocument } from '../../shared/model/planDocument';
import { setCell, setPlanSetting } from './inputCells';
import type { RecalcEdit } from './recalcEdits';
import { serialOf } from '../../shared/io/export/pay/rosterTimes';

/** Draws and guarantees of every kind, each with an end, beside a component that pays little to some. */
const LIMITS: Pick<CompPlanDraft, 'id' | 'name' | 'draw' | 'guarantee' | 'caps'>[] = [
  {
    id: 'hires',
    name: 'Draw of new hires',
    draw: {
      kind: 'forgivenAtEnd',
      amountCents: 612_345,
      months: 5,
      recoveryRatio: 0.6,
      recoveryStartsMonth: 2,
      isNewHiresOnly: true,
    },
    guarantee: { ofTargetRatio: 0.7, months: 4 },
  },
  {
    id: 'all',
    name: 'Draw of all',
    draw: {
      kind: 'recoverable',
      amountCents: 700_001,
      months: 6,
      recoveryRatio: 0.35,
      recoveryStartsMonth: 3,
    },
  },
  {
    id: 'given',
    name: 'Draw that is given',
    draw: { kind: 'nonRecoverable', amountCents: 555_555 },
    caps: { totalOfTargetRatio: 0.9 },
  },
  { id: 'floor', name: 'Guarantee alone', guarantee: { ofTargetRatio: 0.8, months: 5 } },
];

/** The sample plan's reps in turn on plans of one component, with draws and guarantees. */
export function drawPlan(sample: PlanDocument): PlanDocument {
  const compPlans = LIMITS.map((limits) =>
    compPlanSchema.parse({
      ...limits,
      components: [
        {
          kind: 'flat',
          rate: { kind: 'base' },
          id: 'bookings',
          name: 'Bookings',
          timing: { measuredOver: 'quarter', paidEvery: 'month', negativeDue: 'payBack' },
        },
      ],
    }),
  );
  const reps = sample.reps.map((rep, at) => ({ ...rep, compPlanId: compPlans[at % compPlans.length]!.id }));
  return { ...sample, compPlans, reps };
}

/** Hires, a leave and an end that move months of draw and guarantee, and a draw that runs shorter. */
export function drawEdits(plan: PlanDocument): RecalcEdit[] {
  const year = plan.settings.fiscalYear;
  const hired = plan.reps.slice(4, 8).map((rep, at) => ({ rep, startDate: `${year}-0${at + 2}-13` }));
  const [away] = plan.reps.slice(1);
  const leave = { from: `${year}-02-01`, to: `${year}-04-03` };
  return [
    {
      name: 'reps who are hired in the year, and a leave of two whole months',
      inWorkbook: (workbook) => {
        for (const { rep, startDate } of hired) {
          setCell(workbook, 'Roster', rep.name, 'Starts', serialOf(startDate) ?? 0);
        }
        setCell(workbook, 'Roster', away!.name, 'Leave from', serialOf(leave.from) ?? 0);
        setCell(workbook, 'Roster', away!.name, 'Leave to', serialOf(leave.to) ?? 0);
      },
      inPlan: (before) => ({
        ...before,
        reps: before.reps.map((rep) => {
          if (rep === away) return { ...rep, leaves: [leave] };
          return { ...rep, startDate: hired.find((each) => each.rep === rep)?.startDate ?? rep.startDate };
        }),
      }),
    },
    {
      name: 'a draw for four months, recovered from the fourth',
      inWorkbook: (workbook) => {
        setPlanSetting(workbook, 'Draw of all', 'Draw, until month of service, or of the year', 4);
        setPlanSetting(workbook, 'Draw of all', 'Draw recovered from month of service, or of the year', 4);
      },
      inPlan: (before) => ({
        ...before,
        compPlans: before.compPlans.map((each) =>
          each.draw && each.id === 'all'
            ? { ...each, draw: { ...each.draw, months: 4, recoveryStartsMonth: 4 } }
            : each,
        ),
      }),
    },
  ];
}
