import { payResultSchema, type PayResult } from '../../model/payResult';
import { numberCell, readCsvTable, readNumberCell, writeCsvTable } from './csvTable';
import { ProjectFileError } from './projectError';

export const PAY_RESULTS_FILE = 'results.csv';

const COLUMNS = [
  'repId',
  'component',
  'period',
  'credited',
  'quota',
  'deals',
  'splitAway',
  'cancelled',
  'scores',
] as const;

/**
 * results.csv: a row a result. Money stands in cents, so that it reads back to the very same figure; deals stand in
 * one cell with blanks between them, those of them that were cancelled as JSON, as the scores
 * of objectives do.
 */
export function writePayResults(results: readonly PayResult[]): string {
  const optional = ['scores', 'cancelled', 'splitAway', 'deals'] as const;
  const unused = optional.findIndex((name) => results.some((result) => result[name] !== undefined));
  const left = unused < 0 ? optional.length : unused;
  const columns = COLUMNS.slice(0, COLUMNS.length - left);
  const rows = results.map(
    ({ repId, component, period, credited, quota, deals, splitAway, cancelled, scores }) =>
      [
        repId,
        component,
        period,
        numberCell(credited),
        quota === undefined ? '' : numberCell(quota),
        (deals ?? []).map(numberCell).join(' '),
        splitAway === undefined ? '' : numberCell(splitAway),
        cancelled === undefined ? '' : JSON.stringify(cancelled),
        scores === undefined ? '' : JSON.stringify(scores),
      ].slice(0, columns.length),
  );
  return writeCsvTable(columns, rows);
}

/** @throws ProjectFileError naming the row that is no result */
export function readPayResults(text: string): PayResult[] {
  return readCsvTable(PAY_RESULTS_FILE, text).rows.map((cells, index) => {
    const [repId, component, period, credited, quota = '', ...optional] = cells;
    const [deals = '', splitAway = '', cancelled = '', scores = ''] = optional;
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
      ...(cancelled === '' ? {} : { cancelled: jsonOf(cancelled) }),
      ...(scores === '' ? {} : { scores: jsonOf(scores) }),
    });
    if (parsed.success) return parsed.data;
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new ProjectFileError(
      'damaged',
      `${PAY_RESULTS_FILE} in the plan file, row ${index + 2}: ${field} is not as expected. Open a backup of the plan.`,
    );
  });
}

/** null, which the schema refuses, where a cell is no JSON. */
function jsonOf(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return null;
  }
}
