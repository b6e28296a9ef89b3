import { likeComponent } from '../comp/likeComponent';
import { findComponent, type ResultRow } from '../comp/resultInputs';
import type { CompComponent } from '../model/compComponent';
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
    return target ? [{ ...row, component: target.id, scores: scoresUnder(target, source, row.scores) }] : [];
  });
}

/** Scores by the other component's objectives of the same id, else name; none where they share no objective. */
function scoresUnder(target: CompComponent, source: CompComponent, scores: ResultRow['scores']) {
  if (!scores || target.kind !== 'objectives' || source.kind !== 'objectives') return undefined;
  const told = target.objectives.flatMap(({ id, name }) => {
    const theirs = source.objectives.find((each) => each.id === id || each.name === name);
    const score = theirs && scores[theirs.id];
    return score === undefined ? [] : [[id, score] as const];
  });
  return told.length > 0 ? Object.fromEntries(told) : undefined;
}
