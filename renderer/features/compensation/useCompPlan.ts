import { useMemo } from 'react';
import type { CompComponent } from '../../../shared/model/compComponent';
import type { CompPlan } from '../../../shared/model/compPlan';
import type { PayFigures } from '../../../shared/plan/evaluatePay';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import { usePlanStore } from '../../state/planStore';
import { useResultStore } from '../../state/resultStore';
import { useCompView } from './compViewStore';
import { payGroupOf, type PayGroup } from './payGroup';

const NO_PLANS: readonly CompPlan[] = [];

export interface ShownCompPlan {
  readonly plans: readonly CompPlan[];
  /** As it stands, or as a drag would make it. */
  readonly plan: CompPlan;
  /** As it stands. */
  readonly saved: CompPlan;
  /** The selected component, else the first. */
  readonly component: CompComponent | null;
  /** Of the scenario, with a drag in it. */
  readonly evaluation: PlanEvaluation | null;
  readonly pay: PayFigures | null;
  readonly group: PayGroup;
}

/** The comp plan on screen with the figures of its reps; null while the plan has none. */
export function useCompPlan(): ShownCompPlan | null {
  const plans = usePlanStore((state) => state.plan?.compPlans ?? NO_PLANS);
  const wantedId = useCompView((view) => view.compPlanId);
  const componentId = useCompView((view) => view.componentId);
  const preview = useResultStore((state) => state.preview);
  const evaluation = useResultStore((state) => state.evaluation);
  const saved = plans.find((each) => each.id === wantedId) ?? plans[0] ?? null;
  return useMemo(() => {
    if (!saved) return null;
    const { command } = preview ?? {};
    const isDraft = command?.kind === 'putCompPlan' && command.compPlan.id === saved.id;
    const plan = isDraft ? command.compPlan : saved;
    const current = (isDraft ? preview?.evaluation : evaluation) ?? null;
    const pay = current?.pay ?? null;
    const component = plan.components.find((each) => each.id === componentId) ?? plan.components[0] ?? null;
    const group = payGroupOf(pay?.reps ?? [], plan.id);
    return { plans, plan, saved, component, evaluation: current, pay, group };
  }, [saved, preview, evaluation, componentId, plans]);
}
