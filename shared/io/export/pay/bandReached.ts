import { curveRatio } from '../../../comp/components/curve';
import { edgeNoise, RATIO_NOISE } from '../../../comp/components/componentKind';
import type { ComponentPayout } from '../../../comp/payTypes';
import type { CompComponent, CompComponentOf } from '../../../model/compComponent';

/**
 * Cached values of Calc's columns "Band reached" and "Pays, share of target": positions from 1, 0 = below the first.
 * @param known attainment, and a matrix's second one; NaN = none
 */
export function bandReached(
  component: CompComponent,
  { creditedToDate, quotaToDate }: Pick<ComponentPayout, 'creditedToDate' | 'quotaToDate'>,
  known: { readonly attainment: number; readonly second: number },
  isAccelerated: boolean,
): { band: number; rate: number } {
  const { attainment } = known;
  switch (component.kind) {
    case 'tiers':
      return { band: tierReached(component, creditedToDate, quotaToDate, isAccelerated), rate: 0 };
    case 'curve': {
      const isByValue = component.axis === 'value';
      const x = isByValue ? creditedToDate : attainment;
      if (Number.isNaN(x)) return { band: 0, rate: 0 };
      const curve = curveRatio(component);
      const isHeld = !isAccelerated && attainment > 1;
      const rate = isHeld ? curve.at(isByValue ? quotaToDate : 1) * attainment : curve.at(x);
      return {
        band: stepsReached(
          component.points.map((point) => point.x),
          x,
          component.tie,
        ),
        rate,
      };
    }
    case 'matrix':
      return {
        band: stepsReached(component.rows, attainment, component.tie),
        rate: stepsReached(component.columns, known.second, component.tie),
      };
    default:
      return { band: 0, rate: 0 };
  }
}

function stepsReached(edges: readonly number[], value: number, tie: 'upper' | 'lower'): number {
  return edges.filter((edge) => (tie === 'upper' ? value >= edge - RATIO_NOISE : value > edge + RATIO_NOISE))
    .length;
}

function tierReached(
  component: CompComponentOf<'tiers'>,
  credited: number,
  quota: number,
  isAccelerated: boolean,
): number {
  const isShare = component.basis === 'attainment';
  if (isShare && !(quota > 0)) return 0;
  const scale = isShare ? quota : 1;
  const edges = component.tiers.map((tier) => tier.from * scale).sort((a, b) => a - b);
  const isReached = (edge: number) =>
    component.tie === 'upper' ? credited >= edge - edgeNoise(edge) : credited > edge + edgeNoise(edge);
  const reached = Math.max(edges[0]! <= edgeNoise(edges[0]!) ? 1 : 0, edges.filter(isReached).length);
  const inForce = Math.max(1, edges.filter((edge) => edge < quota - edgeNoise(quota)).length);
  return isAccelerated ? reached : Math.min(reached, inForce);
}
