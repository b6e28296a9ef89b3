import { setAt, type FieldPath } from './setAt';
import { compComponentSchema, type CompComponent } from '../../../shared/model/compComponent';

export type EditResult =
  { readonly ok: true; readonly component: CompComponent } | { readonly ok: false; readonly message: string };

/**
 * A component with one field set. What hangs on the field follows: the band beside a moved edge, the number of
 * objectives, the shape of a goal. Refused with a sentence where the result is no valid component.
 */
export function editComponent(
  component: CompComponent,
  path: FieldPath,
  value: string | number | null,
): EditResult {
  const draft = structuredClone(component);
  if (path.join('.') === 'goal.kind') setGoalKind(draft, value);
  else if (path.join('.') === 'objectives.length') setObjectiveCount(draft, Number(value));
  else setAt(draft, path, value);
  keepBandsTogether(draft, path, value);
  return check(draft);
}

/** Whether an edited component holds together; bands and points are put in order first. */
export function check(draft: CompComponent): EditResult {
  if (draft.kind === 'curve') draft.points.sort((a, b) => a.x - b.x);
  const parsed = compComponentSchema.safeParse(draft);
  if (!parsed.success) {
    return { ok: false, message: `That value does not fit here: ${parsed.error.issues[0]?.message ?? ''}` };
  }
  const gap = bandProblem(draft);
  return gap === null ? { ok: true, component: parsed.data } : { ok: false, message: gap };
}

function setGoalKind(draft: CompComponent, kind: string | number | null): void {
  if (kind === 'value' && draft.goal.kind === 'quota') draft.goal = { kind: 'value', value: 0 };
  if (kind === 'quota') draft.goal = { kind: 'quota' };
}

/** Objectives come and go at the end; weights are spread evenly again, in whole percent where they fit. */
function setObjectiveCount(draft: CompComponent, count: number): void {
  if (draft.kind !== 'objectives') return;
  const wanted = Math.max(1, Math.min(20, Math.round(count)));
  const kept = draft.objectives.slice(0, wanted);
  while (kept.length < wanted) {
    const number = kept.length + 1;
    kept.push({ id: `objective-${number}`, name: `Objective ${number}`, weightRatio: 0 });
  }
  draft.objectives = kept.map((objective) => ({ ...objective, weightRatio: 1 / wanted }));
}

/** The end of a band is the beginning of the next: one edge, not two. */
function keepBandsTogether(draft: CompComponent, path: FieldPath, value: string | number | null): void {
  const [list, index, side] = path;
  if (list !== 'tiers' || typeof index !== 'number' || typeof value !== 'number') return;
  if (draft.kind !== 'tiers' && draft.kind !== 'amountTiers') return;
  const next = draft.tiers[index + 1];
  const before = draft.tiers[index - 1];
  if (side === 'to' && next) next.from = value;
  if (side === 'from' && before) before.to = value;
}

function bandProblem(draft: CompComponent): string | null {
  if (draft.kind !== 'tiers' && draft.kind !== 'amountTiers') return null;
  const bad = draft.tiers.findIndex((tier) => tier.to !== null && tier.to <= tier.from);
  return bad < 0 ? null : `Band ${bad + 1} would end before it begins. Give it an end above its beginning.`;
}
