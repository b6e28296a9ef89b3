import { numberCell } from '../../project/csvTable';
import type { ExportContext } from '../exportContext';
import { peopleFile, type ExportFile } from './exportFile';
import { movesTable } from './movesTable';
import {
  accountsTable,
  assignmentsTable,
  rosterTable,
  territoriesTable,
  type PlanTable,
  type TableCell,
} from './planTables';

/** A file a table: accounts, territories, assignments, roster, and moves where there is a plan to move from. */
export function csvFiles(context: ExportContext): ExportFile[] {
  const moves = movesTable(context);
  return [
    accountsTable(context),
    territoriesTable(context),
    assignmentsTable(context),
    rosterTable(context),
    ...(moves ? [moves] : []),
  ].map(csvFileOf);
}

function csvFileOf({ name, columns }: PlanTable): ExportFile {
  const rowCount = columns[0]?.cells.length ?? 0;
  const rows = Array.from({ length: rowCount }, (_, row) => columns.map(({ cells }) => textOf(cells[row]!)));
  return peopleFile(
    `${name}.csv`,
    columns.map((column) => column.name),
    rows,
  );
}

function textOf(cell: TableCell): string {
  return typeof cell === 'number' ? numberCell(cell) : (cell ?? '');
}
