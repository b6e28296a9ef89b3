import type { BuiltAccounts } from '../../shared/io/import/buildAccounts';
import { peopleFile } from '../../shared/io/export/files/exportFile';
import { REPAIR_RULES } from '../../shared/io/import/findings';
import { problemDetail } from './findingTitles';

/** All findings and rows left out as a CSV table, in the order of the file. */
export function findingsCsv(
  built: Pick<BuiltAccounts, 'problems' | 'repairs' | 'skipped'>,
  fileName: string,
): string {
  const lines: { row: number; cells: readonly string[] }[] = [];
  for (const problem of built.problems) {
    const kind =
      problem.severity === 'error' ? 'needs you' : problem.severity === 'warning' ? 'check' : 'good to know';
    lines.push({
      row: problem.row,
      cells: [kind, problem.column, problem.code, '', '', problemDetail(problem, fileName)],
    });
  }
  for (const { row, column, rule, before, after } of built.repairs) {
    lines.push({ row, cells: ['corrected', column, rule, before, after, REPAIR_RULES[rule]] });
  }
  for (const { row, reason } of built.skipped)
    lines.push({ row, cells: ['left out', '', '', '', '', reason] });
  lines.sort((a, b) => a.row - b.row);
  const header = ['row', 'kind', 'column', 'code', 'before', 'after', 'message'];
  return peopleFile(
    fileName,
    header,
    lines.map(({ row, cells }) => [String(row), ...cells]),
  ).text;
}
