import type { AssignTarget, PlanCommand } from '../../../plan/command';
import { uniqueTexts } from '../cellAddress';
import { HOLDOUT_NAME, HOUSE_NAME, UNASSIGNED_NAME, type ExportContext } from '../exportContext';
import type { ProposedEdits, WorkbookReview } from './workbookReview';

/** By the codes of assignments: −1 unassigned, −2 house, −3 holdout. */
const NOBODY = [
  [UNASSIGNED_NAME, 'unassigned'],
  [HOUSE_NAME, 'house'],
  [HOLDOUT_NAME, 'holdout'],
] as const;

const SHEET = 'Accounts';
/** Columns of the sheet, from 0. */
const ID = 0;
const OWNER = 2;

/** Accounts whose Territory was changed, one command a new owner. */
export function ownerChanges(context: ExportContext, review: WorkbookReview): ProposedEdits {
  const { document, scenario, evaluation, territoryNames } = context;
  const { accounts } = document;
  const { cells } = review;
  const rowOfId = new Map<string, number>();
  accounts.ids.forEach((id, row) => {
    if (!accounts.removed[row]) rowOfId.set(id, row);
  });
  const olderNames = uniqueTexts(scenario.territories.map(({ name }) => name));
  const codeOfName = new Map([
    // As earlier versions told the ones of the same name apart.
    ...evaluation.territories.assignable.map((index) => [olderNames[index]!, index] as const),
    // As a person may have typed it, where the sheet has another name for it.
    ...evaluation.territories.assignable.map((index) => [scenario.territories[index]!.name, index] as const),
    ...evaluation.territories.assignable.map((index) => [territoryNames[index]!, index] as const),
    ...NOBODY.map(([name], at) => [name, -1 - at] as const),
  ]);
  const nameOf = (code: number) => (code < 0 ? NOBODY[-1 - code]![0] : territoryNames[code]!);
  const rowsOfCode = new Map<number, number[]>();
  const seen = new Set<string>();
  if (!review.hasColumn(SHEET, ID, 'Account ID') || !review.hasColumn(SHEET, OWNER, 'Territory')) return [];
  const last = cells.lastRow(SHEET);
  for (let line = 2; line <= last; line++) {
    const id = cells.text(SHEET, line, ID);
    const name = cells.text(SHEET, line, OWNER);
    if (id === '' && name === '') continue;
    const row = rowOfId.get(id);
    const code = codeOfName.get(name);
    if (row === undefined) {
      review.problem([SHEET, line, ID], `The plan has no account with the id “${id}”.`);
    } else if (seen.has(id)) {
      review.problem([SHEET, line, ID], `The account “${id}” stands in an earlier row, which counts.`);
    } else if (code === undefined) {
      review.problem(
        [SHEET, line, OWNER],
        name === ''
          ? `${accounts.names[row]!} has no territory in the workbook: write ${UNASSIGNED_NAME} to take it from its territory.`
          : `The scenario has no territory “${name}”: choose one of the list in the cell.`,
      );
    } else if (evaluation.territories.assignment[row] !== code) {
      const before = nameOf(evaluation.territories.assignment[row]!);
      const what = `Territory of ${accounts.names[row]!}`;
      if (review.note([SHEET, line, OWNER], { what, before, after: name })) {
        rowsOfCode.set(code, [...(rowsOfCode.get(code) ?? []), row]);
      }
    }
    seen.add(id);
  }
  const targetOf = (code: number): AssignTarget =>
    code < 0 ? { nobody: NOBODY[-1 - code]![1] } : { territoryId: scenario.territories[code]!.id };
  return [...rowsOfCode].map(([code, rows]): PlanCommand => ({
    kind: 'assignAccounts',
    scenarioId: scenario.id,
    rows: Int32Array.from(rows),
    target: targetOf(code),
  }));
}
