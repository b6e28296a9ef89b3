import type { PlanDocument } from '../../../../shared/model/planDocument';
import type { Territory } from '../../../../shared/model/territory';
import { applyDiff } from '../../../../shared/plan/applyDiff';
import type { PlanEvaluation } from '../../../../shared/plan/evaluatePlan';
import { findScenario } from '../../../state/activeScenario';
import type { PlanPreview } from '../../../state/resultStore';
import { payChange, type PayChange } from '../moveEffect';

/** A territory that an edit touches, before and after; NaN where there is no index. */
export interface TouchedTerritory {
  readonly territory: Territory;
  readonly index: number;
  readonly fate: 'stays' | 'new' | 'gone';
  readonly indexBefore: number;
  readonly indexAfter: number;
  readonly countBefore: number;
  readonly countAfter: number;
}

/** What any edit would do to territories, accounts and pay. */
export interface EditEffect extends PayChange {
  /** Accounts that are someone else's afterwards. */
  readonly movedCount: number;
  /** Those of them that are nobody's afterwards. */
  readonly freedCount: number;
  /** Those that gain or lose accounts, come or go: who gives most first. */
  readonly touched: readonly TouchedTerritory[];
  /** Half-width of the corridor that their indices are held against. */
  readonly corridorShare: number;
  /** Others whose index changes since the whole is shared by more or fewer; null where none does. */
  readonly others: { readonly count: number; readonly least: number; readonly most: number } | null;
}

/** Compares a plan's figures with those under an edit that is not made yet. */
export function editEffect(plan: PlanDocument, before: PlanEvaluation, preview: PlanPreview): EditEffect {
  const after = preview.evaluation;
  const scenario = findScenario(applyDiff(plan, preview.diff), after.scenarioId)!;
  const [from, to] = [before.territories.assignment, after.territories.assignment];
  const changed = new Set<number>();
  let [movedCount, freedCount] = [0, 0];
  for (let row = 0; row < from.length; row++) {
    if (from[row] === to[row]) continue;
    movedCount++;
    if (to[row] === -1) freedCount++;
    changed.add(from[row]!);
    changed.add(to[row]!);
  }
  const leavesBefore = new Set(before.territories.assignable);
  const leavesAfter = new Set(after.territories.assignable);
  const touched: TouchedTerritory[] = [];
  const shifts: number[] = [];
  for (const index of new Set([...leavesBefore, ...leavesAfter])) {
    const fate = !leavesBefore.has(index) ? 'new' : leavesAfter.has(index) ? 'stays' : 'gone';
    const indexBefore = before.territories.index[index] ?? Number.NaN;
    const indexAfter = fate === 'gone' ? Number.NaN : (after.territories.index[index] ?? Number.NaN);
    if (fate === 'stays' && !changed.has(index)) {
      if (Math.abs(indexAfter - indexBefore) >= 0.5) shifts.push(indexAfter - indexBefore);
      continue;
    }
    touched.push({
      territory: scenario.territories[index]!,
      index,
      fate,
      indexBefore: fate === 'new' ? Number.NaN : indexBefore,
      indexAfter,
      countBefore: before.territories.accounts.totals[index] ?? 0,
      countAfter: fate === 'gone' ? 0 : (after.territories.accounts.totals[index] ?? 0),
    });
  }
  touched.sort((a, b) => a.countAfter - a.countBefore - (b.countAfter - b.countBefore) || a.index - b.index);
  return {
    movedCount,
    freedCount,
    touched,
    corridorShare: scenario.corridorShare,
    others:
      shifts.length > 0
        ? { count: shifts.length, least: Math.min(...shifts), most: Math.max(...shifts) }
        : null,
    ...payChange(before, after),
  };
}
