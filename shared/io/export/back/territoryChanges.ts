import type { PlanCommand } from '../../../plan/command';
import type { ExportContext } from '../exportContext';
import { TERRITORIES_SHEET } from '../sheetNames';
import type { CellPlace, ProposedEdits, WorkbookReview } from './workbookReview';

/** Column of the sheet, from 0. */
const CAPACITY = 2;

/** Capacities of territories, found by name. */
export function territoryChanges(context: ExportContext, review: WorkbookReview): ProposedEdits {
  const { scenario, evaluation, territoryNames } = context;
  if (!review.hasColumn(TERRITORIES_SHEET, CAPACITY, 'Capacity')) return [];
  return evaluation.territories.assignable.flatMap((index): PlanCommand[] => {
    const { id, capacity } = scenario.territories[index]!;
    const name = territoryNames[index]!;
    const row = review.cells.rowOf(TERRITORIES_SHEET, 0, name);
    if (row === null) return [];
    const place: CellPlace = [TERRITORIES_SHEET, row, CAPACITY];
    const after = review.number(place, capacity);
    if (after === undefined || after === null) return [];
    const words = { what: `Capacity of ${name}`, before: String(capacity), after: String(after) };
    if (!review.note(place, words)) return [];
    return [
      { kind: 'updateTerritory', scenarioId: scenario.id, territoryId: id, fields: { capacity: after } },
    ];
  });
}
