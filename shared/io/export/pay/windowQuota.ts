import { fromCents } from '../../../model/money';
import type { RepPay } from '../../../plan/evaluatePay';
import type { CalcSources } from '../sheets/calcSheet';
import type { Cell, CellFormat } from '../workbook';
import { formulaCell, valueCell } from '../workbook';
import { calcAddress } from './calcColumns';
import { unitsShown } from './componentTable';
import { partRange } from './partColumns';
import type { PaidRep, PayLine } from './payLines';

/**
 * The part of a rep's quota of the year that an amount is, as a formula on the cell of that quota.
 * @param cents what the formula comes to; null where the rep's quota is 0, so that nothing is a part of it
 */
export function partOfQuota(pay: RepPay, quota: string, cents: number): string | null {
  if (cents === pay.quotaCents) return quota;
  return pay.quotaCents === 0 ? null : `ROUND(${quota}*${cents / pay.quotaCents},2)`;
}

/** The quota of a whole measurement window, where attainment is of that: known when it begins, then as above. */
export function wholeQuotaCell(
  rep: PaidRep,
  componentAt: number,
  line: PayLine,
  { quotas, parts: sheet }: Pick<CalcSources, 'quotas' | 'parts'>,
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
  const own = isTeam ? null : partOfQuota(rep.pay, quotas.quotaOf(rep.name), windowQuota);
  return own === null ? valueCell(fromCents(windowQuota), 'input', format) : live(own);
}
