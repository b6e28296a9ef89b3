import type { PayBasis } from '../../../shared/comp/inputsAtAttainment';
import { setAt, type FieldPath } from './setAt';
import { switchKind } from './switchKind';
import { compComponentSchema, type CompComponent } from '../../../shared/model/compComponent';

export type EditResult =
  { readonly ok: true; readonly component: CompComponent } | { readonly ok: false; readonly message: string };

/** The rep that figures are carried over for where nobody is on the plan. */
const EXAMPLE: PayBasis = { targetIncentiveCents: 10_000_000, quotaCents: 100_000_000 };

/**
 * A component with one field set. What hangs on the field follows: the band beside a moved edge, the number of
 * objectives, rates when they are counted another way. Refused with a sentence where the result is no valid
 * component.
 * @param basis the average rep of the plan, in cents
 */
export function editComponent(
  component: CompComponent,
  path: FieldPath,
  value: string | number | null,
  basis: PayBasis = EXAMPLE,
): EditResult {
  const draft = structuredClone(component);
  if (path.join('.') === 'objectives.length') setObjectiveCount(draft, Number(value));
  else if (!switchKind(draft, path, value, basis)) setAt(draft, path, value);
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

/** Objectives come and go at the end; weights are spread evenly again, in whole percent where they fit. */
function setObjectiveCount(draft: CompComponent, count: number): void {
  if (draft.kind !== 'objectives') return;
  const wanted = Math.max(1, Math.min(20, Math.round(count)));
  const kept = draft.objectives.slice(0, wanted);
  while (kept.length < wanted) kept.push(newObjective(kept));
  draft.objectives = kept.map((objective) => ({ ...objective, weightRatio: 1 / wanted }));
}

/** An objective whose id none of the others has. */
export function newObjective(others: readonly { readonly id: string }[]): {
  id: string;
  name: string;
  weightRatio: number;
} {
  let number = others.length + 1;
  while (others.some((other) => other.id === `objective-${number}`)) number++;
  return { id: `objective-${number}`, name: `Objective ${number}`, weightRatio: 0 };
}

/** The end of a band is the beginning of the next: one edge, not two. */
function keepBandsTogether(draft: CompComponent, path: FieldPath, value: string | number | null): void {
  keepUnitsTogether(draft, path, value);
  const [list, index, side] = path;
  if (list !== 'tiers' || typeof index !== 'number' || typeof value !== 'number') return;
  if (draft.kind !== 'tiers' && draft.kind !== 'amountTiers') return;
  const next = draft.tiers[index + 1];
  const before = draft.tiers[index - 1];
  if (side === 'to' && next) next.from = value;
  if (side === 'from' && before) before.to = value;
}

/** The units of a SPIF follow on each other: what ends with the third goes on with the fourth. */
function keepUnitsTogether(draft: CompComponent, path: FieldPath, value: string | number | null): void {
  if (draft.kind !== 'spif' || draft.award.kind !== 'perUnit' || typeof value !== 'number') return;
  const [, , index, side] = path;
  const { bands } = draft.award;
  const next = bands[Number(index) + 1];
  const before = bands[Number(index) - 1];
  if (side === 'last' && next) next.first = value + 1;
  if (side === 'first' && before) before.last = value - 1;
}

/** What is out of order in a list of the component, said so that it can be put right; null where nothing is. */
function bandProblem(draft: CompComponent): string | null {
  if (draft.kind === 'matrix') {
    const isRising = (edges: readonly number[]) =>
      edges.every((edge, at) => at === 0 || edge > edges[at - 1]!);
    if (!isRising(draft.rows))
      return 'Rows rise from one to the next. Give this one a value between its neighbours.';
    if (!isRising(draft.columns))
      return 'Columns rise from one to the next. Give this one a value between its neighbours.';
    return null;
  }
  if (draft.kind === 'spif' && draft.award.kind === 'perUnit') {
    const bad = draft.award.bands.findIndex((band) => band.last !== null && band.last < band.first);
    return bad < 0
      ? null
      : `Band ${bad + 1} would end before it begins. Give it a last unit above its first.`;
  }
  if (draft.kind !== 'tiers' && draft.kind !== 'amountTiers') return null;
  const bad = draft.tiers.findIndex((tier) => tier.to !== null && tier.to <= tier.from);
  return bad < 0 ? null : `Band ${bad + 1} would end before it begins. Give it an end above its beginning.`;
}
