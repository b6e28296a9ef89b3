import { likeComponent } from '../comp/likeComponent';
import { findComponent, type ResultRow } from '../comp/resultInputs';
import type { CompPlan } from '../model/compPlan';

/**
 * A rep's results told in the components of another plan: the component of the same id, else name, else measure.
 * What the other plan does not look at is left out.
 * @param own the plan that the results were brought in for; null = not known
 */
export function resultsUnder(
  plan: CompPlan,
  own: CompPlan | null,
  rows: readonly ResultRow[],
): readonly ResultRow[] {
  if (own === null || own === plan) return rows;
  return rows.flatMap((row): ResultRow[] => {
    const source = findComponent(own, row.component);
    if (typeof source === 'string') return [row];
    const target = likeComponent(plan, source);
    return target ? [{ ...row, component: target.id }] : [];
  });
}
