import type { PlanFormat } from '../../ui/planFormat';

/** How far a value lies above its proven bound, as a share; a gap that would be rounded to none is still told as one. */
export function gapText(gapShare: number, format: Pick<PlanFormat, 'percent'>): string {
  return gapShare < 0.0005 ? 'less than 0.1%' : format.percent(gapShare, 1);
}
