import { useMemo } from 'react';
import type { PlanComparison } from '../../../shared/comp/comparePlans';
import type { CompPlan } from '../../../shared/model/compPlan';
import { comparableYears, comparePay, type ComparedOn } from '../../../shared/plan/comparePay';
import { usePlanStore } from '../../state/planStore';
import { useCompView } from './compViewStore';
import type { ShownCompPlan } from './useCompPlan';

/** The plan on screen against the one chosen beside it. */
export interface ShownComparison {
  readonly other: CompPlan;
  readonly comparison: PlanComparison;
  readonly on: ComparedOn;
  /** What it can be compared on: the expected year, and years that the reps of the plan have results of. */
  readonly years: readonly ComparedOn[];
}

/** Pay of the plan's reps under another plan and under this one; null where none is chosen. */
export function useComparison({ plan, plans, group, evaluation }: ShownCompPlan): ShownComparison | null {
  const document = usePlanStore((state) => state.plan);
  const comparedId = useCompView((view) => view.comparedPlanId);
  const year = useCompView((view) => view.comparedYear);
  const other = plans.find((each) => each.id === comparedId && each.id !== plan.id) ?? null;
  return useMemo(() => {
    if (!other || !document || !evaluation) return null;
    const { actuals, pay } = evaluation;
    const paid = new Set(
      group.reps.flatMap(({ rep }) =>
        (actuals.reps.get(rep.id)?.years ?? []).map(({ fiscalYear }) => fiscalYear),
      ),
    );
    const years = comparableYears({ fiscalYears: actuals.fiscalYears.filter((each) => paid.has(each)) });
    const on = years.find((each) => each.kind === 'results' && each.fiscalYear === year) ?? years[0]!;
    const comparison = comparePay(document, pay.reps, other, plan, {
      on,
      isCompared: ({ rep }) => rep.compPlanId === plan.id,
    });
    return { other, comparison, on, years };
  }, [other, plan, group, evaluation, document, year]);
}

/** "the expected year", "the results of FY27". */
export function comparedOnText(on: ComparedOn): string {
  return on.kind === 'expected'
    ? 'the expected year'
    : `the results of FY${String(on.fiscalYear % 100).padStart(2, '0')}`;
}
