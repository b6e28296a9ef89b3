import { useMemo } from 'react';
import type { CompPlan } from '../../../shared/model/compPlan';
import { usePlanStore } from '../../state/planStore';

/** Measures that plans usually pay on, beside those that the account list has. */
const USUAL_MEASURES = [
  'bookings',
  'revenue',
  'gross margin',
  'units',
  'new logos',
  'renewals',
  'meetings held',
];

/** Measures that a component or condition may name: those in the plan, the usual ones, those of the accounts. */
export function useMeasureNames(plan: CompPlan): readonly string[] {
  const accountMeasures = usePlanStore((state) => state.plan?.accounts.measures);
  return useMemo(() => {
    const used = plan.components.map((each) => each.measure);
    const named = accountMeasures?.map((measure) => measure.name) ?? [];
    return [...new Set([...used, ...USUAL_MEASURES, ...named])];
  }, [plan, accountMeasures]);
}
