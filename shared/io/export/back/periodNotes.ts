import { monthSpan } from '../../../comp/calendar';
import { yearTime } from '../../../comp/repYear';
import type { Rep } from '../../../model/rep';
import { evaluateActuals, type PayActuals } from '../../../plan/evaluateActuals';
import type { ExportContext } from '../exportContext';

/**
 * Says of each rep whose dates, as a workbook has them, ask for other pay periods than it shows: its figures are not what
 * the plan will pay.
 * @param changed reps as they are to be
 */
export function periodNotes(context: ExportContext, changed: readonly Rep[]): string[] {
  const { document, evaluation, repNames } = context;
  const after = new Map(changed.map((rep) => [rep.id, rep]));
  const isMoved = (rep: Rep) => {
    const other = after.get(rep.id);
    return (
      other !== undefined &&
      (other.startDate !== rep.startDate || other.endDate !== rep.endDate || other.leaves !== rep.leaves)
    );
  };
  if (!document.reps.some(isMoved)) return [];
  const moved = evaluation.pay.reps.map((pay) => ({ ...pay, rep: after.get(pay.rep.id) ?? pay.rep }));
  const actuals = evaluateActuals(document, moved);
  return document.reps.flatMap((rep, at): string[] => {
    if (!isMoved(rep) || evaluation.pay.reps[at]?.compPlan === null) return [];
    const isSame =
      isThere(context, rep) === isThere(context, after.get(rep.id)!) &&
      periodsOf(evaluation.actuals, rep.id) === periodsOf(actuals, rep.id);
    if (isSame) return [];
    return [
      `${repNames[at]!} has other pay periods by these dates: the workbook’s own figures leave them out. Take the changes, then export again.`,
    ];
  });
}

function isThere({ document: { settings, quotaSettings } }: ExportContext, rep: Rep): boolean {
  const { from: start } = monthSpan(settings.fiscalYear, settings.fiscalYearStartMonth, 1);
  return yearTime(rep, { start, seasonality: quotaSettings.seasonalityRatios }).monthsThere > 0;
}

/** A text that differs where periods do. */
function periodsOf(actuals: PayActuals, repId: string): string {
  const years = actuals.reps.get(repId)?.years ?? [];
  return years.map(({ inputs }) => inputs.periods.map(({ period }) => period).join(' ')).join(' ');
}
