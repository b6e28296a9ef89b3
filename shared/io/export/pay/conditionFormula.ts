import { multiplierFactor, reaches } from '../../../comp/conditions';
import type { CompSubject } from '../../../model/compComponent';
import type { CompCondition } from '../../../model/compPlan';
import type { PlansSheet } from '../sheets/plansSheet';
import { calcAddress, CALC, type CalcColumn } from './calcColumns';
import type { PaidRep } from './payLines';
import { RATIO_GUARD } from './payCells';
import type { QuotaMonths } from '../sheets/quotaMonthsSheet';
import { yearSpan } from './windowQuota';

/** What a condition looks at in one period: an expression whose "" means none, and its value (NaN = none). */
export interface SubjectCell {
  readonly formula: string;
  readonly value: number;
}

/** Where what conditions look at stands on other sheets. */
export interface ConditionSources {
  readonly plans: PlansSheet;
  readonly months: QuotaMonths;
  /** A measure on Results; null = the results bring no such measure. */
  measureAt(measure: string): string | null;
}

export function subjectCell(
  subject: CompSubject,
  rep: PaidRep,
  periodAt: number,
  sources: ConditionSources,
): SubjectCell {
  const { components } = rep.compPlan;
  const rowOf = (componentAt: number, at = periodAt) => rep.lines[componentAt]![at]!.row;
  const attainmentOf = (componentAt: number) =>
    rep.lines[componentAt]![periodAt]!.paid.attainmentRatio ?? Number.NaN;
  switch (subject.kind) {
    case 'measure': {
      const value = rep.inputs.periods[periodAt]!.measures?.[subject.measure] ?? Number.NaN;
      return { formula: sources.measureAt(subject.measure) ?? '""', value };
    }
    case 'attainment': {
      const at = components.findIndex(({ id }) => id === subject.componentId);
      if (at < 0) return NONE;
      return { formula: calcAddress('attainment', rowOf(at)), value: attainmentOf(at) };
    }
    case 'yearAttainment': {
      const at = components.findIndex(({ id }) => id === subject.componentId);
      return at < 0 ? NONE : yearCell(rep, at, periodAt, sources.months);
    }
    case 'weightedAttainment': {
      const weighted = components.flatMap((component, at) =>
        component.targetShareRatio === 0 ? [] : [{ component, at }],
      );
      if (weighted.length === 0) return NONE;
      const cells = weighted.map(({ at }) => calcAddress('attainment', rowOf(at)));
      const shares = weighted.map(({ component }) => sources.plans.cell(component, 'share'));
      const sum = cells.map((cell, at) => `${shares[at]!}*N(${cell})`).join('+');
      const weights = weighted.reduce((total, { component }) => total + component.targetShareRatio, 0);
      return {
        formula: `IF(COUNT(${cells.join(',')})=${cells.length},(${sum})/(${shares.join('+')}),"")`,
        value:
          weighted.reduce(
            (total, { component, at }) => total + component.targetShareRatio * attainmentOf(at),
            0,
          ) / weights,
      };
    }
  }
}

const NONE: SubjectCell = { formula: '""', value: Number.NaN };

/** Credited since the year began / the year's whole quota. */
function yearCell(rep: PaidRep, componentAt: number, periodAt: number, months: QuotaMonths): SubjectCell {
  const lines = rep.lines[componentAt]!;
  const span = (column: CalcColumn, last: number) =>
    `SUM(${CALC[column]}${lines[0]!.row}:${CALC[column]}${lines[last]!.row})`;
  const { id, timing } = rep.compPlan.components[componentAt]!;
  const first = rep.inputs.periods[0]!.components[id];
  const isYears = timing.measuredOver === 'year' && first?.windowQuota !== undefined;
  const given = lines.reduce((sum, { paid }) => sum + (paid.quota ?? 0), 0);
  const quota = isYears ? first.windowQuota! : given;
  const credited = lines.slice(0, periodAt + 1).reduce((sum, { paid }) => sum + paid.credited, 0);
  const scale = rep.compPlan.components[componentAt]!.measureUnit === 'money' ? 100 : 1;
  // Where later periods are not given yet, the year's quota is the window's, or the rep's own.
  const ahead =
    timing.attainmentOf === 'whole'
      ? calcAddress('quotaToDate', lines[0]!.row)
      : ((isYears ? months.of(yearSpan(rep), quota) : null) ?? String(quota / scale));
  const whole = Math.abs(quota - given) < 0.5 ? span('quota', lines.length - 1) : ahead;
  return {
    formula: `IF(${whole}>0,${span('credited', periodAt)}/${whole},"")`,
    value: quota > 0 ? credited / quota : Number.NaN,
  };
}

