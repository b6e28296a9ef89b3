import { componentBends } from '../../../shared/comp/components/registry';
import { componentQuota, type PayBasis } from '../../../shared/comp/inputsAtAttainment';
import type { CompComponent } from '../../../shared/model/compComponent';

/** Furthest attainment that a curve is drawn to. */
const FURTHEST = 5;

/** How far the curve of a component is drawn: twice the quota, or a little beyond its last bend. */
export function chartReach(component: CompComponent, basis: PayBasis): number {
  const last = Math.max(2, ...componentBends(component, componentQuota(component, basis.quotaCents)));
  return Math.min(FURTHEST, Math.ceil(last * 10) / 10 + 0.05);
}
