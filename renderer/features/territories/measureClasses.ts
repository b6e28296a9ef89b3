import { OUTSIDE_PLAN } from '../../../shared/geo/accountUnits';
import type { MeasureKind } from '../../../shared/model/accountTable';
import { quantileLimits } from '../../palette/quantileLimits';
import type { PlanFormat } from '../../ui/planFormat';

/** Counties in classes of a measure, as equal in number as the values allow. */
export interface MeasureClasses {
  /** Class 0 to 5 of each unit; OUTSIDE_PLAN where it holds no account. */
  readonly classOfUnit: Int32Array;
  /** From and to of each class, and how many units are in it. */
  readonly classes: readonly { readonly from: number; readonly to: number; readonly count: number }[];
}

/**
 * Sums a measure by unit and classes the sums by quantiles.
 * @param unitOfRow unit of each row, −1 = none
 * @param values counted values, one a row
 */
export function measureClasses(
  unitOfRow: Int32Array,
  values: Float64Array,
  unitCount: number,
): MeasureClasses {
  const sums = new Float64Array(unitCount).fill(Number.NaN);
  for (let row = 0; row < unitOfRow.length; row++) {
    const unit = unitOfRow[row]!;
    if (unit < 0) continue;
    sums[unit] = (Number.isNaN(sums[unit]!) ? 0 : sums[unit]!) + values[row]!;
  }
  return classesOfSums(sums);
}

/** Classes one figure a unit by quantiles; NaN = none. */
export function classesOfSums(sums: Float64Array): MeasureClasses {
  const limits = quantileLimits(sums);
  const classOf = (value: number) => limits.filter((limit) => value >= limit).length;
  const classOfUnit = Int32Array.from(sums, (sum) => (Number.isNaN(sum) ? OUTSIDE_PLAN : classOf(sum)));
  const classes = [...limits, Infinity].map((_, position) => {
    const inside = sums.filter((_, unit) => classOfUnit[unit] === position);
    return {
      from: inside.reduce((least, sum) => Math.min(least, sum), Infinity),
      to: inside.reduce((most, sum) => Math.max(most, sum), -Infinity),
      count: inside.length,
    };
  });
  return { classOfUnit, classes };
}

/** What a legend says of a class: "$1.2K to $3K", and one figure where both ends read alike. */
export function classText(from: number, to: number, kind: MeasureKind, format: PlanFormat): string {
  const [least, most] = [format.measure(kind, from).text, format.measure(kind, to).text];
  return least === most ? least : `${least} to ${most}`;
}

/** As classesOfSums, one figure a dot; the two least classes are one: the palest ink is lost on land. */
export function classesOfDots(values: Float64Array): MeasureClasses {
  const { classOfUnit, classes } = classesOfSums(values);
  const [least, next, ...others] = classes;
  if (!least || !next) return { classOfUnit, classes };
  const joined = {
    from: Math.min(least.from, next.from),
    to: Math.max(least.to, next.to),
    count: least.count + next.count,
  };
  return {
    classOfUnit: classOfUnit.map((code) => (code === 0 ? 1 : code)),
    classes: [{ from: Number.NaN, to: Number.NaN, count: 0 }, joined, ...others],
  };
}
