import { goalOf, monthsOf } from '../../../comp/measureWindow';
import { findComponent } from '../../../comp/resultInputs';
import type { CompComponent } from '../../../model/compComponent';
import type { ExportContext } from '../exportContext';
import type { CalcSources } from '../sheets/calcSheet';
import type { Cell, CellFormat } from '../workbook';
import { formulaCell, valueCell } from '../workbook';
import { unitsShown } from './componentTable';
import { periodSpan } from './windowQuota';
import type { PaidRep, PayLine } from './payLines';

/** The period's goal: the rep's quota, the plan's own value, or what the results brought. */
export function quotaCell(
  context: ExportContext,
  rep: PaidRep,
  line: PayLine,
  { months, plans }: CalcSources,
  format: CellFormat,
): Cell {
  const { component, periodAt } = line;
  const period = rep.inputs.periods[periodAt]!;
  const facts = period.components[component.id];
  const goal = goalOf(component, facts, period.months);
  const value = goal / unitsShown(component);
  if (component.goal.kind === 'value' && (facts?.quota ?? null) === null) {
    const span = monthsOf[component.timing.measuredOver];
    const isPart = component.measureUnit !== 'ratio' && period.months !== span;
    const part = isPart ? `*${period.months}/${span}` : '';
    return formulaCell(`${plans.cell(component, 'goal')}${part}`, value, 'plain', format);
  }
  // As the year's inputs have it where nothing says otherwise.
  if (component.goal.kind === 'value' && goal === component.goal.value) {
    return formulaCell(plans.cell(component, 'goal'), value, 'plain', format);
  }
  const yearCents = rep.pay.quotaCents;
  const isOwn = component.goal.kind === 'quota' && component.measureUnit === 'money' && yearCents !== 0;
  if (!isOwn || facts?.team || bringsQuota(context, rep, component)) {
    return valueCell(value, 'input', format);
  }
  const part = quotaOfMonths(rep, periodAt, goal, months);
  return part === null ? valueCell(value, 'input', format) : formulaCell(part, value, 'plain', format);
}

/** Quarters and years, which results may be of where others are of months. */
const COARSER_MONTHS = [3, 12];

/** The period's part of the year, with its season, ramp and days; of all its months where a coarser result ends with it. */
function quotaOfMonths(
  rep: PaidRep,
  periodAt: number,
  goal: number,
  months: CalcSources['months'],
): string | null {
  const span = periodSpan(rep, periodAt);
  const own = months.of(span, goal);
  if (own !== null) return own;
  for (const length of COARSER_MONTHS) {
    const from = span.to - length;
    if (from < 0 || length <= span.to - span.from) continue;
    const found = months.of({ ...span, from }, goal);
    if (found !== null) return found;
  }
  return null;
}

/** Whether results bring a quota of their own, which then follows from nothing; a team's is the sum of its reports'. */
function bringsQuota(
  { document }: ExportContext,
  { pay, isActual }: PaidRep,
  component: CompComponent,
): boolean {
  const { rep, compPlan } = pay;
  return (
    isActual &&
    (document.payResults ?? []).some((result) => {
      if (result.repId !== rep.id || result.quota === undefined) return false;
      const found = compPlan ? findComponent(compPlan, result.component) : null;
      // Under another plan than their own a result stands for the component that is like it.
      return found === component || compPlan?.components.includes(component) === false;
    })
  );
}
