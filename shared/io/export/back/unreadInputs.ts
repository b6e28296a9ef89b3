import { buildFrom } from '../buildWorkbook';
import type { ExportContext } from '../exportContext';
import {
  ACTUAL_PAY,
  COMPARE_PLANS_SHEET,
  COMPARED_PAY,
  EXPECTED_PAY,
  QUOTAS_SHEET,
  type PaySheetNames,
} from '../sheetNames';
import type { Sheet } from '../workbook';
import type { WorkbookReview } from './workbookReview';

const EXPECTED = 'What is expected follows from the scenario: change its attainment on Assumptions.';
const FOLLOWS = 'It follows from other results: change those on Actual results.';

/** Sheets with inputs that the plan holds nowhere, each with what to change instead. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ...sheetsOf(EXPECTED_PAY).map((name) => [name, EXPECTED] as const),
  ...sheetsOf(ACTUAL_PAY).map((name) => [name, FOLLOWS] as const),
  ...sheetsOf(COMPARED_PAY).map((name) => [name, FOLLOWS] as const),
  [QUOTAS_SHEET, EXPECTED],
]);

function sheetsOf({ results, parts, calc }: PaySheetNames): string[] {
  return [results, parts, calc];
}

/** Says of each input that was edited and that no other part reads, that it is not taken over, and what to change instead. */
export function tellUnread(context: ExportContext, review: WorkbookReview): void {
  const { cells } = review;
  const model = buildFrom(context, {
    scenarioId: context.scenario.id,
    madeOn: context.madeOn,
    withoutPay: context.withoutPay,
    sheets: cells.has(COMPARE_PLANS_SHEET) ? [COMPARE_PLANS_SHEET] : [],
  });
  for (const sheet of model.sheets) {
    const reason = REASONS.get(sheet.name);
    if (reason !== undefined && cells.has(sheet.name)) tellSheet(review, sheet, reason);
  }
}

function tellSheet(review: WorkbookReview, sheet: Sheet, reason: string): void {
  const { cells } = review;
  const [headers = [], ...body] = sheet.rows();
  // A column that an older version had elsewhere is not the same column.
  const isSame = headers.map(({ value }, column) => cells.text(sheet.name, 1, column) === value);
  for (const row of body) {
    const inputs = row.flatMap(({ style, value }, column) =>
      style === 'input' && isSame[column] && typeof value === 'number' ? [{ column, value }] : [],
    );
    if (inputs.length === 0) continue;
    const width = row.findIndex(({ value }) => typeof value !== 'string');
    const at = cells.rowOfTexts(
      sheet.name,
      row.slice(0, width).map(({ value }) => String(value)),
    );
    if (at === null) continue;
    for (const { column, value } of inputs) {
      const place = [sheet.name, at, column] as const;
      if (review.isTold(place)) continue;
      const after = review.number(place, value, Number.NEGATIVE_INFINITY);
      if (after !== undefined)
        review.problem(place, `This number was edited and is not taken over. ${reason}`);
    }
  }
}
