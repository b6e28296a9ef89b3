import { monthSpan } from '../../../comp/calendar';
import { monthsOf } from '../../../comp/measureWindow';
import { coveredBy } from '../../../comp/resultInputs';
import { monthOf, monthsThere, yearOf } from '../../../comp/repYear';
import { evaluateActuals, type PayActuals } from '../../../plan/evaluateActuals';
import type { RepPay } from '../../../plan/evaluatePay';
import type { ExportContext } from '../exportContext';
import type { TimeSheet } from '../sheets/timeSheet';
import type { RosterTimes } from './rosterTimes';

/** What Roster says of a rep whose dates ask for the pay periods that the workbook has. */
export const AS_EXPORTED = 'as exported';
/** What it says where they ask for others, which have no rows in the workbook. */
export const EXPORT_AGAIN = 'export again';

/** Nobody is there by then. */
const FAR_AWAY = '9999-12-01';
const MONTHS = 12;

/** What the results of a rep's year say of its pay periods, whatever the rep's dates are; months of the year. */
interface PinnedPeriods {
  readonly fiscalYear: number;
  /** Length of a period. */
  readonly unit: number;
  /** The first month that a result is of, 12 where none is; and the month after the last, 0 where none is. */
  readonly from: number;
  readonly to: number;
  /** The month after the last that anybody's results reach, in whole periods. */
  readonly coveredTo: number;
}

/**
 * Whether the dates on Roster still ask for the pay periods that are in the workbook, as a formula for each rep: rows of
 * periods are made when it is exported, and no formula makes or drops one.
 * @returns null where a rep is paid on no period
 */
export function periodsFormula(
  context: ExportContext,
  times: RosterTimes,
  time: TimeSheet,
): (pay: RepPay, repAt: number) => string | null {
  const pinnedOf = pinnedPeriods(context);
  return (pay, repAt) => {
    if (pay.compPlan === null) return null;
    const isThere = `${time.monthsThere({ pay, fiscalYear: null, from: 0, to: MONTHS })}>0`;
    const conditions = [
      pay.time.monthsThere > 0 ? isThere : `NOT(${isThere})`,
      ...pinnedOf(pay).map((pinned) => yearCondition(context, pay, pinned, dateCells(times, repAt))),
    ];
    return `IF(AND(${conditions.join(',')}),"${AS_EXPORTED}","${EXPORT_AGAIN}")`;
  };
}

/** The years that a rep is paid on, or would be by a draw or guarantee alone. */
function pinnedPeriods(context: ExportContext): (pay: RepPay) => PinnedPeriods[] {
  const { document, evaluation } = context;
  const { reps } = evaluation.pay;
  if (evaluation.actuals.fiscalYears.length === 0) return () => [];
  // What is left of the periods of reps who are not there is what results alone ask for.
  const away = reps.map((pay) => ({ ...pay, rep: { ...pay.rep, startDate: FAR_AWAY, endDate: null } }));
  const pinned = evaluateActuals(document, away);
  const planned = new Set(reps.flatMap(({ rep, compPlan }) => (compPlan ? [rep.id] : [])));
  const results = (document.payResults ?? []).filter(({ repId }) => planned.has(repId));
  const covered = new Map(
    evaluation.actuals.fiscalYears.map((fiscalYear) => [
      fiscalYear,
      coveredBy(
        results.map(({ period }) => period),
        { start: startOf(context, fiscalYear) },
      ),
    ]),
  );
  return ({ rep, compPlan }) =>
    [...covered].flatMap(([fiscalYear, { endMonth, unitMonths }]): PinnedPeriods[] => {
      const ofYear = (actuals: PayActuals) =>
        actuals.reps.get(rep.id)?.years.find((year) => year.fiscalYear === fiscalYear)?.inputs.periods;
      const own = ofYear(evaluation.actuals);
      if (!own && !compPlan?.draw && !compPlan?.guarantee) return [];
      const fixed = ofYear(pinned) ?? [];
      const unit = (own ?? fixed)[0]?.months ?? unitMonths;
      const coveredTo = Math.floor(endMonth / unit) * unit;
      const last = fixed.at(-1);
      const [from, to] = [fixed[0]?.startMonth ?? MONTHS, last ? last.startMonth + last.months : 0];
      return [{ fiscalYear, unit, from, to, coveredTo }];
    });
}

const startOf = ({ document: { settings } }: ExportContext, fiscalYear: number) =>
  monthSpan(fiscalYear, settings.fiscalYearStartMonth, 1).from;

const dateCells = (times: RosterTimes, repAt: number) => ({
  starts: times.startOf(repAt),
  ends: times.endOf(repAt),
});

/** As shared/comp/resultInputs finds the periods of a rep's year. */
function yearCondition(
  context: ExportContext,
  { rep, compPlan }: RepPay,
  { fiscalYear, unit, from, to, coveredTo }: PinnedPeriods,
  { starts, ends }: ReturnType<typeof dateCells>,
): string {
  const start = startOf(context, fiscalYear);
  const monthOfYear = (cell: string) =>
    `(YEAR(${cell})-${yearOf(start)})*12+MONTH(${cell})-${monthOf(start)}`;
  const first = `IF(${starts}="",0,MAX(0,${monthOfYear(starts)}))`;
  const end = `IF(${ends}="",12,MIN(12,${monthOfYear(ends)}+1))`;
  const isThere = `${end}>${first}`;
  const begins = `INT(MIN(IF(${isThere},${first},12),${from})/${unit})*${unit}`;
  const ceiling = `-INT(-${end}/${unit})*${unit}`;
  const stops = `MAX(MIN(${coveredTo},IF(${isThere},${ceiling},0)),${to})`;
  const there = monthsThere(rep, { start });
  const isThereNow = there.to > there.from;
  const beginsNow = Math.floor(Math.min(isThereNow ? there.from : MONTHS, from) / unit) * unit;
  const stopsNow = Math.max(Math.min(coveredTo, isThereNow ? Math.ceil(there.to / unit) * unit : 0), to);
  const periods =
    beginsNow < stopsNow ? [`${begins}=${beginsNow}`, `${stops}=${stopsNow}`] : [`${begins}>=${stops}`];
  const year = context.evaluation.actuals.reps
    .get(rep.id)
    ?.years.find((each) => each.fiscalYear === fiscalYear);
  // A draw or guarantee of new hires gives who has no results a year.
  if (!year) return `AND(${[...periods, `${starts}${rep.startDate === null ? '=' : '<>'}""`].join(',')})`;
  const isOpen = compPlan?.components.some(({ timing }) => stopsNow % monthsOf[timing.paidEvery] !== 0);
  // Who leaves is paid at once what waits for a pay date.
  const leaves = `AND(${ends}<>"",${isThere},${stops}>=${end})`;
  const leaving = isOpen ? [year.inputs.isLeaving === true ? leaves : `NOT(${leaves})`] : [];
  return `AND(${[...periods, ...leaving].join(',')})`;
}
