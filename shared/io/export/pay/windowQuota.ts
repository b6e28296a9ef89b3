import { monthsOf } from '../../../comp/measureWindow';
import { fromCents } from '../../../model/money';
import type { RepPay } from '../../../plan/evaluatePay';
import type { CalcSources } from '../sheets/calcSheet';
import type { QuotaSpan } from '../sheets/quotaMonthsSheet';
import type { Cell, CellFormat } from '../workbook';
import { formulaCell, valueCell } from '../workbook';
import { calcAddress } from './calcColumns';
import { unitsShown } from './componentTable';
import { partRange } from './partColumns';
import type { PaidRep, PayLine } from './payLines';

/** The months of a period of the rep's year, of the rep's quota or of somebody's below. */
export function periodSpan(rep: PaidRep, periodAt: number, pay: RepPay = rep.pay): QuotaSpan {
  const { startMonth, months } = rep.inputs.periods[periodAt]!;
  return { pay, fiscalYear: rep.fiscalYear, unit: months, from: startMonth, to: startMonth + months };
}

/** The months of the measurement window that a line's period lies in. */
export function windowSpan(rep: PaidRep, { component, periodAt }: PayLine, pay: RepPay = rep.pay): QuotaSpan {
  const { startMonth, months } = rep.inputs.periods[periodAt]!;
  const span = Math.max(monthsOf[component.timing.measuredOver], months);
  const from = Math.floor(startMonth / span) * span;
  return { pay, fiscalYear: rep.fiscalYear, unit: months, from, to: from + span };
}

/** The months of all the rep's year. */
export function yearSpan(rep: PaidRep): QuotaSpan {
  return { ...periodSpan(rep, 0), from: 0, to: 12 };
}

/** The quota of a whole measurement window, where attainment is of that: known when it begins, then as above. */
export function wholeQuotaCell(
  rep: PaidRep,
  componentAt: number,
  line: PayLine,
  { months, parts: sheet }: Pick<CalcSources, 'months' | 'parts'>,
  format: CellFormat,
): Cell {
  const { component, periodAt, row, paid, opensWindow } = line;
  const value = paid.quotaToDate / unitsShown(component);
  const live = (formula: string) => formulaCell(formula, value, 'plain', format);
  if (!opensWindow) return live(calcAddress('quotaToDate', row - 1));
  const windowQuota = rep.inputs.periods[periodAt]!.components[component.id]?.windowQuota;
  if (windowQuota === undefined) {
    const later = rep.lines[componentAt]!.slice(periodAt + 1);
    const next = later.findIndex((each) => each.opensWindow);
    const last = row + (next < 0 ? later.length : next);
    // A ratio can't be added up over periods: the latest one stands.
    if (component.measureUnit === 'ratio') return live(calcAddress('quota', last));
    return live(`SUM(${calcAddress('quota', row)}:${calcAddress('quota', last)})`);
  }
  const team = sheet.of.get(line);
  if (team?.kind === 'team') return live(`SUM(${partRange(sheet.name, team.parts, 'window')})`);
  const isTeam = rep.inputs.periods[periodAt]!.components[component.id]?.team !== undefined;
  const own = isTeam ? null : months.of(windowSpan(rep, line), windowQuota);
  return own === null ? valueCell(fromCents(windowQuota), 'input', format) : live(own);
}

/** The active part of the window so far, in years, as a formula. */
export function windowYears(
  { pay, fiscalYear, inputs }: PaidRep,
  { periodAt, yearsFrom, yearsTo }: PayLine,
  { time }: Pick<CalcSources, 'time'>,
): string {
  const span = { pay, fiscalYear, from: yearsFrom, to: yearsTo };
  return `(${time.activeMonths(span, inputs.periods[periodAt]!.months)})/12`;
}
