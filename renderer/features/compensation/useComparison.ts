import { useMemo } from 'react';
import type { PlanComparison } from '../../../shared/comp/comparePlans';
import type { CompPlan } from '../../../shared/model/compPlan';
import { comparableYears, comparePay, type ComparedOn } from '../../../shared/plan/comparePay';
import { usePlanStore } from '../../state/planStore';
import { useCompView } from './compViewStore';
import { useSimulatedComparison, type SimulatedComparison } from './simulatedComparison';
import type { ShownCompPlan } from './useCompPlan';

/** The year that plans are compared on: as expected, as simulated, or on results. */
export type ShownYear = ComparedOn | { readonly kind: 'simulated' };

/** The plan on screen against the one chosen beside it. */
export interface ShownComparison {
  readonly other: CompPlan;
  /** Null while the year is simulated. */
  readonly comparison: PlanComparison | null;
  readonly on: ShownYear;
  /** What it can be compared on: the expected year, the simulated one, and years that the plan's reps have results of. */
  readonly years: readonly ShownYear[];
  /** Cost of the simulated years, where they are compared. */
  readonly spreads: Pick<SimulatedComparison, 'oldCost' | 'newCost'> | null;
}

/** Pay of the plan's reps under another plan and under this one; null where none is chosen. */
export function useComparison(shown: ShownCompPlan): ShownComparison | null {
  const { plan, plans, group, evaluation } = shown;
  const document = usePlanStore((state) => state.plan);
  const comparedId = useCompView((view) => view.comparedPlanId);
  const year = useCompView((view) => view.comparedYear);
  const simulated = useSimulatedComparison(shown);
  const other = plans.find((each) => each.id === comparedId && each.id !== plan.id) ?? null;
  const priced = useMemo(() => {
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
    const [expected, ...results] = years;
    const shownYears: readonly ShownYear[] = [expected!, { kind: 'simulated' }, ...results];
    return { other, comparison, on, years: shownYears, spreads: null };
  }, [other, plan, group, evaluation, document, year]);
  if (!priced || year !== 'simulated') return priced;
  return {
    ...priced,
    on: { kind: 'simulated' },
    comparison: simulated?.comparison ?? null,
    spreads: simulated,
  };
}

/** "the expected year", "the simulated year", "the results of FY27". */
export function comparedOnText(on: ShownYear): string {
  if (on.kind === 'simulated') return 'the simulated year';
  return on.kind === 'expected'
    ? 'the expected year'
    : `the results of FY${String(on.fiscalYear % 100).padStart(2, '0')}`;
}
