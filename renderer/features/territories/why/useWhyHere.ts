import { useMemo } from 'react';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import type { Scenario } from '../../../../shared/model/scenario';
import { whyHere, type WhyHere } from '../../../../shared/plan/whyHere';
import { usePlanStore } from '../../../state/planStore';

/** Why an account is where it is, as a scenario's role sees it; null for a row that is not there. */
export function useWhyHere(
  plan: PlanDocument | null,
  scenario: Scenario | null,
  row: number,
): WhyHere | null {
  const history = usePlanStore((state) => state.history);
  return useMemo(
    () =>
      plan && scenario && row >= 0 && row < plan.accounts.rowCount
        ? whyHere(plan, scenario, row, history)
        : null,
    [plan, scenario, row, history],
  );
}
