import { attributeText, type AccountTable } from '../../../shared/model/accountTable';
import { PLACE_LEVELS } from '../../../shared/model/placeLevel';
import type { Scenario } from '../../../shared/model/scenario';
import type { PlanFormat } from '../../ui/planFormat';

/** A line of the comparison: one cell for each account. */
export interface ComparedLine {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly string[];
  readonly isNumber: boolean;
  readonly differs: boolean;
}

const NOBODY: Readonly<Record<number, string>> = { [-2]: 'House', [-3]: 'Holdout' };

/** What each row says, a line a column; what differs comes first. Lines without any text are left out. */
export function compareRows(
  accounts: AccountTable,
  rows: readonly number[],
  scenario: Scenario | null,
  assignment: Int32Array | null,
  format: PlanFormat,
): ComparedLine[] {
  const line = (
    id: string,
    title: string,
    textOf: (row: number) => string,
    isNumber = false,
  ): ComparedLine => {
    const cells = rows.map(textOf);
    return { id, title, cells, isNumber, differs: cells.some((cell) => cell !== cells[0]) };
  };
  const territoryOf = (row: number): string => {
    const index = assignment?.[row] ?? -1;
    return scenario?.territories[index]?.name ?? NOBODY[index] ?? 'Unassigned';
  };
  const lines = [
    line('id', 'Id', (row) => accounts.ids[row]!),
    line('name', 'Name', (row) => accounts.names[row]!),
    line('territory', 'Territory', territoryOf),
    ...accounts.measures.map((measure) =>
      line(measure.id, measure.name, (row) => format.measure(measure.kind, measure.values[row]!).exact, true),
    ),
    ...accounts.attributes
      .filter(({ id }) => !id.startsWith('unit:'))
      .map((column) => line(column.id, column.name, (row) => attributeText(accounts, column.id, row))),
    line('placeLevel', 'Placed by', (row) => PLACE_LEVELS[accounts.placeLevels[row]!] ?? 'none'),
  ].filter(({ cells }) => cells.some((cell) => cell !== ''));
  return [...lines.filter(({ differs }) => differs), ...lines.filter(({ differs }) => !differs)];
}
