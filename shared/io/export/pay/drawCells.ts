import { drawMonthOf, guaranteedMonths, monthsThereIn } from '../../../comp/draw';
import { fromCents, roundHalfAway } from '../../../model/money';
import type { ExportContext } from '../exportContext';
import type { CalcSources } from '../sheets/calcSheet';
import type { Cell } from '../workbook';
import { EMPTY_CELL, formulaCell } from '../workbook';
import type { PaidRep } from './payLines';
import { periodSpan } from './windowQuota';

type Sources = Pick<CalcSources, 'plans' | 'roster' | 'time'>;

/** What is earned under the cap, or the guarantee where it is more. @param now what the cap leaves, as a formula */
function earnedFormula({ compPlan }: PaidRep, row: number, now: string): string {
  // Who has no guarantee in the period has an empty text there, which MAX leaves out.
  return compPlan.guarantee === null ? now : `MAX(${now},J${row})`;
}

/** What is paid of a period's pay, with guarantee and draw, as a formula. @param now what the cap leaves, as a formula */
export function drawnFormula(rep: PaidRep, row: number, now: string): string {
  const earned = earnedFormula(rep, row, now);
  return rep.compPlan.draw === null ? earned : `MAX(${earned},K${row})-N(L${row})`;
}

/**
 * Guarantee, draw, what is recovered of it, and what is still owed (shared/comp/draw), by the months that Time by month
 * says the rep is there.
 * @param now what the cap leaves of the period's pay, as a formula
 */
export function drawCells(
  context: ExportContext,
  rep: PaidRep,
  periodAt: number,
  sources: Sources,
  now: string,
): Cell[] {
  const floor = guaranteeOf(context, rep, periodAt, sources);
  return [floor?.cell ?? EMPTY_CELL, ...drawOf(rep, periodAt, sources, now, floor?.cents ?? null)];
}

/** How many months of a period a rep is there, and the month of service that it begins with, as formulas. */
function serviceOf(rep: PaidRep, periodAt: number, { time }: Sources) {
  const span = periodSpan(rep, periodAt);
  const service = time.monthOfService(span);
  return { there: time.monthsThere(span), service, since: `MAX(1,${service})` };
}

function guaranteeOf(
  { document }: ExportContext,
  rep: PaidRep,
  periodAt: number,
  sources: Sources,
): { cell: Cell; cents: number | null } | null {
  const { compPlan, inputs, pay } = rep;
  const { guarantee } = compPlan;
  if (guarantee === null) return null;
  const { there, service, since } = serviceOf(rep, periodAt, sources);
  const plan = (key: string) => sources.plans.cell(compPlan, key);
  const target = sources.roster.cell(document.reps.indexOf(pay.rep), 'target');
  const left = `MAX(0,MIN(${there},${plan('guaranteeMonths')}-${since}+1))`;
  const months = guaranteedMonths(guarantee, inputs.periods[periodAt]!);
  const cents =
    months === null
      ? null
      : roundHalfAway((guarantee.ofTargetRatio * inputs.targetIncentiveCents * months) / 12);
  const formula = `IF(OR(${service}="",${there}=0),"",ROUND(${plan('guarantee')}*${target}*${left}/12,2))`;
  return { cell: formulaCell(formula, cents === null ? '' : fromCents(cents)), cents };
}

/** @param floorCents the guarantee; null = the rep has none in the period */
function drawOf(
  rep: PaidRep,
  periodAt: number,
  sources: Sources,
  now: string,
  floorCents: number | null,
): Cell[] {
  const { compPlan, inputs, periods } = rep;
  const { draw } = compPlan;
  if (draw === null) return [EMPTY_CELL, EMPTY_CELL, EMPTY_CELL];
  const { row, paid } = periods[periodAt]!;
  const period = inputs.periods[periodAt]!;
  const { there, service, since } = serviceOf(rep, periodAt, sources);
  const plan = (key: string) => sources.plans.cell(compPlan, key);
  const owedBefore = periodAt === 0 ? '0' : `M${periods[periodAt - 1]!.row}`;
  const earned = earnedFormula(rep, row, now);
  const none = draw.isNewHiresOnly ? `OR(${service}="",${there}=0)` : `${there}=0`;
  const first = draw.isNewHiresOnly ? since : `IF(${service}="",${period.startMonth + 1},${since})`;
  const last = `${first}+${there}-1`;
  const months = draw.months === null ? there : `MAX(0,MIN(${there},${plan('drawMonths')}-${first}+1))`;
  const share = `MIN(${owedBefore},ROUND(${plan('recovery')}*(${earned}-K${row}),2))`;
  const recovered = `IF(OR(${earned}<K${row},${last}<${plan('recoveryStart')}),0,${share})`;
  const grows = draw.kind === 'nonRecoverable' ? '' : `+MAX(0,K${row}-${earned})`;
  const owed = `ROUND(${owedBefore}${grows}-L${row},2)`;
  const isForgiven = draw.kind === 'forgivenAtEnd' && draw.months !== null;
  const kept = isForgiven ? `IF(${last}>=${plan('drawMonths')},0,${owed})` : owed;
  const drawn = drawnCents(rep, periodAt);
  const allowedCents = paid.sumCents + paid.totalCapCents - (paid.waitingCents ?? 0);
  const earnedCents = Math.max(allowedCents, floorCents ?? allowedCents);
  const paidBack =
    drawn === null ? '' : fromCents(Math.max(earnedCents, drawn) - (allowedCents + paid.drawCents));
  return [
    formulaCell(`IF(${none},"",ROUND(${plan('draw')}*${months},2))`, drawn === null ? '' : fromCents(drawn)),
    formulaCell(`IF(K${row}="","",${recovered})`, paidBack),
    formulaCell(`IF(K${row}="",${owedBefore},${kept})`, fromCents(paid.drawBalanceCents)),
  ];
}

/** The draw of a period in cents; null = the rep has none then. */
function drawnCents({ compPlan: { draw }, inputs }: PaidRep, periodAt: number): number | null {
  const period = inputs.periods[periodAt]!;
  const month = draw && drawMonthOf(draw, period);
  if (draw === null || month === null) return null;
  const end = draw.months ?? Number.POSITIVE_INFINITY;
  return roundHalfAway(draw.amountCents * Math.max(0, Math.min(monthsThereIn(period), end - month + 1)));
}
