import type { ExportContext } from '../exportContext';
import type { CalcSources } from '../sheets/calcSheet';
import type { CalcColumn } from './calcColumns';
import { conditionCells, subjectCell, type ConditionSources } from './conditionFormula';
import type { PayCells } from './payCells';
import type { PaidRep, PayLine } from './payLines';

/**
 * The cells that a line's pay hangs on, with its conditions and, for a matrix, its second attainment.
 * @param at address of a column of Calc in the line's row, as the sheet that asks has to write it
 */
export function lineCells(
  context: ExportContext,
  rep: PaidRep,
  componentAt: number,
  { component, periodAt }: PayLine,
  { plans, results, roster, months }: Pick<CalcSources, 'plans' | 'results' | 'roster' | 'months'>,
  at: (key: CalcColumn) => string,
) {
  const other = (key: string) => results.otherAt(rep, periodAt, key);
  const sources: ConditionSources = {
    plans,
    months,
    measureAt: (measure) => other(`measure ${measure}`),
  };
  const conditions = conditionCells(rep, componentAt, periodAt, sources);
  const second = component.kind === 'matrix' ? subjectCell(component.column, rep, periodAt, sources) : null;
  const scores =
    component.kind === 'objectives'
      ? component.objectives.map(({ id }) => other(`score ${component.id} ${id}`))
      : [];
  const repAt = context.document.reps.indexOf(rep.pay.rep);
  const cells: PayCells = {
    credited: at('creditedToDate'),
    quota: at('quotaToDate'),
    attainment: at('attainment'),
    target: at('target'),
    second: at('second'),
    band: at('band'),
    rate: at('rate'),
    accelerated: conditions.accelerated === null ? null : at('accelerated'),
    targetIncentive: roster.cell(repAt, 'target'),
    baseSalary: roster.cell(repAt, 'base'),
    years: at('years'),
    scores: scores.length > 0 && scores.every((score) => score !== null) ? scores : null,
    rank: other(`rank ${component.id}`) ?? '0',
    tiedCount: other(`tied ${component.id}`) ?? '0',
    setting: (key) => plans.cell(component, key),
    table: () => plans.table(component),
  };
  return { cells, conditions, second };
}
