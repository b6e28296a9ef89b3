import type { CompComponentOf } from '../../model/compComponent';
import { inUnit, money, ratio } from '../phrase';
import { RATIO_NOISE, type ComponentKind, type SentencePart } from './componentKind';
import { targetWords } from './sentenceParts';

type Curve = CompComponentOf<'curve'>;

/** Slope right of point i, pay ratio a unit of x; the last point's is that of the segment before it. */
function slopesOf(xs: Float64Array, pays: Float64Array): Float64Array {
  return xs.map((_, i) => {
    const last = xs.length - 1;
    const [a, b] = i === last ? [last - 1, last] : [i, i + 1];
    if (a < 0 || xs[b]! - xs[a]! <= RATIO_NOISE) return 0;
    return (pays[b]! - pays[a]!) / (xs[b]! - xs[a]!);
  });
}

/**
 * The pay ratio of a curve as a function of x: `belowRatio` left of the first point, lines (or steps)
 * between points, above the last point capped or extended at the last slope.
 */
export function curveRatio(
  curve: Pick<Curve, 'points' | 'shape' | 'belowRatio' | 'above'> & Partial<Pick<Curve, 'tie'>>,
) {
  const points = [...curve.points].sort((a, b) => a.x - b.x);
  const xs = Float64Array.from(points, (point) => point.x);
  const pays = Float64Array.from(points, (point) => point.payRatio);
  const slopes = slopesOf(xs, pays);
  if (curve.shape === 'step') slopes.fill(0);
  else if (curve.above === 'cap') slopes[slopes.length - 1] = 0;
  const { belowRatio, tie = 'upper' } = curve;
  // A value on a point has reached it, or with ties to the lower side has not yet.
  const reached = xs.map((x) => x + (tie === 'upper' ? -RATIO_NOISE : RATIO_NOISE));
  const last = xs.length - 1;
  return {
    at(x: number): number {
      // Written out, since simulation spends its time here.
      let i = last;
      while (i >= 0 && x < reached[i]!) i--;
      return i < 0 ? belowRatio : pays[i]! + (x - xs[i]!) * slopes[i]!;
    },
    /** The point x hangs on and the slope from it; null below the first. */
    segment(x: number) {
      const i = reached.findLastIndex((edge) => x >= edge);
      return i < 0 ? null : { x: xs[i]!, payRatio: pays[i]!, slope: slopes[i]! };
    },
  };
}

const aboveChoices = [
  { value: 'cap', label: 'capped' },
  { value: 'extend', label: 'extended at the same slope' },
] as const;

/** Threshold, target, excellence: a curve of pay over attainment, in lines or in steps. */
export const curveKind: ComponentKind<'curve'> = {
  kind: 'curve',
  label: 'Payout curve',
  prepare(component) {
    const curve = curveRatio(component);
    const isByValue = component.axis === 'value';
    return (inputs, trace) => {
      const x = isByValue ? inputs.credited : inputs.attainment;
      if (Number.isNaN(x)) {
        trace?.rate(['No quota, so no attainment']);
        return 0;
      }
      if (trace === null && inputs.isAccelerated) return curve.at(x) * inputs.targetCents;
      // A failed hurdle keeps the base rate: what the curve pays at the goal, in proportion.
      const isHeld = !inputs.isAccelerated && inputs.attainment > 1;
      const pays = isHeld ? curve.at(isByValue ? inputs.quota : 1) * inputs.attainment : curve.at(x);
      if (trace) {
        const on = curve.segment(x);
        const words = isHeld
          ? ['Base rate: ', ratio(pays)]
          : on === null
            ? ['Below the first point: ', ratio(pays)]
            : on.slope === 0
              ? [ratio(pays)]
              : [
                  ratio(on.payRatio),
                  ` + ${String(Math.round(on.slope * 1e6) / 1e6)} × (`,
                  isByValue ? inUnit(component.measureUnit, x) : ratio(x),
                  ' − ',
                  isByValue ? inUnit(component.measureUnit, on.x) : ratio(on.x),
                  ') = ',
                  ratio(pays),
                ];
        trace.rate([...words, ' of ', money(inputs.targetCents)]);
      }
      return pays * inputs.targetCents;
    };
  },
  sentence(component) {
    const axisUnit =
      component.axis === 'attainment'
        ? 'ratio'
        : component.measureUnit === 'count'
          ? 'number'
          : component.measureUnit;
    return [
      ...targetWords(component),
      { text: 'Below ' },
      { path: ['points', 0, 'x'], value: component.points[0]!.x, unit: axisUnit },
      { text: ' pay ' },
      { path: ['belowRatio'], value: component.belowRatio, unit: 'ratio' },
      { text: '; ' },
      ...component.points.flatMap((point, i): SentencePart[] => [
        { path: ['points', i, 'payRatio'], value: point.payRatio, unit: 'ratio' },
        { text: ' at ' },
        { path: ['points', i, 'x'], value: point.x, unit: axisUnit },
        { text: ', ' },
      ]),
      { text: component.shape === 'step' ? 'in steps, above that ' : 'in lines, above that ' },
      { path: ['above'], value: component.above, unit: 'choice', choices: aboveChoices },
      { text: '.' },
    ];
  },
  bends(component, quota) {
    const scale = component.axis === 'attainment' ? 1 : quota > 0 ? 1 / quota : 0;
    return component.points.map((point) => point.x * scale);
  },
};
