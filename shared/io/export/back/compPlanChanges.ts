import { componentKinds } from '../../../comp/components/registry';
import { compPlanSchema, type CompPlan } from '../../../model/compPlan';
import type { ExportContext } from '../exportContext';
import { componentSettings, componentTable, type ComponentTable } from '../pay/componentTable';
import { CONDITION_WORDS, conditionSetting, conditionTable, planSettings } from '../pay/planSettings';
import { PLANS_SHEET } from '../sheetNames';
import {
  putComponentSetting,
  putConditionNumber,
  putPlanSetting,
  putTableCell,
  sortTable,
} from './compPlanWriters';
import { plansFinder, type PlansFinder, type PlansSection } from './plansFinder';
import type { CellPlace, ProposedEdits, WorkbookReview } from './workbookReview';

/** Takes a cell of Plans: what the plan has there, and what to do with another number. */
type Take = (place: CellPlace, what: string, known: number, put: (value: number) => void) => void;

/** Every number on Plans: limits and draw, shares, rates, points, bands, prizes and conditions of the comp plans. */
export function compPlanChanges(context: ExportContext, review: WorkbookReview): ProposedEdits {
  const finder = plansFinder(review.cells);
  return context.document.compPlans.flatMap((compPlan) => {
    // A copy to write on; what comes back goes through the schema.
    const draft = structuredClone(compPlan);
    const first = review.changes.length;
    let isTaken = false;
    const take: Take = (place, what, known, put) => {
      const after = review.number(place, known, Number.NEGATIVE_INFINITY);
      if (after === null) review.problem(place, `${compPlan.name}, ${what}: an empty cell says no number.`);
      if (after === undefined || after === null) return;
      const words = { what: `${compPlan.name}, ${what}`, before: String(known), after: String(after) };
      if (!review.note(place, words)) return;
      put(after);
      isTaken = true;
    };
    takePlan(compPlan, draft, finder.plan(context.planNames.get(compPlan.id)!), take, review);
    if (!isTaken) return [];
    const changed = compPlanSchema.safeParse(draft);
    if (changed.success) return [{ kind: 'putCompPlan', compPlan: changed.data } as const];
    review.reject(first, changed.error.issues[0]?.message ?? '');
    return [];
  });
}

function takePlan(
  known: CompPlan,
  draft: CompPlan,
  sections: ReturnType<PlansFinder['plan']>,
  take: Take,
  review: WorkbookReview,
): void {
  if (!sections) return;
  for (const [key, label, value] of planSettings(known)) {
    const place = sections.own.setting(label);
    if (place) take(place, lower(label), value, (after) => putPlanSetting(draft, key, after));
  }
  known.components.forEach((component, at) => {
    const section = sections.next(component.name, componentKinds[component.kind].label);
    const own = draft.components[at]!;
    if (!section) return;
    for (const { key, label, value } of componentSettings(component)) {
      const place = section.setting(label);
      const what = `${component.name}: ${lower(label)}`;
      if (place) take(place, what, value, (after) => putComponentSetting(own, key, after));
    }
    sortTable(own);
    takeTable(component.name, componentTable(component), section, take, review, (row, column, after) =>
      putTableCell(own, row, column, after),
    );
  });
  known.conditions.forEach((condition, at) => {
    const section = sections.next(condition.name, CONDITION_WORDS[condition.kind]);
    const own = draft.conditions[at]!;
    if (!section) return;
    const [, label = '', value = 0] = conditionSetting(condition) ?? [];
    const place = label === '' ? null : section.setting(label);
    const what = `${condition.name}: ${lower(label)}`;
    if (place) take(place, what, value, (after) => putConditionNumber(own, null, after));
    takeTable(condition.name, conditionTable(condition), section, take, review, (row, column, after) =>
      putConditionNumber(own, { row, column }, after),
    );
  });
}

function takeTable(
  of: string,
  table: ComponentTable | null,
  section: PlansSection,
  take: Take,
  review: WorkbookReview,
  put: (row: number, column: number, value: number) => void,
): void {
  const found = table && section.table(table.headers);
  if (!found) return;
  if (found.rowCount !== table.rows.length) {
    const reason = `${of} has ${table.rows.length} rows in the plan and ${found.rowCount} here: its table is not read. Change it in Compensation.`;
    return review.problem([PLANS_SHEET, found.firstRow, 0], reason);
  }
  table.rows.forEach((line, row) => {
    line.forEach((known, column) => {
      if (typeof known !== 'number' || table.isFixed?.[column]) return;
      const what = `${of}: ${tableWords(table, row, column)}`;
      take([PLANS_SHEET, found.firstRow + row, column], what, known, (value) => put(row, column, value));
    });
  });
}

/** "rate of band 2", "to, row 3": what a cell of a table is. */
function tableWords({ headers }: ComponentTable, row: number, column: number): string {
  const header = lower(headers[column]!);
  return headers.includes('Rate') ? `${header} of band ${row + 1}` : `${header}, row ${row + 1}`;
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
