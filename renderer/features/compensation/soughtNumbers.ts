import type { SeekRange } from '../../../shared/comp/goalSeek';
import { planValueAt, type PlanPath } from '../../../shared/comp/planValue';
import type { CompPlan } from '../../../shared/model/compPlan';
import { componentRows } from './componentRows';
import { componentSettings } from './componentSettings';
import { conditionRows, conditionSettings } from './conditionSettings';
import { editComponent } from './editComponent';
import { editCondition, editPlan, type PlanEdit } from './editPlan';
import type { FieldUnit } from './fieldText';
import { withComponent } from './listEdits';
import { planSettings } from './planSettings';
import type { FieldPath } from './setAt';
import type { SettingField } from './settingField';

/** A number of a plan that pay follows, as its settings call it. */
export interface SoughtNumber {
  /** "Tier 2 rate", under the name of the component or condition. */
  readonly name: string;
  /** The component, condition or plan that it stands in. */
  readonly group: string;
  readonly unit: FieldUnit;
  readonly value: number;
  /** Where it stands in the plan; twice where bands meet. */
  readonly paths: readonly PlanPath[];
  readonly range: SeekRange;
  /** The plan with the number set; refused with a sentence where it does not hold together. */
  readonly set: (value: number) => PlanEdit;
}

const UNITS: ReadonlySet<string> = new Set(['ratio', 'money', 'factor']);
/** What a year's pay does not hang on, or what goes to 1 with the others. */
const LEFT_OUT = new Set(['targetShareRatio', 'holdbackRatio', 'caps.dealCents', 'maxScoreRatio']);

const PRECISIONS = { ratio: 0.001, factor: 0.01, money: 10_000, number: 1, choice: 1, text: 1 } as const;

/** Every number of a plan that the cost of a year can be sought by: rates, edges, points, thresholds, caps. */
export function soughtNumbers(plan: CompPlan): SoughtNumber[] {
  const make = (
    group: string,
    at: PlanPath,
    fields: readonly SettingField[],
    set: (path: FieldPath, value: number) => PlanEdit,
  ) => fields.flatMap((field) => soughtNumber(plan, group, at, field, set) ?? []);
  const components = plan.components.flatMap((component, index) =>
    make(
      component.name,
      ['components', index],
      [
        ...componentSettings(component, plan, []).flatMap(({ fields }) => fields),
        ...(componentRows(component)?.rows.flat() ?? []),
      ],
      (path, value) => {
        const edit = editComponent(component, path, value);
        return edit.ok ? { ok: true, plan: withComponent(plan, edit.component) } : edit;
      },
    ),
  );
  const conditions = plan.conditions.flatMap((condition, index) =>
    make(
      condition.name,
      ['conditions', index],
      [
        ...conditionSettings(condition, plan, []).flatMap(({ fields }) => fields),
        ...conditionRows(condition, plan, []).rows.flat(),
      ],
      (path, value) => editCondition(plan, condition.id, path, value),
    ),
  );
  const caps = planSettings(plan).find(({ title }) => title === 'Caps')?.fields ?? [];
  return [
    ...components,
    ...conditions,
    ...make('The whole plan', [], caps, (path, value) => editPlan(plan, path, value)),
  ];
}

function soughtNumber(
  plan: CompPlan,
  group: string,
  at: PlanPath,
  { label, path, unit, value }: SettingField,
  set: (path: FieldPath, value: number) => PlanEdit,
): SoughtNumber | null {
  const full = [...at, ...path];
  const isLeftOut = LEFT_OUT.has(path.join('.')) || path.at(-1) === 'weightRatio' || isLaterEdge(plan, full);
  if (!UNITS.has(unit) || unit === 'date' || typeof value !== 'number' || isLeftOut) return null;
  if (planValueAt(plan, full) !== value) return null;
  const paths = [full, ...edgesBefore(plan, full)];
  return {
    name: label,
    group,
    unit,
    value,
    paths,
    range: rangeOf(plan, full, value, unit),
    set: (next) => set(path, next),
  };
}

/** The end of a band that another follows: it is sought as the beginning of that one. */
function isLaterEdge(plan: CompPlan, path: PlanPath): boolean {
  return path.at(-1) === 'to' && neighbourAt(plan, path, 1, 'from') !== null;
}

/** The end of the band before, which moves along. */
function edgesBefore(plan: CompPlan, path: PlanPath): PlanPath[] {
  if (path.at(-1) !== 'from' || neighbourAt(plan, path, -1, 'to') === null) return [];
  return [neighbour(path, -1, 'to')];
}

function neighbour(path: PlanPath, by: 1 | -1, side: string): PlanPath {
  const index = path.at(-2);
  return typeof index === 'number' ? [...path.slice(0, -2), index + by, side] : [];
}

function neighbourAt(plan: CompPlan, path: PlanPath, by: 1 | -1, side: string): number | null {
  const other = neighbour(path, by, side);
  return other.length > 0 ? planValueAt(plan, other) : null;
}

/** From nothing to well above what it is; edges and points stay between their neighbours. */
function rangeOf(plan: CompPlan, path: PlanPath, value: number, unit: FieldUnit): SeekRange {
  const precision = PRECISIONS[unit];
  const side = String(path.at(-1));
  const least = unit === 'ratio' ? 1 : unit === 'factor' ? 5 : 100_000;
  const high = Math.max(least, 2 * value);
  if (side !== 'from' && side !== 'x') return { low: 0, high, precision };
  const before = neighbourAt(plan, path, -1, side);
  const after = neighbourAt(plan, path, 1, side);
  return {
    low: before === null ? 0 : before + precision,
    high: after === null ? Math.max(high, value) : after - precision,
    precision,
  };
}
