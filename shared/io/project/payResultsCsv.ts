import { payResultSchema, type PayResult } from '../../model/payResult';
import { numberCell, readCsvTable, readNumberCell, writeCsvTable } from './csvTable';
import { ProjectFileError } from './projectError';

export const PAY_RESULTS_FILE = 'results.csv';

const COLUMNS = ['repId', 'component', 'period', 'credited', 'quota', 'deals', 'splitAway'] as const;

/**
 * results.csv: a row a result. Money stands in cents, so that it reads back to the very same figure; deals stand in
 * one cell with blanks between them.
 */
export function writePayResults(results: readonly PayResult[]): string {
  const hasDeals = results.some(({ deals }) => deals !== undefined);
  const hasSplits = results.some(({ splitAway }) => splitAway !== undefined);
  const columns = hasSplits ? COLUMNS : COLUMNS.slice(0, hasDeals ? -1 : -2);
  const rows = results.map(({ repId, component, period, credited, quota, deals, splitAway }) =>
    [
      repId,
      component,
      period,
      numberCell(credited),
      quota === undefined ? '' : numberCell(quota),
      (deals ?? []).map(numberCell).join(' '),
      splitAway === undefined ? '' : numberCell(splitAway),
    ].slice(0, columns.length),
  );
  return writeCsvTable(columns, rows);
}

/** @throws ProjectFileError naming the row that is no result */
export function readPayResults(text: string): PayResult[] {
  return readCsvTable(PAY_RESULTS_FILE, text).rows.map((cells, index) => {
    const [repId, component, period, credited, quota = '', deals = '', splitAway = ''] = cells;
    const parsed = payResultSchema.safeParse({
      repId,
      component,
      period,
      credited: readNumberCell(PAY_RESULTS_FILE, index, credited ?? ''),
      ...(quota === '' ? {} : { quota: readNumberCell(PAY_RESULTS_FILE, index, quota) }),
      ...(deals === ''
        ? {}
        : { deals: deals.split(' ').map((deal) => readNumberCell(PAY_RESULTS_FILE, index, deal)) }),
      ...(splitAway === '' ? {} : { splitAway: readNumberCell(PAY_RESULTS_FILE, index, splitAway) }),
    });
    if (parsed.success) return parsed.data;
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new ProjectFileError(
      'damaged',
      `${PAY_RESULTS_FILE} in the plan file, row ${index + 2}: ${field} is not as expected. Open a backup of the plan.`,
    );
  });
}
