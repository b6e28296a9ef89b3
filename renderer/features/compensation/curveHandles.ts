import type { CompComponent, CompComponentOf } from '../../../shared/model/compComponent';

/** A point of a component's pay that can be dragged: at `x` (attainment) it pays `payRatio` of target. */
export interface CurveHandle {
  readonly x: number;
  readonly payRatio: number;
  /** Threshold, Target, Excellence, Cap; '' for those between. */
  readonly name: string;
  /** The point has no place of its own to the left or right: only its pay can be dragged. */
  readonly isXFixed: boolean;
}

/** The handles of a component; none where its pay is not a curve or bands over attainment. */
export function curveHandles(component: CompComponent, xMax: number): CurveHandle[] {
  if (component.kind === 'curve' && component.axis === 'attainment') return pointsOfCurve(component);
  if (isDraggableTiers(component)) return endsOfTiers(component, xMax);
  return [];
}

function isDraggableTiers(component: CompComponent): component is CompComponentOf<'tiers'> {
  return (
    component.kind === 'tiers' &&
    component.how === 'marginal' &&
    component.basis === 'attainment' &&
    component.rateOf === 'base' &&
    component.baseRateRatio === null &&
    component.tiers.every((tier) => !tier.isRetroactive)
  );
}

/** Names by place: the last point below goal, the one at goal, the first above, and the last where it is capped. */
export function pointNames(xs: readonly number[], isCapped: boolean): string[] {
  const atGoal = xs.findIndex((x) => Math.abs(x - 1) < 1e-9);
  const firstAbove = xs.findIndex((x) => x > 1 + 1e-9);
  return xs.map((x, index) => {
    if (index === 0 && x < 1 - 1e-9) return 'Threshold';
    if (index === atGoal) return 'Target';
    if (index === firstAbove) return 'Excellence';
    return isCapped && index === xs.length - 1 && x > 1 ? 'Cap' : '';
  });
}

function pointsOfCurve(curve: CompComponentOf<'curve'>): CurveHandle[] {
  const names = pointNames(
    curve.points.map((point) => point.x),
    curve.above === 'cap',
  );
  return curve.points.map((point, index) => ({ ...point, name: names[index]!, isXFixed: false }));
}

/** Pay at the end of each band, Σ rate · width; an open last band is held where the chart ends. */
function endsOfTiers(component: CompComponentOf<'tiers'>, xMax: number): CurveHandle[] {
  let payRatio = 0;
  const ends = component.tiers.map((tier) => {
    const x = tier.to ?? Math.max(xMax, tier.from + 0.1);
    payRatio += tier.rate * (x - tier.from);
    return { x, payRatio, isXFixed: tier.to === null };
  });
  const names = pointNames(
    ends.map((end) => end.x),
    false,
  );
  return ends.map((end, index) => ({ ...end, name: end.isXFixed ? '' : names[index]! }));
}

/** Least distance between two points along attainment, so that they keep their order. */
const X_GAP = 0.01;

/**
 * The component after one of its handles was dragged; neighbours hold it between them.
 * @param x, payRatio rounded to `step` (0.01 = whole percent)
 */
export function moveHandle(
  component: CompComponent,
  index: number,
  to: { readonly x: number; readonly payRatio: number },
  xMax: number,
  step = 0.01,
): CompComponent {
  const handles = curveHandles(component, xMax);
  const handle = handles[index];
  if (!handle) return component;
  const low = (handles[index - 1]?.x ?? -X_GAP) + X_GAP;
  const next = handles[index + 1];
  const high = next ? next.x - X_GAP : Math.max(xMax, handle.x);
  const snap = (value: number) => Number((Math.round(value / step) * step).toFixed(6));
  const x = handle.isXFixed ? handle.x : Math.min(high, Math.max(low, snap(to.x)));
  const payRatio = Math.max(0, snap(to.payRatio));
  if (component.kind === 'curve') {
    const points = component.points.map((point, at) => (at === index ? { x, payRatio } : point));
    return { ...component, points };
  }
  if (component.kind !== 'tiers') return component;
  return { ...component, tiers: moveBandEnd(component, handles, index, x, payRatio) };
}

/** Both bands that meet at the moved point change their rate, so that every other point stays where it is. */
function moveBandEnd(
  component: CompComponentOf<'tiers'>,
  handles: readonly CurveHandle[],
  index: number,
  x: number,
  payRatio: number,
): CompComponentOf<'tiers'>['tiers'] {
  const before = handles[index - 1];
  const own = component.tiers[index]!;
  const start = { x: before?.x ?? own.from, payRatio: before?.payRatio ?? 0 };
  const floor = Math.max(start.payRatio, payRatio);
  const rateBetween = (from: { x: number; payRatio: number }, to: { x: number; payRatio: number }) =>
    Number(Math.max(0, (to.payRatio - from.payRatio) / (to.x - from.x)).toFixed(4));
  return component.tiers.map((tier, at) => {
    if (at === index) {
      const rate = rateBetween(start, { x, payRatio: floor });
      return { ...tier, to: tier.to === null ? null : x, rate };
    }
    const end = handles[at];
    if (at === index + 1 && end) {
      const rate = rateBetween({ x, payRatio: floor }, end);
      return { ...tier, from: x, rate };
    }
    return tier;
  });
}
