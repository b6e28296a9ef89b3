import { serialOf } from '../../shared/io/export/pay/rosterTimes';
import type { PlanDocument } from '../../shared/model/planDocument';
import type { Rep } from '../../shared/model/rep';
import { setCell } from './inputCells';
import type { RecalcEdit } from './recalcEdits';

/**
 * When reps are there, by Roster's own cells: one is hired in the third month with a ramp, one is away for six weeks, one
 * leaves before the year is over, and who leaves already does so earlier.
 */
export function timeEdit(plan: PlanDocument): RecalcEdit {
  const year = plan.settings.fiscalYear;
  const leave = { from: `${year}-04-28`, to: `${year}-06-09` };
  const changes: Partial<Rep>[] = [
    { startDate: `${year}-03-17`, rampRatios: [0.2, 0, 0.85, 0.95] },
    { leaves: [leave] },
    { endDate: `${year}-11-21` },
  ];
  const leaver = plan.reps.findIndex(({ endDate }, at) => at >= changes.length && endDate !== null);
  if (leaver >= 0) changes[leaver] = { endDate: `${year}-05-04` };
  return {
    name: 'dates, leave and ramp of some reps',
    inWorkbook: (workbook) => {
      const put = (at: number, header: string, value: number) =>
        setCell(workbook, 'Roster', plan.reps[at]!.name, header, value);
      const day = (date: string) => serialOf(date) ?? 0;
      put(0, 'Starts', day(changes[0]!.startDate!));
      changes[0]!.rampRatios!.forEach((ratio, month) => put(0, `Ramp, month ${month + 1}`, ratio));
      put(1, 'Leave from', day(leave.from));
      put(1, 'Leave to', day(leave.to));
      put(2, 'Ends', day(changes[2]!.endDate!));
      if (leaver >= 0) put(leaver, 'Ends', day(changes[leaver]!.endDate!));
    },
    inPlan: (before) => ({ ...before, reps: before.reps.map((rep, at) => ({ ...rep, ...changes[at] })) }),
  };
}
