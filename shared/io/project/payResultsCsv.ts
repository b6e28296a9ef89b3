import { payResultSchema, type PayResult } from '../../model/payResult';
import { numberCell, readCsvTable, readNumberCell, writeCsvTable } from './csvTable';
import { ProjectFileError } from './projectError';

export const PAY_RESULTS_FILE = 'results.csv';

const COLUMNS = ['repId', 'component', 'period', 'credited', 'quota', 'deals'] as const;

/**
 * results.csv: a row a result. Money stands in cents, so that it reads back to the very same figure; deals stand in
 * one cell with blanks between them.
 */
export function writePayResults(results: readonly PayResult[]): string {
  const hasDeals = results.some(({ deals }) => deals !== undefined);
  const rows = results.map(({ repId, component, period, credited, quota, deals }) => [
    repId,
    component,
    period,
    numberCell(credited),
    quota === undefined ? '' : numberCell(quota),
    ...(hasDeals ? [(deals ?? []).map(numberCell).join(' ')] : []),
  ]);
  return writeCsvTable(hasDeals ? COLUMNS : COLUMNS.slice(0, -1), rows);
}

/** @throws ProjectFileError naming the row that is no result */
export function readPayResults(text: string): PayResult[] {
  return readCsvTable(PAY_RESULTS_FILE, text).rows.map((cells, index) => {
    const [repId, component, period, credited, quota = '', deals = ''] = cells;
    const parsed = payResultSchema.safeParse({
      repId,
      component,
      period,
      credited: readNumberCell(PAY_RESULTS_FILE, index, credited ?? ''),
      ...(quota === '' ? {} : { quota: readNumberCell(PAY_RESULTS_FILE, index, quota) }),
      ...(deals === ''
        ? {}
        : { deals: deals.split(' ').map((deal) => readNumberCell(PAY_RESULTS_FILE, index, deal)) }),
    });
    if (parsed.success) return parsed.data;
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new ProjectFileError(
      'damaged',
      `${PAY_RESULTS_FILE} in the plan file, row ${index + 2}: ${field} is not as expected. Open a backup of the plan.`,
    );
  });
}
