import type ExcelJS from 'exceljs';
import type { CompPlan } from '../../shared/model/compPlan';
import type { PayResult } from '../../shared/model/payResult';
import type { PlanDocument } from '../../shared/model/planDocument';
import type { Scenario } from '../../shared/model/scenario';
import { setAssumption, setCell, setPart, setPlanSetting, setPlanTableCell } from './inputCells';

/** The same change, made by hand in the workbook and in the plan. */
export interface RecalcEdit {
  readonly name: string;
  inWorkbook(workbook: ExcelJS.Workbook): void;
  inPlan(plan: PlanDocument): PlanDocument;
}

const withScenario = (
  plan: PlanDocument,
  change: (scenario: Scenario) => Partial<Scenario>,
): PlanDocument => ({
  ...plan,
  scenarios: plan.scenarios.map((scenario, at) =>
    at === 0 ? { ...scenario, ...change(scenario) } : scenario,
  ),
});

const withQuota = (plan: PlanDocument, fields: Partial<PlanDocument['quotaSettings']>): PlanDocument => ({
  ...plan,
  quotaSettings: { ...plan.quotaSettings, ...fields },
});

/** What the curve of a component pays at a point. */
function withCurvePoint(compPlan: CompPlan, componentId: string, at: number, payRatio: number): CompPlan {
  return {
    ...compPlan,
    components: compPlan.components.map((component) =>
      component.id === componentId && component.kind === 'curve'
        ? {
            ...component,
            points: component.points.map((point) => (point.x === at ? { ...point, payRatio } : point)),
          }
        : component,
    ),
  };
}

/** Each on a fresh copy of the sample plan's workbook. */
export function sampleEdits(plan: PlanDocument): RecalcEdit[] {
  const [first, second] = plan.reps;
  const moved = plan.accounts.names[0]!;
  const [scenario] = plan.scenarios;
  const home = scenario!.territories.findIndex(({ id }) => id === second!.territoryId);
  return [
    {
      name: 'a rate: the bookings curve pays 2.8 times target at 150%',
      inWorkbook: (workbook) =>
        setPlanTableCell(workbook, 'Account executive, FY27', 'Bookings', 1.5, 'Pays, share of target', 2.8),
      inPlan: (before) => ({
        ...before,
        compPlans: before.compPlans.map((each) =>
          each.id === 'ae-fy27' ? withCurvePoint(each, 'bookings', 1.5, 2.8) : each,
        ),
      }),
    },
    {
      name: 'a tolerance: the corridor at ±5%',
      inWorkbook: (workbook) => setAssumption(workbook, 'A_Corridor', 0.05),
      inPlan: (before) => withScenario(before, () => ({ corridorShare: 0.05 })),
    },
    {
      name: 'a quota: one rep pinned to 1,234,567.89, the others re-spread',
      inWorkbook: (workbook) => setCell(workbook, 'Quotas', first!.name, 'Pin', 1_234_567.89),
      inPlan: (before) => ({
        ...before,
        reps: before.reps.map((rep, at) => (at === 0 ? { ...rep, quotaPinCents: 123_456_789 } : rep)),
      }),
    },
    {
      name: 'a target: 30,000,000',
      inWorkbook: (workbook) => setAssumption(workbook, 'A_QuotaTarget', 30_000_000),
      inPlan: (before) => withQuota(before, { targetCents: 3_000_000_000 }),
    },
    {
      name: `an owner: ${moved} moved to ${second!.name}`,
      inWorkbook: (workbook) =>
        setCell(workbook, 'Accounts', plan.accounts.ids[0]!, 'Territory', scenario!.territories[home]!.name),
      inPlan: (before) =>
        withScenario(before, ({ alignments: [primary, ...others] }) => ({
          alignments: [{ ...primary!, claims: primary!.claims.with(0, home) }, ...others],
        })),
    },
  ];
}

/** On the workbook of the hospital plan. */
export function hospitalEdits(): RecalcEdit[] {
  return [
    {
      name: 'attainment: every rep at 85.5%',
      inWorkbook: (workbook) => setAssumption(workbook, 'A_Attainment', 0.855),
      inPlan: (before) =>
        withScenario(before, () => ({ attainment: { kind: 'uniform', attainmentRatio: 0.855 } })),
    },
  ];
}

/** On the plan with every kind of component: pay moves through bands, gates and caps. */
export function everyKindEdits(): RecalcEdit[] {
  return [0.44, 1.31].map((growthShare) => ({
    name: `bookings ${Math.round(growthShare * 100)}% above last year`,
    inWorkbook: (workbook) => setAssumption(workbook, 'A_Growth', growthShare),
    inPlan: (before) =>
      withScenario(before, () => ({ attainment: { kind: 'measure', measureId: 'revenue', growthShare } })),
  }));
}

