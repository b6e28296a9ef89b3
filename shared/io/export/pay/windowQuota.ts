import { monthsOf } from '../../../comp/measureWindow';
import { fromCents, roundHalfAway } from '../../../model/money';
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
export function partOfQuota(
  { quotaCents }: RepPay,
  quota: string,
  cents: number,
  months: MonthSpan | null = null,
): string | null {
  if (cents === quotaCents) return quota;
  if (quotaCents === 0) return null;
  const split = months && sumOfMonths(months, quota, quotaCents);
  // With a season or a ramp the part stands as a share.
  return split?.cents === cents ? split.formula : `ROUND(${quota}*${cents / quotaCents},2)`;
}

/** The same where it is exactly what the app gives these months; null = it is something else, e.g. brought by results. */
export function monthsOfQuota(
  { quotaCents }: RepPay,
  quota: string,
  cents: number,
  months: MonthSpan,
): string | null {
  const split = sumOfMonths(months, quota, quotaCents);
  return quotaCents !== 0 && split.cents === cents ? split.formula : null;
}

/** Months of the plan year, the first 0, and what is asked of each of the twelve; missing = all of it. */
interface MonthSpan {
  readonly from: number;
  readonly to: number;
  readonly ratios: readonly number[] | undefined;
}

/**
 * The quota of some months of a year that is split evenly, to the cent as the app splits it (shared/comp/proration,
 * quotaByMonth): whole cents each, the ones left over to the earlier months, then what each month is asked.
 */
function sumOfMonths({ from, to, ratios }: MonthSpan, quota: string, quotaCents: number) {
  const each = Math.floor(quotaCents / MONTHS);
  const left = quotaCents - each * MONTHS;
  const whole = `ROUND(${quota}*100,0)`;
  const terms: string[] = [];
  let cents = 0;
  for (let month = from; month < to;) {
    const ratio = ratios?.[month] ?? 1;
    const next = ratio === 1 ? endOfFull(month, to, ratios) : month + 1;
    const count = next - month;
    const spare = `MAX(0,MIN(${count},MOD(${whole},${MONTHS})-${month}))`;
    const span = `${count === 1 ? '' : `${count}*`}INT(${whole}/${MONTHS})+${spare}`;
    const spanCents = count * each + Math.max(0, Math.min(count, left - month));
    terms.push(ratio === 1 ? span : `ROUND((${span})*${ratio},0)`);
    cents += ratio === 1 ? spanCents : roundHalfAway(spanCents * ratio);
    month = next;
  }
  return { cents, formula: terms.length === 0 ? '0' : `(${terms.join('+')})/100` };
}

const MONTHS = 12;

/** The month after the last of those in a row that are asked in full. */
function endOfFull(month: number, to: number, ratios: readonly number[] | undefined): number {
  let end = month;
  while (end < to && (ratios?.[end] ?? 1) === 1) end++;
  return end;
}

/** The measurement window that a period of a component lies in, as months of the plan year. */
export function windowMonths({ inputs }: PaidRep, { component, periodAt }: PayLine): MonthSpan {
  const { startMonth, months } = inputs.periods[periodAt]!;
  const span = Math.max(monthsOf[component.timing.measuredOver], months);
  const from = Math.floor(startMonth / span) * span;
  return { from, to: from + span, ratios: inputs.activeRatios };
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
  const own = isTeam
    ? null
    : partOfQuota(rep.pay, quotas.quotaOf(rep.name), windowQuota, windowMonths(rep, line));
  return own === null ? valueCell(fromCents(windowQuota), 'input', format) : live(own);
}
