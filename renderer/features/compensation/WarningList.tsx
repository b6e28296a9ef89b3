import type { ShownCompPlan } from './useCompPlan';

/** What the plan does that its writer may not want; a check that passes is shown too. */
export function WarningList({ shown }: { readonly shown: ShownCompPlan }) {
  return <div data-plan={shown.plan.id} />;
}
