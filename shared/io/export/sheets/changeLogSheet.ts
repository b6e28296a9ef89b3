import { CAUSES } from '../../../model/alignment';
import type { PlanException } from '../../../model/exception';
import { fromCents } from '../../../model/money';
import { primaryAlignment } from '../../../plan/lookup';
import type { ExportContext } from '../exportContext';
import type { Cell, Sheet } from '../workbook';
import { valueCell } from '../workbook';
import { tableSheet } from './tableSheet';

/** Empty lines for what is changed in the workbook itself. */
const LINES_TO_FILL = 20;

/** Decisions that the plan has on record, with who and why, and room for those made in the workbook. */
export function changeLogSheet(context: ExportContext, rows: readonly number[]): Sheet {
  const { scenario, document, withoutPay } = context;
  const line = (what: string, to: string, who = '', why = '', until = ''): Cell[] =>
    [what, to, who, why, until].map((text) => valueCell(text === '' ? null : text));
  const { causes } = primaryAlignment(scenario);
  const counts = new Map<string, number>();
  for (const row of rows) {
    const cause = CAUSES[causes[row]!] ?? 'none';
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  const byHand = (['solver', 'hand', 'rule', 'import'] as const).flatMap((cause) => {
    const count = counts.get(cause) ?? 0;
    return count === 0 ? [] : [line('Accounts assigned', String(count), '', CAUSE_WORDS[cause])];
  });
  const exceptions = (scenario.exceptions ?? []).map((exception) =>
    line(
      `Exception: ${exception.kind}`,
      targetWords(context, exception),
      exception.owner,
      exception.reason,
      exception.expiresOn ?? '',
    ),
  );
  const pins = withoutPay
    ? []
    : document.reps.flatMap((rep, at) =>
        rep.quotaPinCents === null
          ? []
          : [line(`Quota of ${context.repNames[at]!} pinned`, fromCents(rep.quotaPinCents).toFixed(2))],
      );
  const toFill = Array.from({ length: LINES_TO_FILL }, () =>
    Array.from({ length: 5 }, () => valueCell(null, 'input', 'text')),
  );
  return tableSheet(
    'Change log',
    [
      ['What', 'text', 36],
      ['To', 'text', 34],
      ['Who', 'text', 20],
      ['Why', 'text', 44],
      ['Until', 'text', 14],
    ],
    [...byHand, ...exceptions, ...pins, ...toFill],
    { filterRow: null },
  );
}

const CAUSE_WORDS = {
  solver: 'By balancing',
  hand: 'By hand',
  rule: 'By a rule',
  import: 'As the file had them',
} as const;

function targetWords({ document, scenario }: ExportContext, { target }: PlanException): string {
  if ('territoryId' in target) {
    return scenario.territories.find(({ id }) => id === target.territoryId)?.name ?? target.territoryId;
  }
  if ('unitId' in target) return `${target.level} ${target.unitId}`;
  const names = target.rows.slice(0, 3).map((row) => document.accounts.names[row] ?? '');
  return target.rows.length > 3 ? `${names.join(', ')} and ${target.rows.length - 3} more` : names.join(', ');
}
