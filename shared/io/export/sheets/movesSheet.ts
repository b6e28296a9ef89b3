import { CAUSES } from '../../../model/alignment';
import { findMeasure } from '../../../model/accountTable';
import { primaryAlignment } from '../../../plan/lookup';
import type { BaseScenario } from '../baseScenario';
import { ownerOf } from '../baseScenario';
import { assigneeName, type ExportContext } from '../exportContext';
import { MOVES_SHEET } from '../sheetNames';
import type { Cell, Sheet } from '../workbook';
import { formulaCell, headerRow, valueCell } from '../workbook';
import type { AccountsSheet } from './accountsSheet';

/** Why an account is where it is, in a planner's words. */
const REASONS: Readonly<Record<(typeof CAUSES)[number], string>> = {
  none: 'No claim',
  unit: 'Its geography',
  rule: 'A rule',
  solver: 'Balancing',
  import: 'The file',
  hand: 'By hand',
  named: 'Named account',
};

/** Accounts that belong to somebody else than in the base scenario: from, to, why, and what moves with them. */
export function movesSheet(context: ExportContext, accounts: AccountsSheet, base: BaseScenario): Sheet {
  const { document, scenario, evaluation } = context;
  const { assignment } = evaluation.territories;
  const { causes } = primaryAlignment(scenario);
  const moved = accounts.rows.flatMap((row, at) =>
    base.ownerOf(row).key === ownerOf(scenario, assignment[row]!).key ? [] : [{ row, at }],
  );
  const measures = scenario.measures.flatMap(
    ({ measureId }) => findMeasure(document.accounts, measureId) ?? [],
  );
  const headers = [
    'Account ID',
    'Name',
    `From (${base.scenario.name})`,
    `To (${scenario.name})`,
    'Reason',
    ...measures.map(({ name }) => `${name}, moved`),
  ];
  return {
    name: MOVES_SHEET,
    columns: headers.map((header, at) => ({
      widthChars: [14, 34, 26, 26, 18][at] ?? Math.max(14, header.length + 3),
      format: at < 5 ? 'text' : measures[at - 5]!.kind === 'money' ? 'money' : 'decimal',
    })),
    *rows(): Iterable<Cell[]> {
      yield headerRow(headers);
      for (const { row, at } of moved) {
        yield [
          valueCell(document.accounts.ids[row]!),
          valueCell(document.accounts.names[row]!),
          valueCell(base.ownerOf(row).name),
          formulaCell(accounts.territoryCell(at), assigneeName(context, assignment[row]!)),
          valueCell(REASONS[CAUSES[causes[row]!] ?? 'none']),
          ...measures.map((measure): Cell => {
            const value = measure.values[row]!;
            return Number.isNaN(value)
              ? valueCell(null)
              : formulaCell(accounts.measureCell(measure.id, at), value);
          }),
        ];
      }
    },
    rowCount: moved.length + 1,
    frozenRows: 1,
    frozenColumns: 2,
    filterRow: 1,
    corridor: null,
    choices: [],
  };
}