/** On the workbook of a plan with months of imported results. */
export function actualEdits(plan: PlanDocument): RecalcEdit[] {
  const [first] = plan.reps;
  const changed = plan.payResults!.find(({ repId }) => repId === first!.id)!;
  const correction = plan.payAdjustments!.find(({ id }) => id === 'c3')!;
  const corrected = plan.reps.find(({ id }) => id === correction.repId)!;
  return [
    {
      name: `an actual: ${first!.name} is credited 432,109.87 in ${changed.period}`,
      inWorkbook: (workbook) => setCell(workbook, 'Actual results', first!.name, 'Credited', 432_109.87),
      inPlan: (before) => ({
        ...before,
        payResults: before.payResults!.map((result) =>
          result === changed ? { ...result, credited: 43_210_987 } : result,
        ),
      }),
    },
    {
      name: `a quota by season and ramp: ${first!.name} pinned to 1,234,567.89`,
      inWorkbook: (workbook) => setCell(workbook, 'Quotas', first!.name, 'Pin', 1_234_567.89),
      inPlan: (before) => ({
        ...before,
        reps: before.reps.map((rep, at) => (at === 0 ? { ...rep, quotaPinCents: 123_456_789 } : rep)),
      }),
    },
    {
      name: 'a season whose third month weighs 0.123',
      inWorkbook: (workbook) => setAssumption(workbook, 'A_Season_3', 0.123),
      inPlan: (before) =>
        withQuota(before, { seasonalityRatios: before.quotaSettings.seasonalityRatios.with(2, 0.123) }),
    },
    {
      name: `a correction of ${corrected.name}`,
      inWorkbook: (workbook) => setCell(workbook, 'Corrections', corrected.name, 'Amount', -99.99),
      inPlan: (before) => ({
        ...before,
        payAdjustments: before.payAdjustments!.map((each) =>
          each === correction ? { ...correction, kind: 'correction' as const, amountCents: -9_999 } : each,
        ),
      }),
    },
  ];
}

/** On the workbook of a plan whose pay is made of reports and deals. */
export function partsEdits(plan: PlanDocument): RecalcEdit[] {
  const [first] = plan.reps;
  const changed = plan.payResults!.find(({ repId }) => repId === first!.id)!;
  const plain = plan.payResults!.find(({ deals }) => deals === undefined)!;
  const withResult = (before: PlanDocument, result: PayResult): PlanDocument => ({
    ...before,
    payResults: before.payResults!.map((each) =>
      each.repId === result.repId && each.period === result.period ? result : each,
    ),
  });
  const repOfPlain = plan.reps.find(({ id }) => id === plain.repId)!;
  return [
    {
      name: `a deal of ${first!.name} at 87,654.32`,
      inWorkbook: (workbook) => setCell(workbook, 'Actual parts', first!.name, 'Credited', 87_654.32),
      inPlan: (before) => {
        const [old = 0, ...others] = changed.deals!;
        const credited = changed.credited - old + 8_765_432;
        return withResult(before, { ...changed, credited, deals: [8_765_432, ...others] });
      },
    },
    {
      name: `an actual of ${repOfPlain.name}, whose manager's team it counts for`,
      inWorkbook: (workbook) => setCell(workbook, 'Actual results', repOfPlain.name, 'Credited', 76_543.21),
      inPlan: (before) => withResult(before, { ...plain, credited: 7_654_321 }),
    },
    {
      name: 'a cap of 900 on a deal',
      inWorkbook: (workbook) => setPlanSetting(workbook, 'Deals capped', 'Most that one deal pays', 900),
      inPlan: (before) => ({
        ...before,
        compPlans: before.compPlans.map((each) =>
          each.id === 'together-capped' ? { ...each, caps: { ...each.caps, dealCents: 90_000 } } : each,
        ),
      }),
    },
  ];
}

/** On the workbook of a plan whose deals were cancelled, with whole windows, and plans of deals compared. */
export function clawbackEdits(plan: PlanDocument): RecalcEdit[] {
  const withPlan = (before: PlanDocument, id: string, change: (own: CompPlan) => Partial<CompPlan>) => ({
    ...before,
    compPlans: before.compPlans.map((each) => (each.id === id ? { ...each, ...change(each) } : each)),
  });
  const third = plan.reps.find(({ compPlanId }) => compPlanId === 'together-capped')!;
  const twice = plan.payResults!.find(({ repId, period }) => repId === third.id && period.endsWith('-04'))!;
  return [
    {
      name: 'a term of 7 months in which pay goes back',
      inWorkbook: (workbook) =>
        setPlanSetting(workbook, 'Deal by deal, version 1', 'Months after which nothing is taken back', 7),
      inPlan: (before) =>
        withPlan(before, 'alone', () => ({ clawback: { kind: 'prorated', termMonths: 7 } })),
    },
    {
      name: `a quota: ${third.name} pinned to 456,789.01, who is paid on whole quarters`,
      inWorkbook: (workbook) => setCell(workbook, 'Quotas', third.name, 'Pin', 456_789.01),
      inPlan: (before) => ({
        ...before,
        reps: before.reps.map((rep) => (rep === third ? { ...rep, quotaPinCents: 45_678_901 } : rep)),
      }),
    },
    {
      name: 'a cap of 500 on a deal in a version that is compared',
      inWorkbook: (workbook) => setPlanSetting(workbook, 'Plain, version 2', 'Most that one deal pays', 500),
      inPlan: (before) =>
        withPlan(before, 'plain-2', ({ caps }) => ({ caps: { ...caps, dealCents: 50_000 } })),
    },
    {
      name: `a deal of ${third.name} in ${twice.period}, under both versions`,
      inWorkbook: (workbook) =>
        setPart(workbook, 'Actual parts', [third.name, twice.period, 'Deal 1'], 'Credited', 34_567.89),
      inPlan: (before) => ({
        ...before,
        payResults: before.payResults!.map((each) => {
          if (each !== twice) return each;
          const deals = each.deals!.with(0, 3_456_789);
          return { ...each, deals, credited: deals.reduce((sum, cents) => sum + cents, 0) };
        }),
      }),
    },
  ];
}