export interface ConditionCells {
  /** 1 or 0, as formula and value; null = no such condition on the component. */
  readonly gate: { formula: string; value: number } | null;
  readonly accelerated: { formula: string; value: number } | null;
  readonly multiplier: { formula: string; value: number } | null;
}

/** Gates, hurdles and multipliers that act on a component in a period. */
export function conditionCells(
  rep: PaidRep,
  componentAt: number,
  periodAt: number,
  sources: ConditionSources,
): ConditionCells {
  const { plans } = sources;
  const { id } = rep.compPlan.components[componentAt]!;
  const own = rep.compPlan.conditions.filter(({ appliesTo }) => appliesTo === null || appliesTo.includes(id));
  const cellOf = (subject: CompSubject) => subjectCell(subject, rep, periodAt, sources);
  const hurdles = (kind: 'gate' | 'linkedAccelerator') => {
    const tests = own.flatMap((condition) =>
      condition.kind === kind
        ? condition.subjects.map((each) => hurdleTest(condition, cellOf(each), plans))
        : [],
    );
    if (tests.length === 0) return null;
    return {
      formula: `IF(AND(${tests.map(({ formula }) => formula).join(',')}),1,0)`,
      value: tests.every(({ isMet }) => isMet) ? 1 : 0,
    };
  };
  const multipliers = own.flatMap((condition) => {
    if (condition.kind !== 'multiplier') return [];
    const { formula, value } = cellOf(condition.subject);
    const table = plans.table(condition);
    const guard = condition.comparator === 'atLeast' ? `+${RATIO_GUARD}` : `-${RATIO_GUARD}`;
    const compare = condition.comparator === 'atLeast' ? '>=' : '>';
    const bands = condition.bands.reduceRight((rest, _, at) => {
      const [from, to, factor] = [0, 1, 2].map((column) => table.cell(at, column));
      const reached = (edge: string) => `${formula}${guard}${compare}${edge}`;
      return `IF(AND(${reached(from!)},NOT(${reached(to!)})),${factor!},${rest})`;
    }, '1');
    return [{ formula: `IF(ISNUMBER(${formula}),${bands},1)`, value: multiplierFactor(condition, value) }];
  });
  return {
    gate: hurdles('gate'),
    accelerated: hurdles('linkedAccelerator'),
    multiplier:
      multipliers.length === 0
        ? null
        : {
            formula: multipliers.map((each) => each.formula).join('*'),
            value: multipliers.reduce((product, each) => product * each.value, 1),
          },
  };
}

type Hurdle = Exclude<CompCondition, { kind: 'multiplier' }>;

function hurdleTest(condition: Hurdle, subject: SubjectCell, plans: PlansSheet) {
  const threshold = plans.cell(condition, 'threshold');
  const test =
    condition.comparator === 'atLeast'
      ? `${subject.formula}>=${threshold}-${RATIO_GUARD}`
      : `${subject.formula}>${threshold}+${RATIO_GUARD}`;
  return {
    formula: `ISNUMBER(${subject.formula}),${test}`,
    isMet: reaches(subject.value, condition.comparator, condition.thresholdRatio),
  };
}
